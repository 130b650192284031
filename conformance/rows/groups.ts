// Containers that share a shim, as those of a pod (docs/contract/shim-cli.md 3).

import type { TestContainer } from "../driver/container.ts";
import { isAlive } from "../driver/processes.ts";
import { notFound, refused, same } from "../expect.ts";
import { page, type Row } from "../row.ts";
import type { Stage } from "../stage.ts";

const groupAnnotation = "io.containerd.runc.v2.group";
const sandboxAnnotation = "io.kubernetes.cri.sandbox-id";

/** The first container has the group's id, as CRI's sandbox has. */
async function pod(
  stage: Stage,
  annotation = sandboxAnnotation,
): Promise<{ first: TestContainer; second: TestContainer }> {
  const id = stage.driver.newId("pod");
  const annotations = { [annotation]: id };
  const first = await stage.run({ id, annotations });
  return { first, second: await stage.run({ annotations }) };
}

async function remove({ client, id }: TestContainer): Promise<void> {
  await client.call("Kill", { id, signal: 9, all: true });
  await client.call("Wait", { id });
  await client.call("Delete", { id });
}

const shimOf = async ({ client, id }: TestContainer) => (await client.call("Connect", { id })).shimPid;

async function end(stage: Stage, members: readonly TestContainer[]): Promise<void> {
  for (const member of members) await remove(member);
  const [first] = members as [TestContainer];
  for (const member of members.slice(1)) member.client.close();
  await stage.driver.shutdown(first.client, first.bundle);
}

const annotationRows = [groupAnnotation, sandboxAnnotation].map(
  (annotation): Row => ({
    name: `Two containers with the annotation ${annotation}: one shim`,
    contract: page.cli("3"),
    async check(stage) {
      const { first, second } = await pod(stage, annotation);
      same("the shim's pids", await shimOf(second), await shimOf(first));
      await end(stage, [first, second]);
    },
  }),
);

export const rows: readonly Row[] = [
  ...annotationRows,
  {
    name: "Both annotations: the group's counts",
    contract: page.cli("3"),
    async check(stage) {
      const id = stage.driver.newId("group");
      const bundle = stage.bundle({ id, annotations: { [groupAnnotation]: id, [sandboxAnnotation]: "other" } });
      const { address } = await stage.answer(bundle, "2.1");
      same("the address", address, `unix://${bundle.socket}`);
      const client = await stage.driver.connect(address, { service: "containerd.task.v2.Task" });
      client.close();
      const own = await stage.driver.shim(bundle);
      await stage.driver.shutdown(own, bundle);
    },
  },
  {
    name: "start of a second member: the same address, and no second process",
    contract: page.cli("3"),
    async check(stage) {
      const id = stage.driver.newId("pod");
      const annotations = { [sandboxAnnotation]: id };
      const first = stage.bundle({ id, annotations });
      const { address } = await stage.answer(first, "2.1");
      same("the second address", (await stage.answer(stage.bundle({ annotations }), "2.1")).address, address);
      same("the first's again", (await stage.answer(first, "2.1")).address, address);
      const client = await stage.driver.shim(first);
      await stage.driver.shutdown(client, first);
    },
  },
  {
    name: "Ten starts of one group at once: one address, one shim",
    contract: "docs/known-failures.md: KF-144",
    async check(stage) {
      const id = stage.driver.newId("pod");
      const annotations = { [sandboxAnnotation]: id };
      const first = stage.bundle({ id, annotations });
      const members = [first, ...Array.from({ length: 9 }, () => stage.bundle({ annotations }))];
      const answers = await Promise.all(members.map((member) => stage.answer(member, "2.1")));
      same("addresses", new Set(answers.map(({ address }) => address)), new Set([`unix://${first.socket}`]));
      const client = await stage.driver.shim(first);
      await stage.driver.shutdown(client, first);
    },
  },
  {
    name: "A member that ends: the other runs on, and has its own events",
    contract: page.wire("6.3"),
    async check(stage) {
      const { first, second } = await pod(stage);
      await remove(second);
      await stage.told(second.id, ["create", "start", "exit", "delete"]);
      same("status of the other", (await first.state()).status, 2);
      await stage.told(first.id, ["create", "start"]);
      await refused("State", first.client.call("State", { id: second.id }), notFound("container not created"));
      second.client.close();
      await remove(first);
      await stage.driver.shutdown(first.client, first.bundle);
    },
  },
  {
    name: "The first member is deleted and shut down: the other is served on",
    mayDiffer: "a shim may remember that Shutdown came",
    contract: "docs/known-failures.md: KF-028",
    async check(stage) {
      const { first, second } = await pod(stage);
      const pid = await shimOf(first);
      await remove(first);
      await first.client.call("Shutdown", { id: first.id });
      first.client.close();
      same("the shim lives", isAlive(pid), true);
      await second.exec("e", ["true"]);
      same("exit status of an exec", await second.wait("e"), 0);
      await remove(second);
      // It was told to already, and may have left with the last Delete.
      await second.client.call("Shutdown", { id: second.id }).catch(() => {});
      await second.client.closed;
    },
  },
  {
    name: "A Create that fails in a group: the others don't notice",
    contract: "docs/known-failures.md: KF-145",
    async check(stage) {
      const { first, second } = await pod(stage);
      const bundle = stage.bundle({ args: ["/nonexistent"] });
      await first.client.call("Create", bundle.createRequest(stage.runc)).catch(() => {});
      await stage.remove(bundle);
      same("statuses", [(await first.state()).status, (await second.state()).status], [2, 2]);
      await end(stage, [first, second]);
    },
  },
];
