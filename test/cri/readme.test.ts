// The configuration for Kubernetes of README and docs/kubernetes.md, as it stands there: whole files that containerd reads,
// and a pod of their handler.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ShimView } from "../../operate/snapshot.ts";
import { isContainerd2 } from "../helpers/daemon-under-test.ts";
import { runtsJson } from "../helpers/runts.ts";
import { isOurs, shimUnderTest } from "../helpers/shim-under-test.ts";
import { Pod } from "./pod.ts";
import { useCri } from "./use-cri.ts";

const read = (path: string) => readFileSync(join(import.meta.dirname, "../..", path), "utf8");
const [readme, page] = [read("README.md"), read("docs/kubernetes.md")];

/** The code blocks of a language, between one heading and the next. */
function blocksOf(text: string, language: string, heading: string): string[] {
  const [, rest = ""] = text.split(`# ${heading}\n`);
  const [section = ""] = rest.split(/\n#{2,3} /);
  return [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, name]) => name === language)
    .map(([, , text]) => text as string);
}

const [yaml = ""] = blocksOf(readme, "yaml", "For Kubernetes (CRI)");
const field = (pattern: RegExp) => pattern.exec(yaml)?.[1] ?? "";
const runtimeClass = {
  name: field(/kind: RuntimeClass\nmetadata:\n {2}name: (\S+)/),
  handler: field(/^handler: (\S+)$/m),
};
const pod = {
  className: field(/runtimeClassName: (\S+)/),
  command: JSON.parse(field(/command: (\[.*\])/)) as string[],
};

const version = isContainerd2 ? "version = 3\n" : "version = 2\n";
const configurations = [
  ...[...blocksOf(readme, "toml", "For Kubernetes (CRI)"), ...blocksOf(page, "toml", "With options")].map((text) => ({
    text,
    handler: runtimeClass.handler,
  })),
  ...blocksOf(page, "toml", "In place of the Go shim").map((text) => ({ text, handler: "runc" })),
];

test("there is a file for each generation, and a pod of a RuntimeClass of a handler of theirs", () => {
  expect(configurations.map(({ text }) => text.split("\n")[0]).sort()).toEqual([
    "version = 2",
    "version = 3",
    "version = 3",
    "version = 3",
  ]);
  expect(pod.className).toBe(runtimeClass.name);
  for (const { text, handler } of configurations) expect(text).toContain(`.containerd.runtimes.${handler}]`);
});

describe.runIf(isOurs)("with this configuration", () => {
  describe.each(configurations.filter(({ text }) => text.startsWith(version)))(
    "of $handler (%#)",
    ({ text, handler }) => {
      // Ours has the version already. Nobody has installed anything here.
      const runtimes = text
        .slice(version.length)
        .replace("/usr/local/bin/containerd-shim-runts-v2", shimUnderTest.executable);
      const cri = useCri({ runtimes });

      test("a pod runs in our shim", async () => {
        const running = await Pod.run(cri(), { handler });
        const container = await running.start(pod.command);
        expect(await container.sh("echo hello")).toBe("hello\n");
        const shims = await runtsJson<ShimView[]>(["ps", "-n", "k8s.io"]);
        expect(shims.find(({ id }) => id === running.id)).toMatchObject({ kind: "runts" });
        await running.remove();
      });
    },
  );
});
