// The commands. Each one's code is loaded when it is asked for.
import * as kit from "../conformance/command-line.ts";
import { writeOut } from "../sys/stdout.ts";
import { type CommandSpec, json, namespaceOption, positiveNumber, shells } from "./command-table.ts";
import { CommandError, ExitCode } from "./exit-codes.ts";
import { defaultDockerConfig, putCommands, text } from "./put-commands.ts";

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
    summary: "show shims again and again, busiest first",
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

const check: readonly CommandSpec[] = [
  {
    name: "doctor",
    summary: "look for what is wrong, say why it matters and what mends it",
    description: [
      "Looks at containerd's versions, configuration and handlers, the OCI runtimes, the kernel, file systems, the shims that run and what dead ones have left. With an id: at that container and its shim alone.",
      "It changes nothing, but for --fix, which does what can do no harm: sockets at which nobody listens are removed.",
    ],
    arguments: [
      {
        name: "id",
        text: "as for inspect; also of a container whose shim is dead",
        isOptional: true,
        completes: "containers",
      },
    ],
    options: [
      json,
      { flags: "--fix", text: "mend what can be mended without harm" },
      { flags: "--config <file>", text: "look at the containerd with this configuration alone" },
      { flags: "--docker-config <file>", text: `Docker's (${defaultDockerConfig})` },
      { flags: "--older-than <seconds>", text: "leave leftovers alone that are younger (60)", parse: positiveNumber },
    ],
    examples: [
      ["runts doctor", "the whole machine"],
      ["runts doctor web", "what is the matter with the container web"],
    ],
    run: async ([id], options) =>
      (await import("./doctor/doctor.ts")).doctor(id, {
        json: options.json === true,
        fix: options.fix === true,
        config: typeof options.config === "string" ? options.config : undefined,
        dockerConfig: text(options.dockerConfig, defaultDockerConfig),
        youngMs: (typeof options.olderThan === "number" ? options.olderThan : 60) * 1000,
      }),
  },
];

const trial: readonly CommandSpec[] = [
  {
    name: "conform",
    summary: kit.summary,
    // It says itself what it needs root for; the list of rows is everybody's.
    needsRoot: false,
    description: [...kit.description, kit.statusText],
    options: kit.flagSpecs("this executable"),
    examples: [["runts conform --quick", "this executable, a minute's worth"], ...kit.examples("runts conform")],
    run: async (_args, options) => (await import("./conform.ts")).conform(options),
  },
];

const papers: readonly CommandSpec[] = [
  {
    name: "manual",
    summary: "print the man page",
    needsRoot: false,
    description: [],
    options: [],
    examples: [["runts manual | man -l -", "read it"]],
    run: async (_args, _options, documents) => {
      writeOut(documents().manual);
      return ExitCode.done;
    },
  },
  {
    name: "completion",
    summary: "print a shell's completions",
    needsRoot: false,
    description: [],
    arguments: [{ name: "shell", text: shells.join(", "), completes: shells }],
    options: [],
    examples: [['eval "$(runts completion bash)"', "for this shell"]],
    run: async ([shell], _options, documents) => {
      const known = shells.find((name) => name === shell);
      if (known === undefined) throw new CommandError(ExitCode.usage, `want ${shells.join(", ")}`);
      writeOut(documents().completions[known]);
      return ExitCode.done;
    },
  },
];

export const commands: readonly CommandSpec[] = [...look, ...check, ...putCommands, ...trial, ...papers];
