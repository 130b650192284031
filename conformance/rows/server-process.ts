// The process that serves, and its socket (docs/contract/shim-cli.md 3, 4.1).

import { existsSync, readFileSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { packOptions } from "../driver/bundle.ts";
import { eventually } from "../driver/eventually.ts";
import { isAlive } from "../driver/processes.ts";
import { holds, matches, same } from "../expect.ts";
import { page, type Row } from "../row.ts";
import type { Stage } from "../stage.ts";

/** A shim without a task, its pid, and afterwards its end. */
async function withServer(
  stage: Stage,
  body: (pid: number, bundle: ReturnType<Stage["bundle"]>) => void | Promise<void>,
) {
  const { bundle, client } = await stage.empty();
  const { shimPid } = await client.call("Connect", { id: bundle.id });
  await body(shimPid, bundle);
  await stage.driver.shutdown(client, bundle);
}

const statFields = (pid: number) => {
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
};

export const rows: readonly Row[] = [
  {
    name: "The socket: where the group's hash says, for root alone",
    contract: page.cli("3"),
    check: (stage) =>
      withServer(stage, (_pid, bundle) => {
        same("whether it is there", existsSync(bundle.socket), true);
        same("its mode", statSync(bundle.socket).mode & 0o777, 0o600);
      }),
  },
  {
    name: "A plain address: also in the file `address` of the bundle",
    contract: page.cli("2.2"),
    async check(stage) {
      const bundle = stage.bundle();
      const { form, address, version } = await stage.answer(bundle, "2.1");
      if (form === "plain") same("address", readFileSync(join(bundle.path, "address"), "utf8"), address);
      await stage.driver.shutdown(await stage.driver.connect(JSON.stringify({ address, version })), bundle);
    },
  },
  {
    name: "The serving process: in the bundle, in a process group of its own, with nothing of start's streams",
    contract: page.cli("3"),
    check: (stage) =>
      withServer(stage, (pid, bundle) => {
        same("working directory", readlinkSync(`/proc/${pid}/cwd`), realpathSync(bundle.path));
        same("process group", Number(statFields(pid)[2]), pid);
        same(
          "stdin and stdout",
          [0, 1].map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`)),
          ["/dev/null", "/dev/null"],
        );
      }),
  },
  {
    name: "The serving process: its OOM score is containerd's and one more",
    contract: page.cli("3"),
    check: (stage) =>
      withServer(stage, (pid) => {
        const score = (of: string) => Number(readFileSync(`/proc/${of}/oom_score_adj`, "utf8"));
        same("oom_score_adj", score(String(pid)), Math.min(score("self") + 1, 1000));
      }),
  },
  {
    name: "The serving process: adopts its containers' processes",
    contract: "docs/known-failures.md: invariant 2",
    async check(stage) {
      const container = await stage.run();
      const { shimPid } = await container.client.call("Connect", { id: container.id });
      same("init's parent", Number(statFields(container.pid)[1]), shimPid);
      await container.end();
    },
  },
  {
    name: "Orphans of a container that has no pid namespace: ended and collected with it",
    contract: "docs/known-failures.md: KF-052",
    async check(stage) {
      const container = await stage.sh("(setsid sleep 1000 &) ; echo up; sleep 1000", { pidNamespace: "host" });
      await container.bundle.waitForOutput(container.stdout, "up");
      const pids = await container.pids();
      holds("there are two processes or more", pids.length >= 2);
      await container.kill(9);
      await container.wait();
      await eventually("all have ended", () => !pids.some(isAlive));
      await container.end();
    },
  },
  {
    name: "The option shim_cgroup with a cgroup that is not there: start fails, and nothing is left",
    contract: page.cli("3"),
    async check(stage) {
      const bundle = stage.bundle();
      const options = packOptions({ ...stage.runc, shimCgroup: "/no-such-cgroup/at-all" });
      const { exitCode, stderr } = await stage.start(bundle, "2.1", { options });
      same("exit status", exitCode, 1);
      matches("stderr", stderr, /no-such-cgroup/);
    },
  },
  {
    name: "-debug: records in logrus's format in the FIFO `log`",
    contract: page.cli("4.1"),
    async check(stage) {
      const bundle = stage.bundle();
      const { stdout } = await stage.start(bundle, "2.1", { flags: ["-debug"] });
      const client = await stage.driver.connect(stdout.toString().trim());
      await client.call("Create", bundle.createRequest(stage.runc));
      await client.call("Delete", { id: bundle.id });
      await stage.driver.shutdown(client, bundle);
      const lines = bundle.logText().trim().split("\n");
      matches("the first line", lines[0] ?? "", /^time="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}\S+" level=\w+ msg=/);
    },
  },
  {
    name: "SIGTERM to the shim: a running task lives on, and delete ends it",
    contract: page.cli("6.3"),
    slow: true,
    async check(stage) {
      const container = await stage.run();
      const { shimPid } = await container.client.call("Connect", { id: container.id });
      process.kill(shimPid, "SIGTERM");
      // Whether it leaves is its own business: Go's does.
      const stays = new Promise<boolean>((resolve) => setTimeout(resolve, 1000, true));
      const isThere = await Promise.race([container.client.closed.then(() => false), stays]);
      same("whether init lives", isAlive(container.pid), true);
      if (isThere) return await container.end();
      await eventually("the shim has ended", () => !isAlive(shimPid));
      same("delete: exit status", (await stage.remove(container.bundle)).exitCode, 0);
      await eventually("its process has ended", () => !isAlive(container.pid));
    },
  },
];
