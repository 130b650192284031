import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { containerd, runtimeoptions } from "../../proto/gen/options.js";
import { ShimError } from "../base/errdefs.ts";
import { decodeOptions } from "./options.ts";
import {
  defaultOptions,
  loadOptions,
  type RuncOptions,
  runtimeBinary,
  runtimeRoot,
  storeOptions,
} from "./stored-options.ts";

const all: RuncOptions = {
  noPivotRoot: true,
  noNewKeyring: true,
  shimCgroup: "/shims",
  ioUid: 1000,
  ioGid: 4_294_967_295,
  binaryName: "crun",
  root: "/run/other",
  systemdCgroup: true,
  criuPath: "/opt/criu",
  criuImagePath: "/images",
  criuWorkPath: "/work",
  stdio: "",
  shimGroup: "",
  sleepAfter: -1,
};

const runc = (options: containerd.runc.v1.Options.$Properties, prefix = "") => ({
  typeUrl: `${prefix}containerd.runc.v1.Options`,
  value: containerd.runc.v1.Options.encode(options).finish(),
});

const generic = (options: runtimeoptions.v1.Options.$Properties) => ({
  typeUrl: "runtimeoptions.v1.Options",
  value: runtimeoptions.v1.Options.encode(options).finish(),
});

const toml = (text: string) => generic({ configBody: Buffer.from(text) });

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "runts-options-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe("decodeOptions", () => {
  test("reads what clients of containerd 1.x send for runtimes of other names", async () => {
    const value = Buffer.concat([
      // no_pivot_root, then open_tcp, terminal and no_new_keyring.
      Buffer.from([0x08, 1, 0x10, 1, 0x20, 1, 0x40, 1]),
      // shim_cgroup "/shims", io_uid 1000, io_gid 4294967295, criu_work_path "/work", criu_image_path "/images".
      Buffer.from([0x4a, 6, ...Buffer.from("/shims"), 0x50, 0xe8, 0x07, 0x58, 0xff, 0xff, 0xff, 0xff, 0x0f]),
      Buffer.from([0x62, 5, ...Buffer.from("/work"), 0x6a, 7, ...Buffer.from("/images")]),
    ]);
    const { binaryName, root, systemdCgroup, criuPath } = defaultOptions;
    expect(await decodeOptions({ typeUrl: "containerd.linux.runc.CreateOptions", value })).toEqual({
      ...all,
      binaryName,
      root,
      systemdCgroup,
      criuPath,
    });
  });

  test.each([
    ["undefined", undefined],
    ["null", null],
    ["an empty Any", {}],
    ["an Any with null fields", { typeUrl: null, value: null }],
    ["runc's type without a value", { typeUrl: "containerd.runc.v1.Options" }],
    ["an unknown type without a value", { typeUrl: "some.other.Options", value: new Uint8Array(0) }],
    ["generic options without anything", generic({})],
    ["generic options with an empty body and path", generic({ configPath: "", configBody: new Uint8Array(0) })],
  ])("gives the defaults for %s", async (_name, packed) => {
    expect(await decodeOptions(packed)).toEqual(defaultOptions);
  });

  test("reads every field of runc's options", async () => {
    expect(await decodeOptions(runc(all))).toEqual(all);
  });

  test("takes a type URL with a prefix", async () => {
    expect(await decodeOptions(runc({ root: "/x" }, "types.googleapis.com/"))).toMatchObject({ root: "/x" });
  });

  test("skips the fields of later and of earlier versions", async () => {
    const { typeUrl, value } = runc({ root: "/x", taskApiAddress: "unix:///a", taskApiVersion: 3 });
    // Field 99, length-delimited.
    const unknown = Buffer.from([0x9a, 0x06, 0x01, 0x78]);
    expect(await decodeOptions({ typeUrl, value: Buffer.concat([value, unknown]) })).toMatchObject({ root: "/x" });
  });

  test.each([
    ["an unknown type with a value", { typeUrl: "some.other.Options", value: Buffer.from([8, 1]) }, /some\.other/],
    ["a value without a type", { typeUrl: "", value: Buffer.from([8, 1]) }, /not runtime options/],
    [
      "CheckpointOptions",
      { typeUrl: "containerd.runc.v1.CheckpointOptions", value: Buffer.from([8, 1]) },
      /Checkpoint/,
    ],
    [
      "bytes that are no message",
      { typeUrl: "containerd.runc.v1.Options", value: Buffer.from([0x3a, 0xff]) },
      /decode/,
    ],
    [
      "generic bytes that are no message",
      { typeUrl: "runtimeoptions.v1.Options", value: Buffer.from([0x12, 0xff]) },
      /read/,
    ],
  ])("refuses %s as an invalid argument", async (_name, packed, text) => {
    const error = await decodeOptions(packed).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ShimError);
    expect(error).toMatchObject({ kind: "invalid-argument", message: expect.stringMatching(text) });
  });
});

