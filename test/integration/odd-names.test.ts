// Mounts and cgroups whose names are no UTF-8: they are seen, listed, killed and removed like any other.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { TestContainer } from "../../conformance/driver/container.ts";
import { describeRuntimes, noTest } from "../driver/lanes.ts";
import { useDriver } from "../driver/use-driver.ts";
import { CommandDirectory } from "../helpers/command-directory.ts";
import { eventually } from "../helpers/eventually.ts";

/** Shell: `move <pid> <id>` puts a process of the container `id` into a cgroup below its own, in every hierarchy. */
const functions = `odd=$(printf 'x\\351')
move() {
  while IFS=: read -r _ names path; do
    case $path in */"$2") ;; *) continue ;; esac
    case $names in
      "") top=/sys/fs/cgroup/unified; [ -d $top ] || top=/sys/fs/cgroup ;;
      *) top=/sys/fs/cgroup/\${names#name=} ;;
    esac
    # crun's driver has a hierarchy that is mounted for itself alone.
    [ -e "$top/cgroup.procs" ] || continue
    mkdir -p "$top$path/$odd"
    for file in cpuset.cpus cpuset.mems; do
      [ ! -e "$top/$file" ] || cat "$top$path/$file" >"$top$path/$odd/$file"
    done
    echo "$1" >"$top$path/$odd/cgroup.procs"
  done </proc/"$1"/cgroup
}`;

function shell(script: string, ...args: string[]): string {
  return execFileSync("sh", ["-c", `set -e; ${functions}; ${script}`, "sh", ...args], { encoding: "latin1" });
}

describe("a mount with an odd name below the rootfs", () => {
  const driver = useDriver();

  test("does not keep Delete from unmounting all", async () => {
    const bundle = driver().bundle({ rootfs: "rootfs" });
    const { id } = bundle;
    const client = await driver().shim(bundle);
    const rootfs = [{ type: "bind", source: driver().rootfs, target: "", options: ["rbind", "rw"] }];
    await client.call("Create", { ...bundle.createRequest(), rootfs });
    await client.call("Start", { id });
    const target = join(bundle.path, "rootfs");
    const source = driver().rootfs;
    shell('mkdir "$2/$odd"; mount -t tmpfs none "$1/$odd"', target, source);
    try {
      await driver().end(client, bundle);
      expect(readFileSync("/proc/self/mountinfo", "latin1")).not.toContain(target);
    } finally {
      shell('umount "$1/$odd" 2>/dev/null || :; rmdir "$2/$odd"', target, source);
    }
  });
});

describeRuntimes("a cgroup with an odd name", ({ driver, options: runc, name }) => {
  const clean = () =>
    shell('find /sys/fs/cgroup -depth -type d -path "*/$1/*/$odd" -exec rmdir {} \\;', driver().namespace);

  test("of an exec: it is listed, and killed with all", async () => {
    const container = await TestContainer.run(driver(), { runc });
    try {
      const pid = await container.exec("second");
      expect(shell('move "$1" "$2"; cat /proc/"$1"/cgroup', String(pid), container.id)).toContain("x\xe9");
      expect((await container.pids()).toSorted()).toEqual([container.pid, pid].toSorted());
      await container.kill(9, { all: true });
      expect([await container.wait("second"), await container.wait()]).toEqual([137, 137]);
    } finally {
      clean();
    }
    await container.end();
  });

  // crun goes on with the directories that it has made.
  (name === "runc" ? test : noTest)("of init: Stats, Pids, OOM kills and the kill of all work", async () => {
    const commands = new CommandDirectory();
    commands.script(
      "runc",
      `${functions}
PATH=\${PATH#*:} runc "$@" || exit
case " $* " in *" create "*)
  for id in "$@"; do :; done
  move "$(cat ${driver().directory}/bundles/$id/init.pid)" $id ;;
esac`,
    );
    const container = await TestContainer.run(driver(), {
      runc: { ...runc, binaryName: join(commands.path, "runc") },
      pidNamespace: "host",
      memoryLimit: 16 << 20,
    });
    const { client, id, pid } = container;
    try {
      expect(shell('cat /proc/"$1"/cgroup', String(pid))).toContain("x\xe9");
      expect(await container.pids()).toEqual([pid]);
      expect((await client.call("Stats", { id })).stats?.value?.length).toBeGreaterThan(100);
      const program = "while [ ! -e /tmp/go ]; do sleep 0.02; done; s=xxxxxxxxxxxxxxxx; while :; do s=$s$s; done";
      const second = await container.exec("second", ["sh", "-c", program]);
      shell('move "$1" "$2"; : >"/proc/$1/root/tmp/go"', String(second), id);
      expect(await container.wait("second")).toBe(137);
      await eventually("the OOM kill is told", () => driver().events.topics(id).includes("oom"));
      await container.kill(9, { all: true });
      expect(await container.wait()).toBe(137);
    } finally {
      clean();
    }
    await container.end();
    commands.remove();
  });
});
