// The tour that scripts/demo gives: a container, an exec, a terminal, the events, the price in memory.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import { execWords, remove, run, runDetached, runWords } from "../test/helpers/containers.ts";
import { EventRecorder } from "../test/helpers/events.ts";
import { describeLeftovers, removeLeftovers, settle, takeBaseline } from "../test/helpers/leftovers.ts";
import { PrivateContainerd } from "../test/helpers/private-containerd.ts";
import { type Memory, readMemory } from "../test/helpers/processes.ts";
import { makeImageArchive } from "../test/helpers/rootfs-image.ts";
import { type Shim, shims, shimUnderTest } from "../test/helpers/shim-under-test.ts";
import { Terminal } from "../test/helpers/terminal.ts";

const idleShims = 3;

class Interrupted extends Error {}

/** Rejects on Ctrl-C and SIGTERM, and when nobody reads any more (`| head`), so that everything is removed on the way out. */
const interrupted = new Promise<never>((_, reject) => {
  // With a listener a lost reader is no uncaught error: what is still written goes nowhere.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", () => reject(new Interrupted("nobody reads")));
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => reject(new Interrupted(`stopped by ${signal}`)));
  }
});
interrupted.catch(() => undefined);

function title(text: string): void {
  console.log(`\n\x1b[1m== ${text}\x1b[0m`);
}

function showCommand(words: readonly string[]): void {
  console.log(`\x1b[2m$ ctr ${words.join(" ")}\x1b[0m`);
}

function indent(text: string): string {
  return text.trimEnd().replace(/^/gm, "    ");
}

async function showRun(containerd: PrivateContainerd): Promise<string> {
  title(`A container under ${shimUnderTest.runtime}`);
  const id = containerd.newId("demo");
  const script = 'echo "Hello from process $$ of a container on $(uname -sr)"; id; exit 42';
  const options = { id, flags: ["--rm"] };
  showCommand(runWords(containerd, ["sh", "-c", `'${script}'`], options));
  const { stdout, stderr, exitCode } = await run(containerd, ["sh", "-c", script], { id });
  console.log(indent(stdout + stderr));
  console.log(`    exit code ${exitCode}`);
  if (exitCode !== 42) throw new Error("the container should have ended with 42");
  return id;
}

async function showExec(containerd: PrivateContainerd): Promise<string> {
  title("One in the background, and a second process in it");
  const id = await runDetached(containerd, ["sleep", "1000"], { id: containerd.newId("demo") });
  const words = execWords(id, ["ps", "-o", "pid,user,args"], { execId: "demo-exec" });
  showCommand(words);
  console.log(indent(await containerd.ctr.run(...words)));
  return id;
}