describe("decodeOptions of runtimeoptions.v1.Options", () => {
  const text = `
    BinaryName = "crun"
    Root = "/run/other"
    SystemdCgroup = true
    NoPivotRoot = true
    NoNewKeyring = true
    ShimCgroup = "/shims"
    IoUid = 1000
    IoGid = 4294967295
    CriuPath = "/opt/criu"
    CriuImagePath = "/images"
    CriuWorkPath = "/work"
  `;

  test("reads every field from config_body", async () => {
    expect(await decodeOptions(toml(text))).toEqual(all);
  });

  test("reads every field from the file at config_path", async () => {
    const configPath = join(directory, "runtime.toml");
    writeFileSync(configPath, text);
    expect(await decodeOptions(generic({ configPath }))).toEqual(all);
  });

  test("prefers the body to the path", async () => {
    const body = { configPath: "/does/not/exist", configBody: Buffer.from('Root = "/x"') };
    expect(await decodeOptions(generic(body))).toEqual({ ...defaultOptions, root: "/x" });
  });

  test("takes comments and keys of others", async () => {
    expect(await decodeOptions(toml('# a comment\nOther = 1\n[table]\nRoot = "no"\n'))).toEqual(defaultOptions);
  });

  test.each([
    ["a Stdio that is none", toml('Stdio = "fifo"'), /Stdio must be "pipes"/],
    ["a Stdio of another type", toml("Stdio = true"), /Stdio must be a string/],
    ["TOML that can't be parsed", toml("Root ="), /runtime options/],
    ["a string for a flag", toml('SystemdCgroup = "true"'), /SystemdCgroup must be a boolean/],
    ["a number for a name", toml("BinaryName = 1"), /BinaryName must be a string/],
    ["a negative id", toml("IoUid = -1"), /IoUid must be an id/],
    ["an id that is too large", toml("IoGid = 4294967296"), /IoGid must be an id/],
    ["a fraction for an id", toml("IoGid = 1.5"), /IoGid must be an id/],
    ["a file that is not there", generic({ configPath: "/does/not/exist" }), /no such file/],
    ["a directory for a file", generic({ configPath: "/" }), /directory/],
    ["a file without end", generic({ configPath: "/dev/zero" }), /is a character device/],
    ["more than fourteen keys can be", toml(`# ${"x".repeat(70_000)}`), /more than 65536 bytes/],
  ])("refuses %s", async (_name, packed, message) => {
    await expect(decodeOptions(packed)).rejects.toMatchObject({
      kind: "invalid-argument",
      message: expect.stringMatching(message),
    });
  });
});

describe("storeOptions and loadOptions", () => {
  test.each([
    ["the defaults", defaultOptions, "{}"],
    ["all fields", all, undefined],
  ])("keep %s in files that only root reads", (_name, options, json) => {
    storeOptions(directory, options);
    expect(loadOptions(directory)).toEqual(options);
    for (const name of ["options.json", "runtime"]) expect(statSync(join(directory, name)).mode & 0o777).toBe(0o600);
    if (json !== undefined) expect(readFileSync(join(directory, "options.json"), "utf8")).toBe(json);
  });

  test("write what the Go shim reads", () => {
    storeOptions(directory, all);
    expect(JSON.parse(readFileSync(join(directory, "options.json"), "utf8"))).toMatchObject({
      no_pivot_root: true,
      io_uid: 1000,
      binary_name: "crun",
      systemd_cgroup: true,
    });
    expect(readFileSync(join(directory, "runtime"), "utf8")).toBe("crun");
  });

  test.each([
    ["no files", {}, {}],
    ["an empty file", { "options.json": "" }, {}],
    ["half a file", { "options.json": '{"root": "/x' }, {}],
    ["null", { "options.json": "null" }, {}],
    [
      "values of wrong types",
      { "options.json": '{"root": 1, "io_uid": "x", "systemd_cgroup": true}' },
      { systemdCgroup: true },
    ],
    ["the runtime alone", { runtime: "crun" }, { binaryName: "crun" }],
    ["a runtime that differs", { "options.json": '{"binary_name":"a"}', runtime: "b" }, { binaryName: "b" }],
  ])("load what can be read: %s", (_name, files, expected) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
    expect(loadOptions(directory)).toEqual({ ...defaultOptions, ...expected });
  });
});

describe("runtimeRoot and runtimeBinary", () => {
  test.each([
    ["", "/run/containerd/runc/ns"],
    ["/x", "/x/ns"],
    ["/x/", "/x/ns"],
    // Of the bundle, in which the runtime runs.
    ["rel", "/b/c/rel/ns"],
    ["./rel/", "/b/c/rel/ns"],
    ["../rel", "/b/rel/ns"],
  ])("root %j is %s", (root, path) => {
    expect(runtimeRoot({ ...defaultOptions, root }, { namespace: "ns", bundle: "/b/c" })).toBe(path);
  });

  test.each([
    ["", "runc"],
    ["crun", "crun"],
    ["/opt/runc", "/opt/runc"],
  ])("binary_name %j is %s", (binaryName, file) => {
    expect(runtimeBinary({ ...defaultOptions, binaryName })).toBe(file);
  });
});
