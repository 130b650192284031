// The executable's flags, exit statuses and what it prints (docs/contract/shim-cli.md).

import { rmSync } from "node:fs";
import { join } from "node:path";
import { containerd } from "../../proto/gen/runtime-info.js";
import { google } from "../../proto/gen/task.js";
import { packOptions } from "../driver/bundle.ts";
import { generations, startInput } from "../driver/dialects.ts";
import { holds, matches, same } from "../expect.ts";
import { page, type Row } from "../row.ts";
import type { Stage } from "../stage.ts";

const { RuntimeInfo } = containerd.types;
const none = { cwd: "/" };

async function info(stage: Stage, options?: Parameters<typeof packOptions>[0]) {
  const stdin = options && google.protobuf.Any.encode(packOptions(options)).finish();
  const result = await stage.driver.run(["-info"], { ...none, ...(stdin === undefined ? {} : { stdin }) });
  same("exit status", [result.exitCode, result.stderr], [0, ""]);
  return RuntimeInfo.decode(result.stdout);
}

const flagRows: Row[] = [
  {
    name: "-v: status 0, and lines with the version, the first with the program's name",
    contract: page.cli("2.2"),
    async check({ driver }) {
      const { exitCode, stdout } = await driver.run(["-v"], none);
      same("exit status", exitCode, 0);
      matches("stdout", stdout.toString(), /^\S*containerd-shim-\S*:\n +Version: /);
    },
  },
  {
    name: "A flag that nobody knows: status 2, words on stderr, nothing on stdout",
    contract: page.cli("2.2"),
    async check({ driver }) {
      const { exitCode, stdout, stderr } = await driver.run(["-nonexistent", "start"], none);
      same("exit status and stdout", [exitCode, stdout.toString()], [2, ""]);
      matches("stderr", stderr, /-nonexistent/);
    },
  },
  {
    name: "A flag without its value: status 2",
    contract: page.cli("2.2"),
    async check({ driver }) {
      const { exitCode, stdout } = await driver.run(["-namespace"], none);
      same("exit status and stdout", [exitCode, stdout.toString()], [2, ""]);
    },
  },
  {
    name: "start without a namespace: status 1, and why",
    contract: page.cli("3"),
    async check({ driver }) {
      const { exitCode, stdout, stderr } = await driver.run(["-id", "x", "start"], none);
      same("exit status and stdout", [exitCode, stdout.toString()], [1, ""]);
      matches("stderr", stderr, /shim namespace cannot be empty/);
    },
  },
  {
    name: "start without config.json: status 1, and nothing is left",
    contract: page.cli("3"),
    async check(stage) {
      const bundle = stage.bundle();
      rmSync(join(bundle.path, "config.json"));
      const { exitCode, stdout, stderr } = await stage.start(bundle, "1.6");
      same("exit status and stdout", [exitCode, stdout.toString()], [1, ""]);
      matches("stderr", stderr, /config\.json|no such file/i);
    },
  },
  {
    name: "start with a config.json that is no JSON: status 1, and nothing is left",
    contract: page.cli("3"),
    async check(stage) {
      const { exitCode, stderr } = await stage.start(stage.bundle({ config: "{" }), "1.6");
      same("exit status, and whether it says why", [exitCode, stderr !== ""], [1, true]);
    },
  },
  {
    name: "Flags with two dashes and =: as with one and a space",
    contract: page.cli("3"),
    async check(stage) {
      const bundle = stage.bundle();
      const words = stage.driver.flags(bundle);
      const args = words.flatMap((word, at) => (at % 2 === 0 ? [`-${word}=${words[at + 1]}`] : []));
      const { exitCode, stdout } = await stage.driver.run([...args, "start"], { cwd: bundle.path });
      same("exit status", exitCode, 0);
      await stage.driver.shutdown(await stage.driver.connect(stdout.toString().trim()), bundle);
    },
  },
  {
    name: "start with -debug: nothing but the answer is printed",
    contract: page.cli("2.2"),
    async check(stage) {
      const bundle = stage.bundle();
      const { exitCode, stdout, stderr } = await stage.start(bundle, "2.1", { flags: ["-debug"] });
      same("exit status and stderr", [exitCode, stderr], [0, ""]);
      matches("stdout", stdout.toString(), /^(unix:\/\/\/\S+|\{.*\})\s*$/);
      await stage.driver.shutdown(await stage.driver.connect(stdout.toString().trim()), bundle);
    },
  },
];

const dialectRows = generations.map(
  (generation): Row => ({
    name: `start as containerd ${generation} runs it: an answer that it takes, and a shim that serves`,
    contract: page.cli("2.2"),
    async check(stage) {
      const bundle = stage.bundle();
      const { address, version } = await stage.answer(bundle, generation, { options: packOptions(stage.runc) });
      const client = await stage.driver.connect(version === 2 ? address : JSON.stringify({ address, version }));
      await client.call("Create", bundle.createRequest(stage.runc));
      await client.call("Delete", { id: bundle.id });
      await stage.driver.shutdown(client, bundle);
    },
  }),
);

const answerRows: Row[] = [
  {
    name: "start with nothing on stdin: works",
    contract: page.cli("2.2"),
    async check(stage) {
      const bundle = stage.bundle();
      const { address, version } = await stage.answer(bundle, "2.1");
      await stage.driver.shutdown(await stage.driver.connect(JSON.stringify({ address, version })), bundle);
    },
  },
  {
    name: "start as containerd 2.3 with the id of another bundle: not taken for its own",
    contract: page.wire("8.2"),
    mayDiffer: "refusing is as good as answering in the old dialect",
    async check(stage) {
      const bundle = stage.bundle();
      const stdin = startInput("2.3", stage.driver, { ...bundle, id: "other" } as typeof bundle);
      const words = { cwd: bundle.path, ...(stdin === undefined ? {} : { stdin }) };
      const { exitCode, stdout } = await stage.driver.run([...stage.driver.flags(bundle), "start"], words);
      if (exitCode !== 0) return;
      const text = stdout.toString().trim();
      holds("the answer is the old dialect's", text.startsWith("unix://") || text.startsWith("{"));
      await stage.driver.shutdown(await stage.driver.connect(text), bundle);
    },
  },
];

const infoRows: Row[] = [
  {
    name: "-info: name, version, and the runtime's features",
    contract: page.cli("2.6"),
    needs: ["info"],
    async check(stage) {
      const { name, version, options } = await info(stage);
      matches("name", name, /^io\.containerd\.\w+\.v\d+$/);
      holds("there is a version", (version?.version ?? "") !== "");
      same("options, of which none were given", options ?? null, null);
    },
  },
  {
    name: "-info with options: they come back",
    contract: page.cli("2.6"),
    needs: ["info"],
    async check(stage) {
      const { options } = await info(stage, stage.runc);
      same("their type", options?.typeUrl, "containerd.runc.v1.Options");
    },
  },
  {
    name: "-info with a runtime that is not there: status 1, and why",
    contract: page.cli("2.6"),
    needs: ["info"],
    async check({ driver }) {
      const stdin = google.protobuf.Any.encode(packOptions({ binaryName: "no-such-runtime" })).finish();
      const { exitCode, stdout, stderr } = await driver.run(["-info"], { ...none, stdin });
      same("exit status and stdout", [exitCode, stdout.toString()], [1, ""]);
      matches("stderr", stderr, /no-such-runtime/);
    },
  },
];

export const rows: readonly Row[] = [...flagRows, ...dialectRows, ...answerRows, ...infoRows];
