import { describe, expect, test } from "vitest";
import { withPodFiles } from "./container-spec.ts";
import type { SandboxState } from "./state.ts";

const bundle = "/run/pod";
const pod = {
  hostname: "",
  dns: undefined,
  netns: undefined,
  hostIpc: false,
  sharesPids: false,
  userNamespace: undefined,
  sysctls: {},
  cgroupParent: "",
};
const state: SandboxState = {
  id: "p",
  bundle,
  pod,
  createdAt: { seconds: 0, nanos: 0 },
  shim: { pid: 1, startTime: "1" },
  life: { kind: "created" },
};

interface Spec {
  mounts: { destination: string; source: string; type: string; options: string[]; uidMappings?: unknown }[];
}

const amend = (text: string, of = state) => withPodFiles(Buffer.from(text), of).toString();
const destinations = (text: string) => (JSON.parse(text) as Spec).mounts.map(({ destination }) => destination);
const own = ["/etc/hostname", "/etc/hosts", "/etc/resolv.conf", "/dev/shm"];
const standIn = { destination: "/dev/shm", type: "tmpfs", source: "shm", options: ["size=65536k"] };

describe("withPodFiles", () => {
  const cases: [string, object, string[]][] = [
    ["no mounts", { root: {} }, own],
    ["null for mounts", { mounts: null }, own],
    ["an empty list", { mounts: [] }, own],
    ["others", { mounts: [{ destination: "/proc" }, { destination: "/x" }] }, ["/proc", "/x", ...own]],
    ["the stand-in first", { mounts: [standIn, { destination: "/x" }] }, ["/x", ...own]],
    ["the stand-in last", { mounts: [{ destination: "/x" }, standIn] }, ["/x", ...own]],
    ["the stand-in between", { mounts: [{ destination: "/x" }, standIn, { destination: "/y" }] }, ["/x", "/y", ...own]],
    ["the stand-in alone", { mounts: [standIn] }, own],
    [
      "a volume below",
      { mounts: [{ destination: "/x" }, standIn, { destination: "/dev/shm/a" }, { destination: "/y" }] },
      ["/x", "/dev/shm", "/dev/shm/a", "/y", ...own.slice(0, 3)],
    ],
    [
      "one of them",
      { mounts: [{ destination: "/etc//hosts/", source: "/k" }] },
      ["/etc//hosts/", own[0], own[2], own[3]] as string[],
    ],
    [
      "a volume there",
      { mounts: [{ destination: "/dev/shm", type: "bind", source: "/k" }] },
      ["/dev/shm", ...own.slice(0, 3)],
    ],
  ];
  for (const [name, spec, expected] of cases) {
    test(`adds what is lacking to ${name}`, () => {
      for (const text of [JSON.stringify(spec), JSON.stringify(spec, undefined, 2)]) {
        expect(destinations(amend(text))).toEqual(expected);
      }
    });
  }

  test("leaves all else byte by byte", () => {
    const before = '{"big":12345678901234567890.10,"mounts" : [ {"destination":"/a","x":"]},\\"{"} ] ,"z":"\\u00e9"}';
    const after = amend(before);
    expect(after.startsWith('{"big":12345678901234567890.10,"mounts" : [ {"destination":"/a","x":"]},\\"{"} ,')).toBe(
      true,
    );
    expect(after.endsWith('] ,"z":"\\u00e9"}')).toBe(true);
  });

  test("is the same buffer where nothing is lacking", () => {
    const bytes = Buffer.from(JSON.stringify({ mounts: own.map((destination) => ({ destination, source: "/k" })) }));
    expect(withPodFiles(bytes, state)).toBe(bytes);
  });

  test("follows the container: read-only root, user namespace, the machine's IPC", () => {
    const mappings = [{ containerID: 0, hostID: 5, size: 9 }];
    const spec = { root: { readonly: true }, linux: { uidMappings: mappings, gidMappings: mappings } };
    const hostIpc = { ...state, pod: { ...pod, hostIpc: true } };
    const { mounts } = JSON.parse(amend(JSON.stringify(spec), hostIpc)) as Spec;
    expect(mounts[0]).toEqual({
      destination: "/etc/hostname",
      type: "bind",
      source: "/run/pod/work/hostname",
      options: ["rbind", "rprivate", "ro"],
      uidMappings: mappings,
      gidMappings: mappings,
    });
    expect(mounts[3]).toEqual({
      destination: "/dev/shm",
      type: "bind",
      source: "/dev/shm",
      options: ["rbind", "rprivate", "rw"],
    });
  });
});
