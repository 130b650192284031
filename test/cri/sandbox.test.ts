// What the containers of a pod get from their pod, whoever makes it: names, files, memory, processes, ports. And that a pod of our
// shim differs in nothing from CRI's own but in what it costs.

import { readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isContainerd2 } from "../helpers/daemon-under-test.ts";
import { eventually } from "../helpers/eventually.ts";
import { listProcesses, readMemory, readProcess } from "../helpers/processes.ts";
import { sandboxer } from "./cri-config.ts";
import { type Container, Pod, type PodOptions } from "./pod.ts";
import { askThroughForward } from "./port-forward.ts";
import { useCri } from "./use-cri.ts";

const cri = useCri();

const dnsConfig = { servers: ["10.96.0.10", "1.1.1.1"], searches: ["a.local", "b.local"], options: ["ndots:5"] };

test("containers have the pod's hostname, DNS configuration and hosts", async () => {
  const pod = await Pod.run(cri(), { dnsConfig, hostname: "named-by-us" });
  const container = await pod.start();
  expect(await container.sh("hostname; cat /etc/hostname")).toBe("named-by-us\nnamed-by-us\n");
  expect(await container.sh("cat /etc/resolv.conf")).toBe(
    "search a.local b.local\nnameserver 10.96.0.10\nnameserver 1.1.1.1\noptions ndots:5\n",
  );
  expect(await container.sh("cat /etc/hosts")).toBe(readFileSync("/etc/hosts", "utf8"));
  await pod.remove();
});

test("two containers share /dev/shm, System V memory and message queues; another pod's has nothing of it", async () => {
  const [pod, other] = [await Pod.run(cri()), await Pod.run(cri())];
  const [one, two] = [await pod.start(undefined, { name: "one" }), await pod.start(undefined, { name: "two" })];
  const stranger = await other.start();
  await one.sh("echo of the pod >/dev/shm/file");
  expect(await two.sh("cat /dev/shm/file; rm /dev/shm/file")).toBe("of the pod\n");
  expect(await one.sh("ls /dev/shm")).toBe("");
  const ipc = "readlink /proc/self/ns/ipc; readlink /proc/self/ns/uts";
  expect(await one.sh(ipc)).toBe(await two.sh(ipc));
  expect(await stranger.sh(ipc)).not.toBe(await two.sh(ipc));
  expect(await one.sh("df -k /dev/shm | tail -n 1")).toMatch(/\s65536\s/);
  await pod.remove();
  await other.remove();
});

test("what the kubelet mounts is not covered by what is the pod's", async () => {
  const pod = await Pod.run(cri());
  const directory = cri().containerd.temporaryDirectory;
  const [hosts, memory] = [join(directory, "hosts"), join(directory, "memory")];
  writeFileSync(hosts, "10.1.2.3 of-kubelet\n");
  writeFileSync(memory, "a volume\n");
  const container = await pod.start(undefined, {
    mounts: [
      { containerPath: "/etc/hosts", hostPath: hosts },
      { containerPath: "/dev/shm/volume", hostPath: memory, readonly: true },
    ],
  });
  expect(await container.sh("cat /etc/hosts /dev/shm/volume")).toBe("10.1.2.3 of-kubelet\na volume\n");
  await pod.remove();
  for (const path of [hosts, memory]) rmSync(path);
});

test("a container with a read-only root can't write to the pod's files, and to /dev/shm it can", async () => {
  const pod = await Pod.run(cri());
  const container = await pod.start(undefined, { readonlyRootfs: true });
  const script =
    "for file in hostname hosts resolv.conf; do echo >>/etc/$file && echo written; done; echo y >/dev/shm/x; ls /dev/shm";
  expect(await container.sh(`(${script}) 2>/dev/null`)).toBe("x\n");
  await pod.remove();
});

