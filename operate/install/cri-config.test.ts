import { describe, expect, test } from "vitest";
import { parseVersion } from "../containerd.ts";
import { type CriWish, editCriConfig } from "./cri-config.ts";
import { lookUp, NotUnderstood, parseToml } from "./toml-edit.ts";

const named = (containerd: string): CriWish => ({
  name: "runts",
  runtimeType: "io.containerd.runts.v2",
  shimPath: "/usr/local/bin/containerd-shim-runts-v2",
  containerd: parseVersion(`containerd github.com/containerd/containerd ${containerd}`),
  optionsFile: "/etc/containerd/runts.toml",
});
const dropIn = (containerd: string): CriWish => ({ ...named(containerd), runtimeType: undefined });

const cri2 = 'plugins."io.containerd.grpc.v1.cri".containerd';
const cri3 = 'plugins."io.containerd.cri.v1.runtime".containerd';
const runtimes2 = ["plugins", "io.containerd.grpc.v1.cri", "containerd", "runtimes"];
const runtimes3 = ["plugins", "io.containerd.cri.v1.runtime", "containerd", "runtimes"];
const runcWithOptions = (cri: string) =>
  `[${cri}.runtimes.runc]\n  runtime_type = "io.containerd.runc.v2"\n[${cri}.runtimes.runc.options]\n  SystemdCgroup = true # systemd\n  BinaryName = ""\n  IoUid = 7\n`;

const runtimesOf = (text: string, path: readonly string[]) => lookUp(parseToml(text), path);

describe("editCriConfig, for a handler of its own,", () => {
  test("keeps runc in containerd 1.x, where a table without it switches the plugin off", () => {
    const { text } = editCriConfig("version = 2\n", named("1.7.24"));
    expect(runtimesOf(text, runtimes2)).toEqual({
      runc: { runtime_type: "io.containerd.runc.v2" },
      runts: { runtime_type: "io.containerd.runts.v2" },
    });
  });

  test("adds no runc where another default is named", () => {
    const { text } = editCriConfig(`version = 2\n[${cri2}]\ndefault_runtime_name = "crun"\n`, named("1.7.24"));
    expect(Object.keys(runtimesOf(text, runtimes2) as object)).toEqual(["runts"]);
  });

  test.each([
    ["2", "1.7.24", cri2, runtimes2],
    ["2", "2.1.4", cri2, runtimes2],
    ["3", "2.1.4", cri3, runtimes3],
  ])("in version %s of containerd %s has the options of runc's", (version, containerd, cri, path) => {
    const before = `version = ${version}\n${runcWithOptions(cri)}`;
    const { text, optionsFile, remarks } = editCriConfig(before, named(containerd));
    expect(text.startsWith(before)).toBe(true);
    expect(lookUp(parseToml(text), [...path, "runts"])).toEqual({
      runtime_type: "io.containerd.runts.v2",
      options: { SystemdCgroup: true, IoUid: 7n },
    });
    expect(optionsFile).toBeUndefined();
    expect(remarks.join()).toMatch(/SystemdCgroup, IoUid/);
  });

  test("is refused in a version that this containerd does not read", () => {
    for (const version of [3, 4])
      expect(() => editCriConfig(`version = ${version}\n`, named("1.6.20~ds1"))).toThrow(
        `it is of version ${version}, and containerd 1.6.20~ds1 reads version 2 at most`,
      );
    expect(runtimesOf(editCriConfig("version = 3\n", named("2.1.4")).text, runtimes3)).toHaveProperty("runts");
  });

  test("has them in a file for containerd 1.6", () => {
    const { text, optionsFile } = editCriConfig(`version = 2\n${runcWithOptions(cri2)}`, named("1.6.20~ds1"));
    expect(lookUp(parseToml(text), [...runtimes2, "runts", "options"])).toEqual({
      ConfigPath: "/etc/containerd/runts.toml",
    });
    expect(parseToml(optionsFile ?? "")).toEqual({ SystemdCgroup: true, IoUid: 7n });
  });

  test.each([
    ["1.6.20", 2n],
    ["1.7.24", 2n],
    ["2.0.0", 3n],
    ["2.4.1", 3n],
  ])("begins an empty file of containerd %s with its version", (containerd, version) => {
    expect(parseToml(editCriConfig("# nothing yet\n", named(containerd)).text).version).toBe(version);
  });

  test("takes version 4 of the file, of containerd 2.3, as version 3", () => {
    const { text } = editCriConfig("version = 4\n", named("2.3.0"));
    expect(text).toMatch(/^version = 4\n/);
    expect(runtimesOf(text, runtimes3)).toMatchObject({ runts: { runtime_type: "io.containerd.runts.v2" } });
  });

  test("changes nothing the second time", () => {
    const once = editCriConfig(`version = 3\n${runcWithOptions(cri3)}`, named("2.1.4")).text;
    expect(editCriConfig(once, named("2.1.4")).text).toBe(once);
  });

  test.each([
    ["version 1", 'root = "/x"\n', /version 1.*migrate/],
    ["a version of later", "version = 5\n", /version 5/],
    ["a plugin that is switched off", 'version = 2\ndisabled_plugins = ["cri"]\n', /switched off/],
    ["one by its long name", 'version = 3\ndisabled_plugins = ["io.containerd.cri.v1.runtime"]\n', /switched off/],
    ["another handler of the name", `version = 3\n[${cri3}.runtimes.runts]\nruntime_type = "io.x.y.v1"\n`, /already/],
    ["runtimes that are written inline", `version = 3\n[${cri3}]\nruntimes = { runc = { runtime_type = "x" } }\n`, /./],
    ["what is no TOML", "version = 2\n[plugins\n", /./],
  ])("refuses %s", (_name, before, reason) => {
    expect(() => editCriConfig(before, named("2.1.4"))).toThrow(NotUnderstood);
    expect(() => editCriConfig(before, named("2.1.4"))).toThrow(reason);
  });
});

