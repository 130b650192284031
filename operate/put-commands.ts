// The commands that put files in place and take them back.
import { type CommandSpec, json } from "./command-table.ts";
import { defaultConfigPath } from "./containerd.ts";
import { CommandError, ExitCode } from "./exit-codes.ts";
import { defaultPrefix } from "./install/places.ts";

export const defaultDockerConfig = "/etc/docker/daemon.json";

const prefix = { flags: "--prefix <directory>", text: `where its files go (${defaultPrefix})` };
const dryRun = { flags: "--dry-run", text: "show what would be done, and do nothing" };
const yes = { flags: "-y, --yes", text: "ask nothing" };

export function text(value: unknown, fallback: string): string {
  return typeof value === "string" ? value : fallback;
}

export const putCommands: readonly CommandSpec[] = [
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
      "With --running it puts no file in place: the shims that run become what is installed now, under their containers, which do not notice. A shim that has something in hand for longer than a second stays what it is and says so.",
    ],
    arguments: [
      {
        name: "id...",
        text: "with --running: only the shims of these containers (the beginnings of ids do), or with these pids",
        isOptional: true,
        completes: "containers",
      },
    ],
    options: [{ flags: "--running", text: "shims that run become what is installed" }, prefix, dryRun, yes, json],
    examples: [
      ["./runts upgrade", "from the directory of a new version"],
      ["runts upgrade --running", "then every shim of the machine"],
      ["runts upgrade --running web", "the shim of one container first"],
    ],
    run: async ([ids], options, documents) => {
      const wanted = (ids ?? []) as unknown as readonly string[];
      if (options.running === true) {
        if (options.dryRun === true) throw new CommandError(ExitCode.usage, "--running has no --dry-run");
        return (await import("./upgrade-running.ts")).upgradeRunning({ ids: wanted, json: options.json === true });
      }
      if (wanted.length > 0) throw new CommandError(ExitCode.usage, "ids go with --running");
      return (await import("./install/install.ts")).upgrade({
        prefix: text(options.prefix, defaultPrefix),
        dryRun: options.dryRun === true,
        yes: options.yes === true || options.json === true,
        json: options.json === true,
        documents: documents(),
      });
    },
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