test("sysctls are the pod's, and the machine's stay", async () => {
  const sysctls = { "net.ipv4.ip_local_port_range": "2000 3000", "kernel.shm_rmid_forced": "1" };
  const before = readFileSync("/proc/sys/net/ipv4/ip_local_port_range", "utf8");
  const pod = await Pod.run(cri(), { sysctls });
  const container = await pod.start();
  expect(await container.sh("cd /proc/sys; cat net/ipv4/ip_local_port_range kernel/shm_rmid_forced")).toBe(
    "2000\t3000\n1\n",
  );
  expect(readFileSync("/proc/sys/net/ipv4/ip_local_port_range", "utf8")).toBe(before);
  await pod.remove();
  const refused = Pod.run(cri(), { sysctls: { "kernel.panic": "1" } });
  await expect(refused).rejects.toThrow(/kernel\.panic/);
});

test("shared pids: process 1 is nobody's of the containers, collects zombies and survives them", async () => {
  const pod = await Pod.run(cri(), { namespaces: { pid: "POD" } });
  const [one, two] = [await pod.start(undefined, { name: "one" }), await pod.start(undefined, { name: "two" })];
  expect(await one.sh("readlink /proc/self/ns/pid")).toBe(await two.sh("readlink /proc/self/ns/pid"));
  for (let n = 0; n < 5; n += 1) await one.sh("(sh -c 'sleep 0.1 & exit' &)");
  const zombies = "cat /proc/[0-9]*/stat 2>/dev/null | grep -c ' Z ' || true";
  await eventually("there are no zombies", async () => (await two.sh(zombies)) === "0\n");
  await one.stop();
  expect(await two.sh("[ -d /proc/1 ] && echo there; kill -9 1; echo still here")).toBe("there\nstill here\n");
  await pod.remove();
});

// Before 2.0 the streaming server runs socat for it.
if (isContainerd2) {
  test("a port of the pod is forwarded", async () => {
    const pod = await Pod.run(cri());
    await pod.start(["sh", "-c", "while :; do echo answer | nc -l -p 8080; done"]);
    const answer = await eventually("the server listens", async () => {
      const { url } = await cri().client.call("PortForward", { podSandboxId: pod.id, port: [8080] });
      return askThroughForward(url, { port: 8080, text: "question\n" });
    });
    expect(answer).toBe("answer\n");
    await pod.remove();
  });

  const mapping = [{ containerId: 0, hostId: 200_000, length: 65_536 }];
  const mapped = { pid: "POD", usernsOptions: { mode: "POD" as const, uids: mapping, gids: mapping } } as const;

  test("a pod with a user namespace and shared pids: its files, its memory and its processes are its own", async () => {
    const pod = await Pod.run(cri(), { handler: "as-runc", namespaces: mapped, hostname: "mapped" });
    const [one, two] = [await pod.start(undefined, { name: "one" }), await pod.start(undefined, { name: "two" })];
    expect(await one.sh("stat -c %u /etc/hosts /etc/hostname /etc/resolv.conf; hostname")).toBe("0\n0\n0\nmapped\n");
    await one.sh("echo shared >/dev/shm/file; mount -t tmpfs none /mnt 2>/dev/null; true");
    expect(await two.sh("cat /dev/shm/file; stat -c %u /dev/shm/file")).toBe("shared\n0\n");
    const place = "readlink /proc/self/ns/pid; readlink /proc/self/ns/user";
    expect(await one.sh(place)).toBe(await two.sh(place));
    expect(await two.sh("cat /proc/self/uid_map")).toMatch(/^\s+0\s+200000\s+65536\n$/);
    await pod.remove();
  });
}

