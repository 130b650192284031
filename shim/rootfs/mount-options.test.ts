import { expect, test } from "vitest";
import { commonDirectory, compactOverlay, parseMountOptions } from "./mount-options.ts";

const flagCases: [string, number][] = [
  ["ro", 1],
  ["ro,rw", 0],
  ["nosuid,nodev,noexec", 14],
  ["nosuid,suid", 0],
  ["sync,remount,mand,dirsync", 16 + 32 + 64 + 128],
  ["noatime,nodiratime", 1024 + 2048],
  ["bind", 4096],
  ["rbind", 20480],
  ["relatime", 2 ** 21],
  ["strictatime", 2 ** 24],
  ["strictatime,nostrictatime,relatime,norelatime", 0],
];
for (const [words, flags] of flagCases) {
  test(`parseMountOptions reads ${words}`, () => {
    expect(parseMountOptions(words.split(","))).toEqual({ flags, loop: false, uidMap: "", gidMap: "", data: [] });
  });
}

test("parseMountOptions passes on what it doesn't know, propagation words included", () => {
  const options = parseMountOptions(["rw", "defaults", "rslave", "lowerdir=/a:/b", "loop", "direct-io"]);
  expect(options).toEqual({
    flags: 0,
    loop: true,
    uidMap: "",
    gidMap: "",
    data: ["defaults", "rslave", "lowerdir=/a:/b", "direct-io"],
  });
});

test("parseMountOptions takes id maps out", () => {
  expect(parseMountOptions(["uidmap=0:1000:10", "gidmap=0:2000:10", "x"])).toMatchObject({
    uidMap: "0:1000:10",
    gidMap: "0:2000:10",
    data: ["x"],
  });
});

test("parseMountOptions refuses options of containerd's mount manager", () => {
  expect(() => parseMountOptions(["X-containerd.mkfs=ext4"])).toThrow(
    'internal mount option "X-containerd.mkfs=ext4" was not consumed by the mount manager',
  );
});

const commonCases: [string[], string | undefined][] = [
  [["/s/snapshots/10/fs", "/s/snapshots/12/fs"], "/s/snapshots"],
  [["/s/snapshots/1/fs", "/s/snapshots/12/fs"], "/s/snapshots"],
  [["/s/a", "/s/a"], "/s"],
  [["/a/1", "/b/2"], undefined],
  [["/a", "/b"], undefined],
  [["a", "b"], undefined],
  [[], undefined],
];
for (const [paths, directory] of commonCases) {
  test(`commonDirectory of ${paths.join(" ")}`, () => expect(commonDirectory(paths)).toBe(directory));
}

test("compactOverlay makes lower directories relative, last", () => {
  expect(compactOverlay(["lowerdir=/s/2/fs:/s/1/fs", "upperdir=/s/3/fs"])).toEqual({
    directory: "/s",
    options: ["upperdir=/s/3/fs", "lowerdir=2/fs:1/fs"],
  });
});

const incompactible = [["lowerdir=/s/1/fs"], ["upperdir=/s/1/fs"], ["lowerdir=/a/1:/b/1"]];
for (const options of incompactible) {
  test(`compactOverlay leaves ${options.join(",")}`, () => expect(compactOverlay(options)).toBeUndefined());
}
