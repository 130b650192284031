// What lies in a bundle, each name once. The runtime's room has names of its own for what it reads and makes there: config.json
// (oci/spec.ts), log.json and log-<n>.json (oci/log.ts), pty<n>.sock (oci/console-socket.ts). So has the launcher for
// delete.answer (bin/launcher/delete.c).

/** The bundle of the process that runs in it: `start`, and the shim of the container that it was started for. */
export const here = ".";

const at = (bundle: string, name: string): string => (bundle === here ? name : `${bundle}/${name}`);

/** Where the container's root is mounted; made by us when containerd has not. */
export const rootfs = (bundle: string): string => at(bundle, "rootfs");
/** A rootfs's lower layers while they are mounted id-mapped (rootfs/id-mapped.ts). */
export const lowerLayers = (rootfsPath: string): string => `${rootfsPath}.lower`;
/** containerd's link to its directory for the runtime's work files. */
export const work = (bundle: string): string => at(bundle, "work");
/** containerd's FIFO for the shim's log. */
export const log = (bundle: string): string => at(bundle, "log");
/** The runtime's log of its first command at a time. */
export const runtimeLog = (bundle: string): string => at(bundle, "log.json");

/** Where the shim listens, as containerd was told it. */
export const address = (bundle: string): string => at(bundle, "address");
/** A link to the directory of the sockets (containerd 2.3). */
export const socketDirectory = (bundle: string): string => at(bundle, "s");
/** The options of Create, and the runtime among them, in the Go shim's form (stored-options.ts). */
export const options = (bundle: string): string => at(bundle, "options.json");
export const runtime = (bundle: string): string => at(bundle, "runtime");
/** Which cgroups Create was about to make (new-cgroups.ts). */
export const newCgroups = (bundle: string): string => at(bundle, "cgroups.new");
/** How init ended (exit-record.ts). */
export const exit = (bundle: string): string => at(bundle, "init.exit");
/** What `delete` is to answer (delete-answer.ts). */
export const deleteAnswer = (bundle: string): string => at(bundle, "delete.answer");

export const initPid = (bundle: string): string => at(bundle, "init.pid");
/** No id of containerd's has a colon, but an exec may be called `init`. */
export const execPid = (bundle: string, id: string): string => at(bundle, `${id === "init" ? "init:exec" : id}.pid`);

/** What a pod's shim knows of it, in the sandbox's bundle (shim/sandbox/state.ts), and of each of its containers (members.ts). */
export const sandbox = (bundle: string): string => at(bundle, "sandbox.json");
export const members = (bundle: string): string => at(bundle, "members");
/** Beside a member's options: where its own bundle is. */
export const memberBundle = (record: string): string => at(record, "bundle");
/** A pod's /dev/shm, in memory as the bundle is. Its other files are on the disk, where containers may let them grow. */
export const shm = (bundle: string): string => at(bundle, "shm");
export const hostname = (bundle: string): string => `${work(bundle)}/hostname`;
export const hosts = (bundle: string): string => `${work(bundle)}/hosts`;
export const resolvConf = (bundle: string): string => `${work(bundle)}/resolv.conf`;

/** Where containerd's sandbox controller keeps its bundles: `…/<this>/<namespace>/<id>`. */
const sandboxController = "/io.containerd.sandbox.controller.v1.shim/";

/** Whether the bundle at the absolute path `bundle` is a sandbox's: it may have no config.json. */
export const isOfSandbox = (bundle: string): boolean => bundle.includes(sandboxController);