if (sandboxer === "shim") {
  /** config.json of a container as the runtime has seen it. */
  const specOf = ({ id }: Container) =>
    JSON.parse(readFileSync(join(cri().containerd.bundles, id, "config.json"), "utf8")) as {
      mounts: { destination: string; source: string; options: string[] }[];
    };

  /** With what differs from one pod to the next by its name. */
  function comparable(spec: object, pod: Pod, container: Container, sandboxPid: number): unknown {
    const uid = pod.config.metadata.uid;
    const text = JSON.stringify(spec)
      .replaceAll(pod.id, "POD")
      .replaceAll(container.id, "CONTAINER")
      .replaceAll(uid, "UID")
      .replaceAll(`/proc/${sandboxPid}/`, "/proc/PID/")
      // Where each keeps its files.
      .replaceAll(/"[^"]*\/(shm|hosts|hostname|resolv\.conf)","options"/g, '"$1","options"');
    return JSON.parse(text);
  }

  async function infoPid(pod: Pod): Promise<number> {
    const { info } = await cri().client.call("PodSandboxStatus", { podSandboxId: pod.id, verbose: true });
    return (JSON.parse(info.info as string) as { pid: number }).pid;
  }

  describe("beside a pod of CRI's own sandboxer", () => {
    const cases: readonly (readonly [string, PodOptions])[] = [
      ["an ordinary pod", { hostname: "same", dnsConfig }],
      ["one without a DNS configuration", { hostname: "same" }],
      ["one with an empty DNS configuration", { hostname: "same", dnsConfig: {} }],
      ["shared pids", { hostname: "same", namespaces: { pid: "POD" } }],
      ["the machine's IPC and pids", { hostname: "same", namespaces: { pid: "NODE", ipc: "NODE" } }],
    ];
    for (const [name, options] of cases) {
      test(`${name} gives a container the same specification, files and settings`, async () => {
        const look = [
          "cat /etc/hostname /etc/hosts /etc/resolv.conf",
          "stat -c '%n %a %u %g %F' /etc/hostname /etc/hosts /etc/resolv.conf /dev/shm",
          "grep -E ' (/dev/shm|/etc/[a-z.]+) ' /proc/self/mountinfo | cut -d ' ' -f 5,6 | sort",
          "df -k /dev/shm | tail -n 1 | cut -d ' ' -f 1-20",
          "cat /proc/sys/net/ipv4/ip_unprivileged_port_start /proc/sys/net/ipv4/ping_group_range",
          "hostname; cat /proc/self/oom_score_adj; grep -E '^(Cap|Seccomp|NoNew)' /proc/self/status",
        ].join("; ");
        const seen: unknown[] = [];
        for (const handler of ["as-runc", "compared"] as const) {
          const pod = await Pod.run(cri(), { ...options, handler });
          const container = await pod.start(undefined, { name: "same" });
          const pid = await infoPid(pod);
          const spec = specOf(container);
          // The machine's /dev/shm CRI mounts itself, before what is ours to add: the order of these does not matter.
          if (options.namespaces?.ipc === "NODE") {
            spec.mounts.sort((a, b) => a.destination.localeCompare(b.destination));
          }
          seen.push({ spec: comparable(spec, pod, container, pid), said: await container.sh(look) });
          await pod.remove();
        }
        expect(seen[0]).toEqual(seen[1]);
      });
    }
  });

  test("a pod is one process, and two with shared pids, of which one takes kilobytes", async () => {
    const [plain, shared] = [await Pod.run(cri()), await Pod.run(cri(), { namespaces: { pid: "POD" } })];
    const below = (pid: number) => listProcesses().filter(({ parent }) => parent === pid);
    const shim = cri().containerd.shimPid(plain.id);
    expect(below(shim)).toEqual([]);
    expect(await infoPid(plain)).toBe(shim);
    const holder = await infoPid(shared);
    expect(below(cri().containerd.shimPid(shared.id)).map(({ pid }) => pid)).toEqual([holder]);
    expect(readProcess(holder)?.commandLine).toEqual(["runts-pod", "p", "k8s.io", shared.id]);
    expect(readMemory(holder).pssKiB).toBeLessThan(40);
    await plain.remove();
    await shared.remove();
  });

  test("a stopped pod holds no network any more, before it is removed", async () => {
    const pod = await Pod.run(cri());
    const shim = cri().containerd.shimPid(pod.id);
    const network = readlinkSync(`/proc/${shim}/ns/net`);
    await pod.stop();
    const inIt = readdirSync("/proc").filter((name) => {
      if (!/^\d+$/.test(name)) return false;
      try {
        return readlinkSync(`/proc/${name}/ns/net`) === network;
      } catch {
        return false;
      }
    });
    expect(inIt).toEqual([]);
    await pod.remove();
  });
}
