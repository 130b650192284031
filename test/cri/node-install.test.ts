// deploy/kubernetes as its DaemonSets' pods do it: a pod installs runts on the node that it runs on, and another one removes it.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { eventually } from "../helpers/eventually.ts";
import { isOurs } from "../helpers/shim-under-test.ts";
import { type Container, type Cri, Pod } from "./pod.ts";
import { untilReady, useCri } from "./use-cri.ts";

const project = join(import.meta.dirname, "../..");
const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as { version: string };
const machine = process.arch === "arm64" ? "arm64" : "amd64";
const archive = join(project, `dist/packages/runts-node_${version}_${machine}.tar`);
const image = `runts.test/runts-node:${version}`;

const place = mkdtempSync(join(tmpdir(), "runts-node-"));
const prefix = join(place, "prefix");
const account = join(place, "account");

/** Of Kubernetes' API server: one that takes a node's labels. */
const patches: { path: string; authorization: string | undefined; body: unknown }[] = [];
let api: Server;

beforeAll(async () => {
  mkdirSync(account);
  const key = join(place, "key.pem");
  const names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
  const files = ["-keyout", key, "-out", join(account, "ca.crt")];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", ...names, ...files], {
    stdio: "ignore",
  });
  writeFileSync(join(account, "token"), "a-token");
  api = createServer({ key: readFileSync(key), cert: readFileSync(join(account, "ca.crt")) }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { url: path = "", headers } = request;
      patches.push({ path, authorization: headers.authorization, body: JSON.parse(Buffer.concat(chunks).toString()) });
      response.end("{}");
    });
  });
  await new Promise<void>((resolve) => api.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await new Promise((resolve) => api.close(resolve));
  rmSync(place, { recursive: true });
});

/** The container of a DaemonSet, as its manifest says, but for where it writes and what it restarts. */
async function startNodePod(cri: Cri, action: "install" | "remove"): Promise<{ pod: Pod; container: Container }> {
  const manifest = readFileSync(
    join(project, "deploy/kubernetes", action === "install" ? "runts.yaml" : "remove.yaml"),
    "utf8",
  );
  const sets = parseAllDocuments(manifest).map((document) => document.toJS());
  const { spec } = sets.find(({ kind }) => kind === "DaemonSet").spec.template;
  const [declared] = spec.containers;
  expect(declared.args).toEqual([action]);
  const volumes = new Map<string, string>(
    spec.volumes.map(({ name, hostPath }: { name: string; hostPath: { path: string } }) => [name, hostPath.path]),
  );
  const pod = await Pod.run(cri, {
    privileged: declared.securityContext.privileged,
    namespaces: { network: "NODE", pid: spec.hostPID === true ? "NODE" : "CONTAINER" },
  });
  const container = await pod.start([], {
    image,
    args: declared.args,
    privileged: declared.securityContext.privileged,
    environment: {
      NODE_NAME: "this-node",
      KUBERNETES_SERVICE_HOST: "127.0.0.1",
      KUBERNETES_SERVICE_PORT: String((api.address() as AddressInfo).port),
      RUNTS_INSTALL_FLAGS: `--cri --name operated --config ${join(cri.containerd.directory, "config.toml")}`,
      RUNTS_PREFIX: prefix,
      RUNTS_RESTART: "no",
      RUNTS_RETRY_SECONDS: "1",
    },
    mounts: [
      ...declared.volumeMounts.map(({ name, mountPath }: { name: string; mountPath: string }) => ({
        containerPath: mountPath,
        hostPath: volumes.get(name) ?? "",
      })),
      { containerPath: "/var/run/secrets/kubernetes.io/serviceaccount", hostPath: account },
    ],
  });
  return { pod, container };
}

const isReady = async (container: Container) => (await container.exec(["cat", "/tmp/done"])).exitCode === 0;

describe.runIf(isOurs && existsSync(archive))("deploy/kubernetes", () => {
  const cri = useCri({ path: [join(prefix, "bin")] });

  async function restart() {
    await cri().containerd.shutDown();
    await cri().containerd.boot();
    await untilReady(cri());
  }

  test("installs runts on a node, labels it, serves pods, waits for them to leave, and removes it", async () => {
    await cri().containerd.ctr.run("images", "import", "--base-name", "runts.test/runts-node", archive);
    await eventually("the CRI plugin knows it", async () => {
      return (await cri().client.call("ImageStatus", { image: { image } })).image !== null;
    });
    const config = join(cri().containerd.directory, "config.toml");
    const before = readFileSync(config);

    const installer = await startNodePod(cri(), "install");
    await eventually("it is installed", () => isReady(installer.container), { timeoutMs: 60_000 });
    expect(installer.container.logged("stdout")).toMatch(/containerd\.service is to be restarted/);
    expect(patches.splice(0)).toEqual([
      {
        path: "/api/v1/nodes/this-node",
        authorization: "Bearer a-token",
        body: { metadata: { labels: { "runts/installed": "true" } } },
      },
    ]);
    await restart();
    // The installer lives through it, and has no more to do when it is started again.
    expect(await isReady(installer.container)).toBe(true);
    const pod = await Pod.run(cri(), { handler: "operated" });
    const served = await pod.start();
    expect(await served.sh("echo hello")).toBe("hello\n");
    await installer.container.stop({ timeout: 5 });
    expect((await installer.container.status()).exitCode).toBe(0);
    await installer.pod.remove();

    const remover = await startNodePod(cri(), "remove");
    await eventually("the label is gone", () => patches.length > 0, { timeoutMs: 20_000 });
    expect(patches[0]?.body).toEqual({ metadata: { labels: { "runts/installed": null } } });
    await eventually("it waits", () => /shim/.test(remover.container.logged("stdout")), { timeoutMs: 20_000 });
    expect(await isReady(remover.container)).toBe(false);
    await pod.remove();
    await eventually("it is removed", () => isReady(remover.container), { timeoutMs: 60_000 });
    expect(existsSync(prefix)).toBe(false);
    expect(existsSync("/var/lib/runts-node")).toBe(false);
    expect(readFileSync(config).equals(before)).toBe(true);
    await remover.pod.remove();
    await restart();
    await cri().containerd.ctr.run("images", "rm", image);
  });
});