async function showTerminal(containerd: PrivateContainerd, id: string): Promise<void> {
  title("A terminal in it");
  const words = execWords(id, ["sh"], { execId: "demo-shell", flags: ["-t"] });
  showCommand(words);
  const terminal = new Terminal(containerd.ctr.argv(...words), { columns: 100, rows: 30 });
  for (const line of ["tty", "stty size", "exit"]) {
    await terminal.see(/# /);
    terminal.type(`${line}\r`);
  }
  await terminal.exit();
  // Without the control sequences by which the shell asks where the cursor is.
  const text = stripVTControlCharacters(terminal.text);
  console.log(indent(text.slice(text.indexOf("/ # tty"))));
}

function showEvents(recorder: EventRecorder, ids: readonly string[]): void {
  title("What subscribers of containerd saw");
  for (const { topic, fields } of ids.flatMap((id) => recorder.of(id))) {
    const { container_id, id, exec_id, pid, exit_status } = fields;
    const process = exec_id ?? (id === container_id ? undefined : id);
    const details = [
      container_id,
      process === undefined ? "" : `exec ${process}`,
      pid === undefined ? "" : `pid ${pid}`,
      exit_status === undefined ? "" : `exit status ${exit_status}`,
    ];
    console.log(`    ${topic.padEnd(22)}${details.filter(Boolean).join(", ")}`);
  }
}

async function measureIdle(containerd: PrivateContainerd, { runtime }: Shim): Promise<Memory> {
  const ids: string[] = [];
  for (let count = 0; count < idleShims; count++) ids.push(await runDetached(containerd, undefined, { runtime }));
  await delay(1_000); // idle is what they should be
  const measured = ids.map((id) => readMemory(containerd.shimPid(id)));
  await Promise.all(ids.map((id) => remove(containerd, id)));
  const average = (field: keyof Memory) => measured.reduce((sum, memory) => sum + memory[field], 0) / idleShims;
  return { privateDirtyKiB: average("privateDirtyKiB"), pssKiB: average("pssKiB"), rssKiB: average("rssKiB") };
}

const memoryExplained = `
Private dirty is what one more shim takes from the machine. PSS adds its part of the pages that shims share, which is large while
there are three; RSS counts them in full for each. Awake, runts is larger than the Go shim of containerd 1.6 and about as large as
that of 2.1. It is smaller after a minute of quiet (it sleeps in kilobytes: docs/asleep.md) and for each further container of a
shim: docs/benchmarks.md.`.trim();

async function showMemory(containerd: PrivateContainerd): Promise<void> {
  title(`What an idle shim costs in memory (MiB, average of ${idleShims}; less is better)`);
  const columns = ["", "private dirty", "PSS", "RSS"];
  console.log(`    ${columns.map((column) => column.padStart(14)).join("")}`);
  for (const shim of [shimUnderTest, shims.go]) {
    const { privateDirtyKiB, pssKiB, rssKiB } = await measureIdle(containerd, shim);
    const name = shim.kind === "go" ? "Go shim" : "runts";
    const figures = [privateDirtyKiB, pssKiB, rssKiB].map((kib) => (kib / 1024).toFixed(1));
    console.log(`    ${[name, ...figures].map((figure) => figure.padStart(14)).join("")}`);
  }
  console.log(indent(memoryExplained));
}

async function showAll(containerd: PrivateContainerd): Promise<void> {
  const recorder = await EventRecorder.start(containerd);
  try {
    const first = await showRun(containerd);
    const second = await showExec(containerd);
    await showTerminal(containerd, second);
    await remove(containerd, second);
    const life = ["/tasks/create", "/tasks/start", "/tasks/exit", "/tasks/delete"];
    const exec = ["/tasks/exec-added", "/tasks/exec-started", "/tasks/exit"];
    await recorder.waitFor(second, [...life, ...exec, ...exec]);
    showEvents(recorder, [first, second]);
  } finally {
    await recorder.stop();
  }
  await showMemory(containerd);
}

async function main(): Promise<void> {
  title("A containerd of our own, with a busybox image made on the spot");
  const baseline = takeBaseline();
  const workspace = mkdtempSync(join(tmpdir(), "runts-demo-"));
  let containerd: PrivateContainerd | undefined;
  try {
    const imageArchive = await makeImageArchive(workspace);
    containerd = await PrivateContainerd.start({ shim: shimUnderTest, imageArchive });
    console.log(`    ${containerd.directory}, namespace ${containerd.namespace}`);
    await Promise.race([showAll(containerd), interrupted]);
  } finally {
    title("Removing all of it");
    if (containerd) {
      if ((await settle(containerd, { baseline, timeoutMs: 1_000 })).length > 0) {
        await removeLeftovers(containerd, baseline);
      }
      const left = await settle(containerd, { baseline });
      console.log(left.length > 0 ? `left behind:\n${indent(describeLeftovers(left))}` : "    nothing is left");
      await containerd.stop();
    }
    rmSync(workspace, { recursive: true });
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Interrupted)) throw error;
  console.error(error.message);
  process.exitCode = 130;
}
// What was interrupted may still wait for something.
process.exit();
