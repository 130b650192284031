import { describe, expect, test } from "vitest";
import { ProcessSpec } from "../oci/request-objects.ts";
import { bytesOfText } from "../sys/byte-text.ts";
import { confinementOf, isConfined } from "./confinement.ts";
import { parseStdioUri } from "./stdio-uri.ts";

describe("isConfined", () => {
  test.each([
    ["", "", false],
    ["unconfined", "", false],
    ["docker-default", "", false],
    ["cri-containerd.apparmor.d", "", false],
    ["nerdctl-default", "", false],
    ["k8s-apparmor-example-deny-write", "", true],
    ["", "system_u:system_r:container_t:s0:c1,c2", true],
    ["docker-default", "system_u:system_r:container_t:s0", true],
  ])("profile %j, label %j: %s", (apparmorProfile, selinuxLabel, want) => {
    expect(isConfined({ apparmorProfile, selinuxLabel })).toBe(want);
  });
});

test("confinementOf takes from the container what an exec's process object leaves open", () => {
  const container = { apparmorProfile: "mine", selinuxLabel: "" };
  const of = (process: object) => confinementOf(new ProcessSpec(Buffer.from(JSON.stringify(process))), container);
  expect(of({})).toEqual(container);
  expect(of({ apparmorProfile: "" })).toEqual(container);
  expect(of({ apparmorProfile: "unconfined" }).apparmorProfile).toBe("unconfined");
  expect(of({ selinuxLabel: "label" })).toEqual({
    apparmorProfile: "mine",
    selinuxLabel: "label",
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
