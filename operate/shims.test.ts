import { describe, expect, test } from "vitest";
import { parseShimCall } from "./shims.ts";

describe("parseShimCall", () => {
  const shim = { program: "containerd-shim-runc-v2", namespace: "moby", id: "abc", address: "/run/c.sock" };

  test.each([
    ["a shim", "/usr/bin/containerd-shim-runc-v2 -namespace moby -id abc -address /run/c.sock", shim],
    ["one that logs more", "containerd-shim-runc-v2 -namespace moby -id abc -address /run/c.sock -debug", shim],
    [
      "flags with two dashes and with =",
      "containerd-shim-runc-v2 --namespace=moby --id abc --address=/run/c.sock",
      shim,
    ],
    ["a script on Node", "node /opt/containerd-shim-runc-v2 -namespace moby -id abc -address /run/c.sock", shim],
    [
      "an id that looks like a flag's value",
      "containerd-shim-runc-v2 -namespace moby -id start",
      { ...shim, id: "start", address: "" },
    ],
    ["a start under way", "containerd-shim-runc-v2 -namespace moby -id abc -address /run/c.sock start", undefined],
    ["a delete under way", "containerd-shim-runc-v2 -namespace moby -id abc -bundle /b delete", undefined],
    ["somebody who asks for the version", "containerd-shim-runc-v2 -v", undefined],
    ["an editor with its source", "vi cmd/containerd-shim-runc-v2 -namespace", undefined],
    ["another program with such words", "grep -r -e containerd-shim-runc-v2 -namespace x -id y", undefined],
    ["a kernel thread", "", undefined],
  ])("reads %s", (_name, line, expected) => {
    expect(parseShimCall(line === "" ? [] : line.split(" "))).toEqual(expected);
  });
});