test("of version 1 it names a command that this containerd has", () => {
  for (const [version, command] of [
    ["1.6.20", "dump"],
    ["1.7.27", "dump"],
    ["2.1.4", "migrate"],
  ] as const) {
    expect(() => editCriConfig('root = "/x"\n', named(version))).toThrow(`containerd config ${command}`);
  }
});

describe("editCriConfig, for a drop-in,", () => {
  const path = "/usr/local/bin/containerd-shim-runts-v2";

  test("names the executable in every handler of runc's type, and in no other", () => {
    const before = `version = 3\n${runcWithOptions(cri3)}[${cri3}.runtimes.crun]\nruntime_type = "io.containerd.runc.v2"\n[${cri3}.runtimes.kata]\nruntime_type = "io.containerd.kata.v2"\n`;
    const { text } = editCriConfig(before, dropIn("2.1.4"));
    expect(runtimesOf(text, runtimes3)).toMatchObject({ runc: { runtime_path: path }, crun: { runtime_path: path } });
    expect(lookUp(parseToml(text), [...runtimes3, "kata"])).toEqual({ runtime_type: "io.containerd.kata.v2" });
    expect(editCriConfig(text, dropIn("2.1.4")).text).toBe(text);
  });

  test("makes runc's where the file has none", () => {
    const { text } = editCriConfig("version = 2\n", dropIn("1.7.24"));
    expect(runtimesOf(text, runtimes2)).toEqual({
      runc: { runtime_type: "io.containerd.runc.v2", runtime_path: path },
    });
  });

  test("leaves containerd 1.6 to the link", () => {
    const { text, remarks } = editCriConfig("version = 2\n", dropIn("1.6.20"));
    expect(text).toBe("version = 2\n");
    expect(remarks.join()).toMatch(/takes no notice/);
  });

  test("refuses a handler with another path", () => {
    const before = `version = 3\n[${cri3}.runtimes.runc]\nruntime_type = "io.containerd.runc.v2"\nruntime_path = "/mine"\n`;
    expect(() => editCriConfig(before, dropIn("2.1.4"))).toThrow(/runtime_path already/);
  });
});
