// A second oracle beside the client's view: a program in the container that tells what it finds (test/fixtures/probe), for
// one shim and one runtime. What differs from run to run (numbers, names of this driver) is taken out.

import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { TestContainer } from "../../conformance/driver/container.ts";
import { LoggingBinary, ready } from "../../conformance/driver/logging-binary.ts";
import type { OciUser } from "../../conformance/driver/oci-spec.ts";
import type { RuncOptions, ShimDriver } from "../../conformance/driver/shim-driver.ts";
import { eventually } from "../helpers/eventually.ts";

const sources = join(import.meta.dirname, "../fixtures/probe");

export const stdioKinds = ["null", "fifo", "terminal", "binary", "file"] as const;
export type StdioKind = (typeof stdioKinds)[number];

export const userKinds = ["root", "other", "groups", "namespace"] as const;
export type UserKind = (typeof userKinds)[number];

/** One process to look at. */
export interface ProbeCase {
  readonly process: "init" | "exec";
  readonly stdio: StdioKind;
  readonly user: UserKind;
}

export const nameOf = ({ process, stdio, user }: ProbeCase): string => `${process}-${stdio}-${user}`;

/** What the probe has found, by key. */
export type Findings = ReadonlyMap<string, string>;

const users: Readonly<Record<UserKind, OciUser>> = {
  root: { uid: 0, gid: 0 },
  other: { uid: 1000, gid: 1000 },
  groups: { uid: 1000, gid: 1000, additionalGids: [10, 2000] },
  namespace: { uid: 0, gid: 0 },
};

/** For another user among them, and a chroot. */
const moreCapabilities = ["CAP_SYS_CHROOT", "CAP_FOWNER"];
const capabilities = ["CAP_CHOWN", "CAP_DAC_OVERRIDE", "CAP_KILL", "CAP_SETGID", "CAP_SETUID", ...moreCapabilities];
const namespaces = readdirSync("/proc/self/ns");

/** The processes of one shim's containers. */
export class Probe {
  readonly #driver: ShimDriver;
  readonly #runc: RuncOptions;
  readonly #reports: string;

