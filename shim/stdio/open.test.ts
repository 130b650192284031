import { describe, expect, test } from "vitest";
import { bytesOfText } from "../../sys/byte-text.ts";
import { type Confinement, mayHoldFifo } from "./confinement.ts";
import { parseStdioUri } from "./uri.ts";

const ordinary: Confinement = {
  apparmorProfile: "",
  selinuxLabel: "",
  capabilities: { bounding: ["CAP_CHOWN", "CAP_DAC_OVERRIDE"], effective: ["CAP_CHOWN"], permitted: [], ambient: null },
  privatePidNamespace: true,
};

describe("mayHoldFifo", () => {
  test.each([
    ["", "", true],
    ["unconfined", "", true],
    ["docker-default", "", true],
    ["cri-containerd.apparmor.d", "", true],
    ["nerdctl-default", "", true],
    ["k8s-apparmor-example-deny-write", "", false],
    ["", "system_u:system_r:container_t:s0:c1,c2", false],
    ["docker-default", "system_u:system_r:container_t:s0", false],
  ])("profile %j, label %j: %s", (apparmorProfile, selinuxLabel, want) => {
    expect(mayHoldFifo({ ...ordinary, apparmorProfile, selinuxLabel })).toBe(want);
  });

  test.each(["bounding", "effective", "permitted", "inheritable", "ambient"])(
    "not with the capability in %s",
    (set) => {
      const capabilities = { bounding: ["CAP_CHOWN"], [set]: ["CAP_CHOWN", "CAP_DAC_READ_SEARCH"] };
      expect(mayHoldFifo({ ...ordinary, capabilities })).toBe(false);
    },
  );

  test.each([
    ["no sets", undefined],
    ["null", null],
    ["a set that is none", { bounding: "CAP_CHOWN" }],
    ["another spelling", { bounding: ["cap_dac_read_search"] }],
    ["no prefix", { bounding: ["DAC_READ_SEARCH"] }],
    ["a number", { bounding: ["2"] }],
    ["a name that is none", { bounding: [2] }],
    ["all of them", { bounding: ["ALL"] }],
  ])("not with what may mean the capability: %s", (_name, capabilities) => {
    expect(mayHoldFifo({ ...ordinary, capabilities })).toBe(false);
  });

  test("not in a pid namespace of others", () => {
    expect(mayHoldFifo({ ...ordinary, privatePidNamespace: false })).toBe(false);
  });
});

describe("parseStdioUri", () => {
  test("keeps bytes that are no UTF-8, and refuses NUL", () => {
    const { path, parameters } = parseStdioUri("binary:///bin/%E9?k%E9=a%FF%C3%BC");
    expect([path, ...[...parameters].flat()].map((text) => bytesOfText(text).toString("latin1"))).toEqual([
      "/bin/\xe9",
      "k\xe9",
      "a\xff\xc3\xbc",
    ]);
    for (const uri of ["file:///a%00b", "binary:///a?k%00=v", "binary:///a?k=v%00", "fifo:///a\0b"]) {
      expect(() => parseStdioUri(uri)).toThrow(/NUL: invalid argument/);
    }
  });

  test.each([
    ["", "fifo", "", []],
    ["/run/fifo/a:b%zz?x", "fifo", "/run/fifo/a:b%zz?x", []],
    ["fifo:///run/a", "fifo", "/run/a", []],
    ["file:///var/log/a%20b.log", "file", "/var/log/a b.log", []],
    ["binary:///bin/x?a=1&b&a=2&c=x+y%26", "binary", "/bin/x", ["a", "1", "b", "", "c", "x y&"]],
    ["binary-v2://ignored/bin/x?a;b=1&c=2", "binary-v2", "/bin/x", ["c", "2"]],
    ["BINARY:///bin/%C3%BC", "binary", "/bin/ü", []],
    ["gopher:x", "gopher", "x", []],
  ])("%s", (text, scheme, path, parameters) => {
    const uri = parseStdioUri(text);
    expect([uri.scheme, uri.path, [...uri.parameters].flat()]).toEqual([scheme, path, parameters]);
  });

  test("refuses a bad escape", () => {
    expect(() => parseStdioUri("file:///a%zz")).toThrow('invalid URL escape "%zz"');
  });
});
