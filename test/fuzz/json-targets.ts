// JSON of others: process objects, resources, config.json; and what a runtime writes into its log.

import { ociSpec } from "../../conformance/driver/oci-spec.ts";
import { checkJson } from "../../oci/json.ts";
import { lastErrorIn } from "../../oci/log.ts";
import { linuxResources, ProcessSpec } from "../../oci/request-objects.ts";
import { parseSpec } from "../../oci/spec.ts";
import { withPodFiles } from "../../shim/sandbox/container-spec.ts";
import type { SandboxState } from "../../shim/sandbox/state.ts";
import { mayHoldFifo } from "../../shim/stdio/confinement.ts";
import { check, onlyThrows, type Target } from "./fuzz.ts";

const spec = {
  ...ociSpec({ args: ["a"], rootfs: "/r", cgroupsPath: "/a/b" }),
  annotations: { "io.kubernetes.cri.sandbox-id": "pod", empty: null },
};

const texts = (values: readonly (string | object)[]): Buffer[] =>
  values.map((value) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)));

const jsonSeeds = texts([
  {
    terminal: true,
    user: { uid: 0, gid: 4294967295 },
    args: ["a", "é"],
    env: ["A=b"],
    cwd: "/",
    rlimits: [{ soft: 1 }],
  },
  { memory: { limit: -1, swap: 1 }, cpu: { shares: 18446744073709551615n.toString() }, unified: { a: "b" } },
  spec,
  '{"TERMINAL":null,"Args":["\\u0041"],"unknown":[1.5e-7,{"a":[{}],"a":{}}]} ',
  "{}",
  " null",
  `{"x":${"[".repeat(2000)}${"]".repeat(2000)}}`,
]);

/** Undefined for what the engine's own parser refuses. A character for each byte, as ours reads it. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString("latin1"));
  } catch {
    return undefined;
  }
}

const tokens: Target = {
  name: "json",
  seeds: jsonSeeds,
  run(input) {
    const bytes = Buffer.from(input);
    const value = parsed(bytes);
    let taken: ReturnType<typeof checkJson>;
    try {
      taken = checkJson(bytes, {}, "x");
    } catch (error) {
      check(error instanceof SyntaxError, `refused by ${error}`);
      const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
      check(!isObject || error.message.includes("deep"), `an object is refused: ${error}`);
      return;
    }
    check(value !== undefined, "what is no JSON is taken");
    check(taken === undefined ? value === null : typeof value === "object", "taken for something else");
  },
};

const requestObjects: Target = {
  name: "request-objects",
  seeds: jsonSeeds,
  run(input) {
    onlyThrows([SyntaxError], () => {
      const object = new ProcessSpec(input);
      for (const terminal of [true, false]) {
        const written = parsed(object.withTerminal(terminal)) as { terminal?: unknown } | undefined;
        check(written?.terminal === terminal, "the terminal is not as told");
      }
    });
    onlyThrows([SyntaxError], () => {
      check(parsed(linuxResources(input)) !== undefined, "resources that are no JSON are passed on");
    });
  },
};

const config: Target = {
  name: "config",
  seeds: jsonSeeds,
  run(input) {
    onlyThrows([SyntaxError], () => {
      const { annotations, cgroupsPath, apparmorProfile, selinuxLabel, ...rest } = parseSpec(Buffer.from(input));
      const isText = [...Object.values(annotations), cgroupsPath, apparmorProfile, selinuxLabel].every(
        (value) => typeof value === "string",
      );
      check(isText, "a text of the specification is none");
      check(typeof mayHoldFifo({ ...rest, apparmorProfile, selinuxLabel }) === "boolean", "no answer");
    });
  },
};

const podState = { bundle: "/run/pod", pod: { hostIpc: false } } as unknown as SandboxState;

const podFiles: Target = {
  name: "pod-files",
  seeds: jsonSeeds,
  run(input) {
    onlyThrows([SyntaxError], () => {
      const bytes = Buffer.from(input);
      const written = withPodFiles(bytes, podState);
      if (written === bytes) return;
      // As Go reads a name: in any case.
      const lists = Object.entries(JSON.parse(written.toString()) as Record<string, unknown>)
        .filter(([name]) => name.toLowerCase() === "mounts")
        .map(([, list]) => list as readonly { destination?: unknown }[]);
      const shms = lists.flat().filter((mount) => mount?.destination === "/dev/shm");
      check(shms.length > 0, "the pod's /dev/shm is missing");
    });
  },
};

const error = { level: "error", msg: "no more room", time: "2026-01-31T12:00:00Z" };

const runtimeLog: Target = {
  name: "runtime-log",
  seeds: texts([
    `${JSON.stringify(error)}\n${JSON.stringify({ ...error, level: "info" })}\n`,
    `${JSON.stringify(error, undefined, 2)}\n\n${JSON.stringify({ ...error, inner: { a: [{}] } }, undefined, 1)}\n`,
    'not a record\n{"level":"error","msg":5}\n',
    `{"level":"error","msg":"${"x".repeat(5000)}"}\n`,
    // Records that never end, and lines that might be their end.
    `{"x":[\n${"{},}\n".repeat(50_000)}`,
    "}\n".repeat(100_000),
    `{"a":"\\"}\n${'"}\n'.repeat(1000)}`,
  ]),
  run(input) {
    const found = lastErrorIn(Buffer.from(input).toString());
    if (found.kind === "found") check(typeof found.message === "string", "a message that is none");
  },
};

export const jsonTargets: readonly Target[] = [tokens, requestObjects, config, podFiles, runtimeLog];
