// Mounts that come with Create (docs/contract/task-service.md 7).

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mountsBelow } from "../driver/leftovers.ts";
import { refusal, refused, same } from "../expect.ts";
import { page, type Row } from "../row.ts";
import type { Stage } from "../stage.ts";

interface Mount {
  readonly type: string;
  readonly source: string;
  readonly target?: string;
  readonly options: string[];
}

const bind = (source: string, target = "", ...options: string[]): Mount => ({
  ...{ type: "bind", source, target },
  options: ["rbind", ...(options.length > 0 ? options : ["rw"])],
});

/** What a script prints in a container with these mounts; and that they are gone after Delete. */
async function output(stage: Stage, rootfs: Mount[], script: string): Promise<string> {
  const bundle = stage.bundle({ rootfs: "rootfs", args: ["sh", "-c", script] });
  const client = await stage.driver.shim(bundle);
  const [stdout, stderr] = [bundle.output(), bundle.output("stderr")];
  const streams = { stdout: stdout.path, stderr: stderr.path };
  await client.call("Create", { ...bundle.createRequest(stage.runc), rootfs, ...streams });
  await client.call("Start", { id: bundle.id });
  await client.call("Wait", { id: bundle.id });
  const text = await stdout.toEnd();
  await stage.driver.end(client, bundle);
  same("mounts after Delete", mountsBelow(bundle.path), []);
  return text;
}

export const rows: readonly Row[] = [
  {
    name: "A bind mount as rootfs: the task's root, gone after Delete, and what was mounted is there",
    contract: page.task("7"),
    async check(stage) {
      const { rootfs } = stage.driver;
      same("output", await output(stage, [bind(rootfs)], "test -x /bin/busybox && echo yes"), "yes\n");
      same("what was mounted", existsSync(join(rootfs, "bin/busybox")), true);
    },
  },
  {
    name: "A bind mount with ro: read only, whatever the runtime makes of it then",
    contract: page.task("7.1"),
    async check(stage) {
      const bundle = stage.bundle({ rootfs: "rootfs", readonlyRootfs: true });
      const client = await stage.driver.shim(bundle);
      const rootfs = [bind(stage.driver.rootfs, "", "ro")];
      await client.call("Create", { ...bundle.createRequest(stage.runc), rootfs });
      const lines = readFileSync("/proc/self/mountinfo", "utf8").split("\n");
      const [options = ""] = lines.flatMap((line) => {
        const [, , , , place, own = ""] = line.split(" ");
        return place === join(bundle.path, "rootfs") ? [own] : [];
      });
      same("the first of its options", options.split(",")[0], "ro");
      await stage.driver.end(client, bundle);
    },
  },
  {
    name: "An overlay as rootfs: layers below, the task's writes above",
    contract: page.task("7"),
    async check(stage) {
      const directory = join(stage.driver.directory, stage.driver.newId("overlay"));
      for (const name of ["upper", "work"]) mkdirSync(join(directory, name), { recursive: true });
      const options = [
        ...[`lowerdir=${stage.driver.rootfs}`, `upperdir=${directory}/upper`, `workdir=${directory}/work`],
        "index=off",
      ];
      const overlay: Mount = { type: "overlay", source: "overlay", options };
      same("output", await output(stage, [overlay], "echo text >/file && cat /file"), "text\n");
      same("the written file", existsSync(join(directory, "upper/file")), true);
    },
  },
  {
    name: "A mount with a target: at that place below the rootfs",
    contract: page.task("7"),
    async check(stage) {
      const data = join(stage.driver.directory, stage.driver.newId("data"));
      mkdirSync(data);
      writeFileSync(join(data, "file"), "data\n");
      same("output", await output(stage, [bind(stage.driver.rootfs), bind(data, "/home")], "cat /home/file"), "data\n");
    },
  },
  {
    name: "A mount that fails: Create says so, and those before it are undone",
    contract: page.task("7"),
    async check(stage) {
      const bundle = stage.bundle({ rootfs: "rootfs" });
      const client = await stage.driver.shim(bundle);
      const rootfs = [bind(stage.driver.rootfs), bind("/nonexistent/source", "/home")];
      const call = client.call("Create", { ...bundle.createRequest(stage.runc), rootfs });
      await refused("Create", call, refusal(/^failed to mount rootfs component: .*no such file or directory/s));
      same("mounts", mountsBelow(bundle.path), []);
      await stage.driver.shutdown(client, bundle);
    },
  },
  {
    name: "A create that the runtime fails: the rootfs is not mounted any more",
    contract: "docs/known-failures.md: invariant 5",
    async check(stage) {
      const bundle = stage.bundle({ rootfs: "rootfs", args: ["/nonexistent"] });
      const client = await stage.driver.shim(bundle);
      const call = client.call("Create", { ...bundle.createRequest(stage.runc), rootfs: [bind(stage.driver.rootfs)] });
      await refused("Create", call, refusal(/^OCI runtime create failed/));
      same("mounts", mountsBelow(bundle.path), []);
      await stage.remove(bundle);
      await stage.driver.shutdown(client, bundle);
    },
  },
];