  constructor(driver: ShimDriver, runc: RuncOptions) {
    this.#driver = driver;
    this.#runc = runc;
    this.#reports = join(driver.directory, "reports");
    if (existsSync(this.#reports)) return;
    // A user namespace's root has to reach the rootfs, and anybody writes a report.
    chmodSync(driver.directory, 0o711);
    mkdirSync(this.#reports);
    chmodSync(this.#reports, 0o1777);
    const files = readdirSync(sources).filter((name) => name.endsWith(".c"));
    const program = join(driver.rootfs, "bin/probe");
    execFileSync("cc", ["-static", "-O1", "-o", program, ...files.map((name) => join(sources, name))]);
  }

  #bundleOptions(user: UserKind, more: object) {
    const source = this.#reports;
    const options = ["bind", "rw"];
    const moreMounts = [{ destination: "/report", type: "bind", source, options }];
    const isMapped = user === "namespace";
    return {
      moreMounts,
      moreCapabilities,
      user: users[user],
      ...(isMapped ? { userNamespace: true } : {}),
      // As CRI does it for such containers.
      runc: isMapped ? { ...this.#runc, ioUid: 100_000, ioGid: 100_000 } : this.#runc,
      ...more,
    };
  }

  /** A container that waits, for execs. */
  async host(user: UserKind): Promise<TestContainer> {
    return TestContainer.run(this.#driver, this.#bundleOptions(user, {}));
  }

  async ofInit(stdio: StdioKind, user: UserKind): Promise<Findings> {
    const name = nameOf({ process: "init", stdio, user });
    const { runc, ...options } = this.#bundleOptions(user, {
      args: ["/bin/probe", "/report", name, "stay"],
      terminal: stdio === "terminal",
    });
    const bundle = this.#driver.bundle(options);
    const client = await this.#driver.shim(bundle);
    const request = { ...bundle.createRequest(runc), ...this.#stdioPaths(stdio, bundle.id) };
    const { pid } = await client.call("Create", request);
    await client.call("Start", { id: bundle.id });
    const findings = await this.#read(name, { id: bundle.id, initPid: pid });
    await this.#driver.end(client, bundle);
    return findings;
  }

  async ofExec(container: TestContainer, stdio: StdioKind, user: UserKind): Promise<Findings> {
    const name = nameOf({ process: "exec", stdio, user });
    const { client, id, pid } = container;
    const spec = {
      terminal: stdio === "terminal",
      user: users[user],
      args: ["/bin/probe", "/report", name],
      env: ["PATH=/bin", "LAST=\\ \"'"],
      cwd: "/tmp",
      capabilities: { bounding: capabilities, effective: capabilities, permitted: capabilities },
      noNewPrivileges: true,
    };
    const value = Buffer.from(JSON.stringify(spec));
    await client.call("Exec", { id, execId: name, ...this.#stdioPaths(stdio, name), spec: { typeUrl: "x", value } });
    await client.call("Start", { id, execId: name });
    const { exitStatus } = await client.call("Wait", { id, execId: name });
    if (exitStatus !== 0) throw new Error(`${name}: the probe ended with ${exitStatus}`);
    const findings = await this.#read(name, { id, initPid: pid });
    await client.call("Delete", { id, execId: name });
    return findings;
  }

  #stdioPaths(stdio: StdioKind, id: string) {
    // The driver closes a bundle's ends.
    const anchor = this.#driver.bundle();
    const terminal = stdio === "terminal";
    switch (stdio) {
      case "null":
        return {};
      case "fifo":
        return { stdin: anchor.input().path, stdout: anchor.output().path, stderr: anchor.output("stderr").path };
      case "terminal":
        return { terminal, stdin: anchor.input().path, stdout: anchor.output().path };
      case "binary": {
        const logger = new LoggingBinary(this.#driver, `${ready}; cat <&3 >/dev/null & cat <&4 >/dev/null; wait`);
        return { stdout: logger.uri(), stderr: logger.uri() };
      }
      case "file": {
        const uri = `file://${join(this.#driver.directory, "fifo", `${id}.log`)}`;
        return { stdout: uri, stderr: uri };
      }
    }
  }

  async #read(name: string, { id, initPid }: { id: string; initPid: number }): Promise<Findings> {
    const path = join(this.#reports, `${name}.json`);
    await eventually(`the report of ${name}`, () => existsSync(path));
    const { directory, namespace } = this.#driver;
    const clean = (text: string) =>
      text.replaceAll(directory, "<directory>").replaceAll(namespace, "<namespace>").replaceAll(id, "<id>");
    const entries = Object.entries(JSON.parse(readFileSync(path, "utf8")) as Record<string, string>);
    rmSync(path);
    const ofNull = entries.flatMap(([key, text]) => (text === "/dev/null" ? [key.replace(/link$/, "owner")] : []));
    // Whose the machine's /dev/null is, is up to the last crun.
    const kept = entries.filter(([key]) => !ofNull.includes(key));
    return new Map(kept.map(([key, text]) => [key, clean(normalise(key, text, initPid))]));
  }
}

/** Without the numbers that the kernel gave to this one. */
function normalise(key: string, text: string, initPid: number): string {
  if (key.startsWith("namespace.")) return relation(key.slice("namespace.".length), text, initPid);
  if (key.startsWith("mount.")) {
    return text.replace(/^\d+ \d+ \d+:\d+ /, "").replace(/\b(shared|master|propagate_from):\d+/g, "$1");
  }
  if (key === "proc.autogroup") return text.replace(/\d+/, "N");
  return text;
}

/** Whose a namespace is, rather than its number. */
function relation(name: string, link: string, initPid: number): string {
  const plain = name.replace("_for_children", "");
  if (!namespaces.includes(plain)) return link;
  const isHost = link === readlinkSync(`/proc/self/ns/${plain}`);
  const isContainer = link === readlinkSync(`/proc/${initPid}/ns/${plain}`);
  return [isContainer ? "the container's" : "another", ...(isHost ? ["the host's"] : [])].join(", ");
}
