// The commands. Each one's code is loaded when it is asked for.
import { type CommandSpec, json, namespaceOption, positiveNumber, shells } from "./command-table.ts";
import { defaultConfigPath } from "./containerd.ts";
import { CommandError, ExitCode } from "./exit-codes.ts";
import { defaultPrefix } from "./install/places.ts";

const defaultDockerConfig = "/etc/docker/daemon.json";

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

const prefix = { flags: "--prefix <directory>", text: `where its files go (${defaultPrefix})` };
const dryRun = { flags: "--dry-run", text: "show what would be done, and do nothing" };
const yes = { flags: "-y, --yes", text: "ask nothing" };

function text(value: unknown, fallback: string): string {
  return typeof value === "string" ? value : fallback;
}

const put: readonly CommandSpec[] = [
  {
    name: "install",
    summary: "put this executable in place and tell containerd and Docker of it",
    description: [
      "Copies this executable below the prefix, in a directory of its version, and links it as a shim and as this command, with a man page and completions. What is edited of other programs is shown as a diff first, keeps its comments and everything else, and can be taken back by uninstall. It can be repeated, with other options as well, and changes nothing where something is not understood.",
      "As a runtime of its own (the default) containerd finds it as io.containerd.NAME.v2. With --drop-in it takes the place of containerd-shim-runc-v2, which is everybody's default.",
      "containerd remembers where it has found a shim, and reads its configuration when it starts: what is to be restarted is said in the end. Running containers survive that, and keep the shim that they have.",
    ],
    options: [
      {
        flags: "--drop-in",
        text: "serve io.containerd.runc.v2, by a link that comes before the Go shim in containerd's PATH",
      },
      { flags: "--name <name>", text: "the runtime's name where it is no drop-in (runts)", parse: runtimeName },
      {
        flags: "--cri",
        text: "add a handler of this name to the CRI plugin's runtimes, with the options of runc's; with --drop-in, name the executable in runc's",
      },
      { flags: "--docker", text: "add a runtime of this name to Docker's daemon.json" },
      prefix,
      { flags: "--config <file>", text: `containerd's configuration (${defaultConfigPath})` },
      { flags: "--docker-config <file>", text: `Docker's (${defaultDockerConfig})` },
      dryRun,
      yes,
      json,
    ],
    examples: [
      ["runts install --dry-run --drop-in", "what taking the Go shim's place would change"],
      ["runts install --cri", "a handler runts, for a RuntimeClass"],
      ["runts install --drop-in --docker", "every container of Docker's"],
    ],
    run: async (_args, options, documents) => {
      if (options.dropIn === true && options.name !== undefined) {
        throw new CommandError(ExitCode.usage, "--drop-in is called containerd-shim-runc-v2: it has no other --name");
      }
      return (await import("./install/install.ts")).install({
        prefix: text(options.prefix, defaultPrefix),
        dryRun: options.dryRun === true,
        yes: options.yes === true || options.json === true,
        json: options.json === true,
        documents: documents(),
        wishes: {
          dropIn: options.dropIn === true,
          name: text(options.name, "runts"),
          cri: options.cri === true,
          docker: options.docker === true,
          config: text(options.config, defaultConfigPath),
          dockerConfig: text(options.dockerConfig, defaultDockerConfig),
        },
      });
    },
  },
  {
    name: "upgrade",
    summary: "put this executable in place of the one that is installed",
    description: [
      "To be called by the new executable. Shims that run keep their file; versions that nothing runs from any more are removed. Configuration stays as it is, and nothing is to be restarted.",
    ],
    options: [prefix, dryRun, yes, json],
    examples: [["./runts upgrade", "from the directory of a new version"]],
    run: async (_args, options, documents) =>
      (await import("./install/install.ts")).upgrade({
        prefix: text(options.prefix, defaultPrefix),
        dryRun: options.dryRun === true,
        yes: options.yes === true || options.json === true,
        json: options.json === true,
        documents: documents(),
      }),
  },
  {
    name: "uninstall",
    summary: "remove what install has put in place, and restore what it has edited",
    description: [
      "A file that nobody else has edited since has the bytes from before again; from another one what was put in is taken out. It is refused while shims run from the installation, and where a file can't be restored.",
    ],
    options: [
      prefix,
      dryRun,
      yes,
      json,
      { flags: "--force", text: "also while shims run from it; files that can't be restored stay as they are" },
    ],
    examples: [["runts uninstall", "without a trace"]],
    run: async (_args, options) =>
      (await import("./install/uninstall.ts")).uninstall({
        prefix: text(options.prefix, defaultPrefix),
        dryRun: options.dryRun === true,
        yes: options.yes === true || options.json === true,
        json: options.json === true,
        force: options.force === true,
      }),
  },
];

/** A part of `containerd-shim-<name>-v2`. */
function runtimeName(value: string): string {
  if (!/^[a-z0-9]{1,32}$/.test(value)) throw new Error("want lower-case letters and digits");
  if (value === "runc") throw new Error("that is --drop-in");
  return value;
}

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

const papers: readonly CommandSpec[] = [
  {
    name: "manual",
    summary: "print the man page",
    needsRoot: false,
    description: [],
    options: [],
    examples: [["runts manual | man -l -", "read it"]],
    run: async (_args, _options, documents) => {
      process.stdout.write(documents().manual);
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
      process.stdout.write(documents().completions[known]);
      return ExitCode.done;
    },
  },
];

export const commands: readonly CommandSpec[] = [...look, ...check, ...put, ...papers];
