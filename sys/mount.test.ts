import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parseMountLine, unescapeMountPath } from "./mount.ts";
import { resolveInRoot } from "./root-path.ts";

test("parseMountLine reads a line with tags and escapes", () => {
  const line = "36 35 98:0 /mnt1 /a\\040b\\134c rw,noatime shared:1 master:2 - ext3 /dev/root rw,errors=continue";
  expect(parseMountLine(line)).toEqual({
    root: "/mnt1",
    mountPoint: "/a b\\c",
    options: ["rw", "noatime"],
    type: "ext3",
    source: "/dev/root",
    superOptions: ["rw", "errors=continue"],
  });
});

for (const line of ["", "nonsense", "1 2 3 - ext4", "36 35 98:0 /mnt1 /mnt2 rw"]) {
  test(`parseMountLine refuses ${JSON.stringify(line)}`, () => expect(parseMountLine(line)).toBeUndefined());
}

test("unescapeMountPath undoes only octal escapes", () => {
  expect(unescapeMountPath("a\\011b\\012c\\043d\\9")).toBe("a\tb\nc#d\\9");
});

const root = mkdtempSync(join(tmpdir(), "root-path-"));
afterAll(() => rmSync(root, { recursive: true }));
mkdirSync(join(root, "etc/sub"), { recursive: true });
symlinkSync("/etc", join(root, "absolute"));
symlinkSync("../../../../etc", join(root, "escape"));
symlinkSync("sub/../sub", join(root, "etc/inner"));
symlinkSync("circle", join(root, "circle"));

const cases: [string, string][] = [
  ["", ""],
  ["/", ""],
  ["..", ""],
  ["../../x", "/x"],
  ["etc/sub", "/etc/sub"],
  ["missing/../etc", "/etc"],
  ["absolute/sub", "/etc/sub"],
  ["escape", "/etc"],
  ["absolute/inner/new", "/etc/sub/new"],
];
for (const [path, expected] of cases) {
  test(`resolveInRoot keeps ${JSON.stringify(path)} inside`, () => {
    expect(resolveInRoot(root, path)).toBe(root + expected);
  });
}

test("resolveInRoot ends on a circle", () => {
  expect(() => resolveInRoot(root, "circle")).toThrow("too many levels of symbolic links");
});
