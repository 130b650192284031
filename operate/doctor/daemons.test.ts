import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Daemon } from "../containerd.ts";
import { parseVersion } from "../containerd.ts";
import { parseSettings, settingsOf } from "../daemon-settings.ts";
import { checkDaemon } from "./daemons.ts";
import { checkDocker } from "./docker.ts";

let directory = "";
let daemon: Daemon;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "runts-doctor-"));
  for (const name of ["containerd-shim-runts-v2", "containerd-shim-runc-v2", "crun", "runc"]) {
    writeFileSync(join(directory, name), "");
    chmodSync(join(directory, name), 0o755);
  }
  daemon = {
    pid: 42,
    executable: "/usr/bin/containerd",
    isReplaced: false,
    configPath: "/etc/containerd/config.toml",
    version: parseVersion("containerd x v2.1.4 abc"),
    searchPath: directory,
    unit: "containerd.service",
    keeper: undefined,
  };
});
afterEach(() => rmSync(directory, { recursive: true }));

const handlerConfig = (text: string) =>
  parseSettings(`version = 3\n[plugins."io.containerd.cri.v1.runtime".containerd.runtimes.x]\n${text}`);

const found = (text: string, changes: Partial<Daemon> = {}) =>
  checkDaemon({ ...daemon, ...changes }, handlerConfig(text)).filter(({ level }) => level !== "note");

const ofRunts = 'runtime_type = "io.containerd.runts.v2"';
const options = '[plugins."io.containerd.cri.v1.runtime".containerd.runtimes.x.options]';

describe("checkDaemon", () => {
  test.each([
    ["nothing where all is well", ofRunts, []],
    ["a handler without its shim", 'runtime_type = "io.containerd.kata.v2"', ["handler-without-shim"]],
    ["a path that is not there", `${ofRunts}\nruntime_path = "/no/shim"`, ["handler-without-shim"]],
    ["nothing for a type that is no shim's name", 'runtime_type = "/usr/bin/x"', []],
    ["an option that nobody knows", `${ofRunts}\n${options}\nBinaryNam = "crun"`, ["unknown-option"]],
    ["a runtime that is not there", `${ofRunts}\n${options}\nBinaryName = "youki"`, ["handler-without-runtime"]],
    ["nothing for one that is", `${ofRunts}\n${options}\nBinaryName = "crun"`, []],
    ["an options' file that is not there", `${ofRunts}\n${options}\nConfigPath = "/no/file"`, ["options-file"]],
  ])("finds %s", (_name, text, expected) => {
    expect(found(text).map(({ check }) => check)).toEqual(expected);
  });

  test("says of runc, that a handler has unless told, what is in its place", () => {
    const file = join(directory, "runc");
    const texts = () => found(ofRunts).map(({ level, what }) => `${level}: ${what}`);
    chmodSync(file, 0o644);
    const text = `warning: the CRI handler x wants the runtime runc, `;
    expect(texts()).toEqual([`${text}and ${file} is no file that can be executed`]);
    rmSync(file);
    expect(texts()).toEqual([`${text}which is not there`]);
    expect(found(`${ofRunts}\n${options}\nBinaryName = "crun"`)).toEqual([]);
  });

  test("reads the options' file", () => {
    const file = join(directory, "runts.toml");
    const withFile = `${ofRunts}\n${options}\nConfigPath = ${JSON.stringify(file)}`;
    writeFileSync(file, "[options]\nBinaryName = 'crun'\n");
    expect(found(withFile)[0]).toMatchObject({
      check: "unknown-option",
      what: expect.stringContaining("belong at the top"),
    });
    writeFileSync(file, "BinaryName = \n");
    expect(found(withFile)[0]).toMatchObject({
      check: "options-file",
      what: expect.stringContaining("can't be parsed"),
    });
    writeFileSync(file, "BinaryName = 'crun'\n");
    expect(found(withFile)).toEqual([]);
  });

  test.each([
    ["one that does not run", { pid: undefined }, "containerd-down"],
    ["none at all", { pid: undefined, executable: "" }, "no-containerd"],
    ["one that was replaced", { isReplaced: true }, "containerd-replaced"],
    ["one that is too old", { version: parseVersion("v1.5.9") }, "containerd-version"],
    ["one that is newer than this", { version: parseVersion("v3.0.0") }, "containerd-version"],
  ])("finds %s", (_name, changes, expected) => {
    expect(found(ofRunts, changes).map(({ check }) => check)).toEqual([expected]);
  });

  test("finds a handler that is written for the other generation of containerd", () => {
    const configPath = join(directory, "config.toml");
    const table = (plugin: string) => `[plugins."${plugin}".containerd.runtimes.runts]\n${ofRunts}\n`;
    const told = (plugin: string, version: string) => {
      writeFileSync(configPath, table(plugin));
      // What containerd makes of it: its own default.
      return found(ofRunts, { configPath, version: parseVersion(version) });
    };
    const [old, later] = ["io.containerd.grpc.v1.cri", "io.containerd.cri.v1.runtime"] as const;
    expect(told(later, "1.6.20")).toMatchObject([
      { check: "handler-passed-over", mend: expect.stringContaining(`"${old}" of a file with version = 2`) },
    ]);
    expect(told(old, "2.1.4")[0]?.mend).toContain(`"${later}"`);
    writeFileSync(configPath, table(later).replace("runtimes.runts", "runtimes.x"));
    expect(found(ofRunts, { configPath })).toEqual([]);
  });

  test("says how a configuration can be looked at that can't be read", () => {
    const [finding] = checkDaemon(daemon, undefined).filter(({ level }) => level !== "note");
    expect(finding).toMatchObject({
      check: "configuration",
      mend: "containerd --config /etc/containerd/config.toml config dump",
    });
  });
});

