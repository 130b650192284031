// argv, environment and stdin → one readonly value. Parsed once; nothing else reads them.

export type Action = "start" | "delete" | "serve" | "version" | "info";

export interface Invocation {
  readonly action: Action;
  readonly namespace: string;
  readonly id: string;
  /** containerd's gRPC socket, bare path. */
  readonly address: string;
  readonly bundle: string;
  readonly publishBinary: string;
  readonly socket: string;
  readonly debugSocket: string;
  readonly debug: boolean;
}

/** `-h`: the usage text goes to stderr and the exit code is 0. */
export class HelpWanted extends Error {
  override readonly name = "HelpWanted";
}

/** Bad flags: the usage text goes to stderr and the exit code is 2, as Go's flag package has it. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

type StringFlag = "namespace" | "id" | "address" | "bundle" | "publish-binary" | "socket" | "debug-socket";
type BooleanFlag = "debug" | "v" | "version" | "info";

const stringFlags: Readonly<Record<StringFlag, string>> = {
  address: "grpc address back to main containerd",
  bundle: "path to the bundle if not workdir",
  "debug-socket": "debug socket path to serve",
  id: "id of the task",
  namespace: "namespace that owns the shim",
  "publish-binary": "path to publish binary (used for publishing events)",
  socket: "socket path to serve",
};

const booleanFlags: Readonly<Record<BooleanFlag, string>> = {
  debug: "enable debug output in logs",
  info: "get the option protobuf from stdin, print the shim info protobuf to stdout, and exit",
  v: "show the shim version and exit",
  version: "show the shim version and exit",
};

/** The word behind the flags. */
const actionTexts = {
  start: "make the shim of a container, or find the one of its group, and print its address; run in the bundle",
  delete: "clean up after a shim that is gone, and print how the container has ended",
} as const;

export function usage(program: string): string {
  const lines = [
    ...Object.entries(stringFlags).map(([name, text]) => [name, `  -${name} string\n    \t${text}`] as const),
    ...Object.entries(booleanFlags).map(([name, text]) => [name, `  -${name}\n    \t${text}`] as const),
  ];
  lines.sort(([a], [b]) => (a < b ? -1 : 1));
  const words = Object.entries(actionTexts).map(([name, text]) => `  ${name}\n    \t${text}`);
  return `Usage of ${program}:\n${[...lines.map(([, text]) => text), ...words].join("\n")}\n`;
}

function parseBoolean(name: string, value: string): boolean {
  if (/^(1|t|T|TRUE|true|True)$/.test(value)) return true;
  if (/^(0|f|F|FALSE|false|False)$/.test(value)) return false;
  throw new UsageError(`invalid boolean value ${JSON.stringify(value)} for -${name}: parse error`);
}

/**
 * Parses the arguments behind the program's name the way Go's flag package does: one or two dashes, `-flag value` or
 * `-flag=value`, up to the first word that is no flag, which is the action. Throws UsageError, HelpWanted.
 */
export function parseArgs(argv: readonly string[]): Invocation {
  const strings: Partial<Record<StringFlag, string>> = {};
  const booleans: Partial<Record<BooleanFlag, boolean>> = {};
  let at = 0;
  for (; at < argv.length; at += 1) {
    const word = argv[at] as string;
    if (word === "--") {
      at += 1;
      break;
    }
    if (!word.startsWith("-") || word === "-") break;
    const { name, inline } = splitFlag(word);
    if (name in booleanFlags) {
      booleans[name as BooleanFlag] = inline === undefined ? true : parseBoolean(name, inline);
    } else if (name in stringFlags) {
      const value = inline ?? argv[++at];
      if (value === undefined) throw new UsageError(`flag needs an argument: -${name}`);
      strings[name as StringFlag] = value;
    } else if (name === "h" || name === "help") {
      throw new HelpWanted();
    } else {
      throw new UsageError(`flag provided but not defined: -${name}`);
    }
  }
  return {
    action: actionOf(booleans, argv[at]),
    namespace: strings.namespace ?? "",
    id: strings.id ?? "",
    address: strings.address ?? "",
    bundle: strings.bundle ?? "",
    publishBinary: strings["publish-binary"] ?? "",
    socket: strings.socket ?? "",
    debugSocket: strings["debug-socket"] ?? "",
    debug: booleans.debug ?? false,
  };
}

/** `-name`, `--name`, `-name=value`. Without a regular expression: the engine would compile it at each start. */
function splitFlag(word: string): { name: string; inline: string | undefined } {
  const text = word.slice(word.startsWith("--") ? 2 : 1);
  const equals = text.indexOf("=");
  const name = equals < 0 ? text : text.slice(0, equals);
  if (name === "" || name.startsWith("-")) throw new UsageError(`bad flag syntax: ${word}`);
  return { name, inline: equals < 0 ? undefined : text.slice(equals + 1) };
}

function actionOf(booleans: Partial<Record<BooleanFlag, boolean>>, word: string | undefined): Action {
  if (booleans.v === true || booleans.version === true) return "version";
  if (booleans.info === true) return "info";
  return word === "start" || word === "delete" ? word : "serve";
}
