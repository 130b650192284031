// The commands. Each one's code is loaded when it is asked for.
import { type CommandSpec, json, namespaceOption, positiveNumber } from "./command-table.ts";

const ask = { flags: "--no-ask", text: "look at /proc and the bundles alone; disturbs no shim" };

const look: readonly CommandSpec[] = [
  {
    name: "ps",
    summary: "list every shim on the machine and its containers",
    description: [
      "Finds the shims of every containerd, runts and others, by /proc and the bundles: it works while containerd is down or hangs. Shims of ours are asked for their queued events and the calls under way, and answer while a runtime's command hangs.",
      "A * behind the kind says that the shim's executable was replaced or removed since it started.",
    ],
    options: [json, namespaceOption, ask],
    examples: [
      ["runts ps", "all of them"],
      [
        "runts ps -n k8s.io --json | jq '.[] | select(.queuedEvents > 0) | .pid'",
        "shims whose events containerd does not take",
      ],
    ],
    run: async (_args, options) => (await import("./ps.ts")).ps(options),
  },
  {
    name: "inspect",
    summary: "show what one container and its shim are doing",
    description: [
      "Shows the shim's memory, descriptors and queued events, each process's stdin, stdout and stderr with how much waits in them and who is at the other end, the calls under way and the runtime's commands, and what to do about those that take long.",
    ],
    arguments: [
      {
        name: "id",
        text: "a container's id or the beginning of it, its name, or a pid of it or of its shim",
        completes: "containers",
      },
    ],
    options: [json, namespaceOption],
    examples: [
      ["runts inspect web", "the container web"],
      ["runts inspect kube-system/coredns-5d78c9869d-abcde", "a pod, by namespace and name"],
      ["runts inspect 4242", "the shim with this pid"],
    ],
    run: async ([id = ""], options) => (await import("./inspect.ts")).inspect(id, options),
  },
  {
    name: "top",
    summary: "ps again and again, busiest shims first",
    description: ["CPU is that since the last round. q is not needed: end it with Ctrl-C."],
    options: [
      { flags: "-i, --interval <seconds>", text: "time between two looks (2)", parse: positiveNumber },
      { flags: "-c, --count <rounds>", text: "end after so many", parse: positiveNumber },
      namespaceOption,
      ask,
    ],
    examples: [["runts top -i 5", "every five seconds"]],
    run: async (_args, options) => (await import("./top.ts")).top(options),
  },
];

export const commands: readonly CommandSpec[] = [...look];
