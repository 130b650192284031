// Messages of protobuf, the options in them, and what `start` reads.

import { containerd as bootstrap } from "../../proto/gen/bootstrap.js";
import { runts } from "../../proto/gen/inspect.js";
import { containerd as optionTypes, runtimeoptions } from "../../proto/gen/options.js";
import { containerd as sandbox } from "../../proto/gen/sandbox.js";
import { containerd } from "../../proto/gen/task.js";
import { upgradeRequest, upgradeResponse } from "../../proto/upgrade.ts";
import { readFields, writeFields } from "../../proto/wire.ts";
import { answer, mayConcernStart, parseStartRequest } from "../../shim/actions/start-request.ts";
import { parseArgs } from "../../shim/args.ts";
import { ShimError } from "../../shim/base/errdefs.ts";
import { checkText } from "../../shim/base/request-check.ts";
import { decodeOptions } from "../../shim/bundle/options.ts";
import { check, onlyThrows, type Target } from "./fuzz.ts";
import { packedOptions } from "./option-seeds.ts";

const tasks = containerd.task.v2;
const sandboxes = sandbox.runtime.sandbox.v1;

const timestamp = { seconds: 1_790_000_000, nanos: 5 };
const any = {
  typeUrl: "types.containerd.io/opencontainers/runtime-spec/1/Process",
  value: Buffer.from('{"args":["a"]}'),
};

const create = tasks.CreateTaskRequest.encode({
  ...{ id: "c1", bundle: "/run/b", terminal: true, stdin: "/f/0", stdout: "binary:///log?a=b", stderr: "/f/2" },
  rootfs: [{ type: "overlay", source: "overlay", options: ["lowerdir=/a:/b", "upperdir=/u", "workdir=/w"] }],
  options: any,
}).finish();

const messageSeeds = [
  create,
  tasks.ExecProcessRequest.encode({ id: "c1", execId: "e", spec: any, stdout: "/f/1" }).finish(),
  tasks.KillRequest.encode({ id: "c1", signal: 9, all: true }).finish(),
  tasks.UpdateTaskRequest.encode({ id: "c1", resources: any, annotations: { a: "b", __proto__x: "c" } }).finish(),
  tasks.StateResponse.encode({ id: "c1", pid: 7, status: 2, exitedAt: timestamp }).finish(),
  Buffer.alloc(5000, 0x0b),
  Buffer.from("08ffffffffffffffffff01", "hex"),
];

/** Every message that comes from outside: a decoder refuses with an Error, or gives what can be written again. */
const decoders = {
  ...tasks,
  ...sandboxes,
  CreateOptions: optionTypes.runc.v1.Options,
  GenericOptions: runtimeoptions.v1.Options,
  Inspect: runts.shim.v1.InspectResponse,
  Bootstrap: bootstrap.runtime.bootstrap.v1.BootstrapParams,
  Forward: containerd.services.events.ttrpc.v1.ForwardRequest,
};

interface Codec {
  decode(bytes: Uint8Array): object;
  encode(message: object): { finish(): Uint8Array };
}

const codecs = Object.values(decoders).filter(
  (type) => typeof (type as Partial<Codec>).decode === "function",
) as unknown as Codec[];

const messages: Target = {
  name: "messages",
  seeds: messageSeeds,
  run(input) {
    for (const codec of codecs) {
      onlyThrows([Error], () => {
        const message = codec.decode(input);
        codec.decode(codec.encode(message).finish());
        onlyThrows([ShimError], () => checkText("a message", message));
      });
    }
    for (const codec of [upgradeRequest, upgradeResponse]) onlyThrows([Error], () => codec.decode(input));
  },
};

const fields: Target = {
  name: "fields",
  seeds: messageSeeds,
  run(input) {
    onlyThrows([RangeError], () => {
      const known = readFields(input);
      check(known.length <= input.length, "more fields than bytes");
    });
  },
};

const invocation = parseArgs(["-namespace", "k8s.io", "-id", "c1", "-address", "/run/d.sock", "start"]);

const startRequest: Target = {
  name: "start-request",
  seeds: [
    ...messageSeeds,
    ...packedOptions.map(({ typeUrl, value }) =>
      writeFields([
        [1, typeUrl],
        [2, value],
      ]),
    ),
    bootstrap.runtime.bootstrap.v1.BootstrapParams.encode({
      ...{ instanceId: "c1", namespace: "k8s.io", containerdGrpcAddress: "/g", socketDir: "/s", logLevel: -4 },
      extensions: [{ value: { typeUrl: "containerd.runc.v1.Options", value: Buffer.from([0x18, 1]) } }],
    }).finish(),
  ],
  run(input) {
    onlyThrows([Error], () => {
      const request = parseStartRequest(input, invocation);
      if (request.options !== undefined) mayConcernStart(request.options);
      const said = answer(request, "unix:///run/containerd/s/0");
      check(said.length > 0, "no answer");
    });
  },
};

const options: Target = {
  name: "options",
  seeds: packedOptions.map(({ value }) => value),
  async run(input) {
    let remarks = 0;
    for (const { typeUrl } of packedOptions) {
      try {
        const { ioUid, ioGid, binaryName, root } = await decodeOptions({ typeUrl, value: input }, (text) => {
          remarks += 1;
          check(text.length < 10_000, "a remark of more than a page");
        });
        check(
          [ioUid, ioGid].every((id) => Number.isInteger(id) && id >= 0 && id < 2 ** 32),
          "an id that is none",
        );
        check(typeof binaryName === "string" && typeof root === "string", "a text that is none");
      } catch (error) {
        check(error instanceof ShimError, `options are refused by ${error}`);
      }
    }
    check(remarks <= 200, `${remarks} remarks`);
  },
};

export const messageTargets: readonly Target[] = [messages, fields, startRequest, options];