test("settingsOf asks for the defaults where the usual file is not there, and not for another one's", () => {
  const executable = join(directory, "containerd");
  // As containerd: its dump of a file that is not there fails.
  writeFileSync(executable, '#!/bin/sh\n[ "$*" = "config default" ] || exit 1\necho \'state = "/usual"\'\n');
  chmodSync(executable, 0o755);
  const configPath = join(directory, "config.toml");
  expect(settingsOf({ pid: undefined, executable, configPath }, configPath)?.state).toBe("/usual");
  expect(settingsOf({ pid: undefined, executable, configPath }, "/usual.toml")).toBeUndefined();
});

describe("parseSettings", () => {
  test("has the directories, the socket and both generations' handlers", () => {
    const text = `state = "/s"\n[grpc]\naddress = "/a"\n[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]\nruntime_type = "t"\n[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]\nSystemdCgroup = true\n`;
    expect(parseSettings(text)).toEqual({
      root: "/var/lib/containerd",
      state: "/s",
      address: "/a",
      handlers: [{ name: "runc", runtimeType: "t", runtimePath: "", options: { SystemdCgroup: true } }],
    });
    const four = `version = 4\n[plugins."io.containerd.server.v1.grpc"]\naddress = "/b"\n`;
    expect(parseSettings(four).address).toBe("/b");
    expect(parseSettings(`disabled_plugins = ["io.containerd.grpc.v1.cri"]\n${text}`).handlers).toEqual([]);
  });
});

describe("checkDocker", () => {
  test("finds options that nobody knows, in daemon.json and in the file that it names", () => {
    const [file, toml] = [join(directory, "daemon.json"), join(directory, "runts.toml")];
    writeFileSync(toml, "SystemdCgrup = true\n");
    const runtime = { runtimeType: "io.containerd.runts.v2", options: { ConfigPath: toml, Rot: "/x" } };
    writeFileSync(file, JSON.stringify({ runtimes: { runts: runtime, crun: { path: "/usr/bin/crun" } } }));
    expect(checkDocker(file).map(({ what }) => what)).toEqual([
      expect.stringContaining("Rot is no option and is ignored: is Root meant?"),
      expect.stringContaining("is SystemdCgroup meant?"),
    ]);
    expect(checkDocker(join(directory, "none.json"))).toEqual([]);
  });
});
