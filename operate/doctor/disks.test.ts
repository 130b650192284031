import { expect, test } from "vitest";
import { checkDisks } from "./disks.ts";

test("checkDisks tells a file system that is read-only, by what access(2) says of it", () => {
  const fails = (code: string) => () => {
    throw Object.assign(new Error(code), { code });
  };
  const of = (access: () => void) => checkDisks([{ path: "/", what: "here" }], access).map(({ check }) => check);
  expect(of(fails("EROFS"))).toEqual(["disk-read-only"]);
  expect(of(fails("EACCES"))).not.toContain("disk-read-only");
  expect(checkDisks([{ path: "/nowhere", what: "none" }])).toEqual([]);
});
