import { expect, test } from "vitest";
import { groupOf, socketPath } from "./address.ts";

test.each(["c1", "../../../etc/x", "/", "", "a\nb", "x".repeat(5000)])(
  "the socket of the group %j is in its directory, under a name of one kind",
  async (group) => {
    for (const namespace of ["k8s.io", "../.."]) {
      const path = await socketPath({ containerdAddress: "/run/containerd/containerd.sock", namespace, group });
      expect(path).toMatch(/^\/run\/containerd\/s\/[0-9a-f]{64}$/);
    }
  },
);

test("groupOf takes the option's name before an annotation's, and that before the id", () => {
  const annotations = { "io.kubernetes.cri.sandbox-id": "pod" };
  expect(groupOf("c1", annotations, "namespace")).toBe("shim-group:namespace");
  expect(groupOf("c1", annotations)).toBe("pod");
  expect(groupOf("c1", {})).toBe("c1");
});
