// What the CRI plugin of each generation is told: our image, our network, and the shim under test in two ways.

import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { daemonUnderTest, isContainerd2 } from "../helpers/daemon-under-test.ts";
import type { CriOptions, PrivateContainerd } from "../helpers/private-containerd.ts";
import { pauseImageName } from "../helpers/rootfs-image.ts";
import { newerRuntimes } from "../helpers/runtimes-under-test.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";

/**
 * How containerd is told of the shim: by its own runtime name; or as `io.containerd.runc.v2`, whose options it then
 * sends. (The Go shim has the one name only.)
 */
export const handlers = ["named", "as-runc"] as const;
export type Handler = (typeof handlers)[number];

/**
 * Who makes pods: RUNTS_TEST_SANDBOXER = podsandbox (default: CRI, with a pause container) or shim (ours; containerd 2), and which
 * runtime is below: RUNTS_TEST_CRI_RUNTIME = runc (default) or crun.
 */
export const sandboxer = select("RUNTS_TEST_SANDBOXER", ["podsandbox", "shim"]);
const runtimeBelow = select("RUNTS_TEST_CRI_RUNTIME", ["runc", "crun"]);

export const defaultHandler: Handler = runtimeBelow === "crun" ? "as-runc" : "named";

/**
 * 1.6 knows `runtime_path` and takes no notice of it, and nobody does for pods of a shim: there the executable comes first in PATH, by
 * the Go shim's name.
 */
export const honoursRuntimePath = daemonUnderTest.generation !== "1.6" && sandboxer !== "shim";

function select<T extends string>(variable: string, choices: readonly [T, ...T[]]): T {
  const choice = choices.find((name) => name === (process.env[variable] || choices[0]));
  if (choice === undefined) throw new Error(`${variable}=${process.env[variable]}: want ${choices.join(" or ")}`);
  return choice;
}

/** Debian's package containernetworking-plugins. */
const pluginDirectory = "/usr/lib/cni";

export interface Network {
  /** The bridge in the machine's own network namespace. It has no address: nothing but the pods speaks through it. */
  bridge: string;
  /** Of the pods' addresses. */
  prefix: string;
}

/** A network that no other run has: the bridge's name is limited to 15 characters. */
export function newNetwork(): Network {
  const [high, low] = randomBytes(2);
  return { bridge: `runts${randomBytes(4).toString("hex")}`, prefix: `10.${high}.${low}.` };
}

/** For PrivateContainerd. `runtimes`: the part of the configuration that is about them, instead of ours. */
export function criOptions(network: Network, runtimes?: string): CriOptions {
  return {
    configVersion: isContainerd2 ? 3 : 2,
    configure(containerd) {
      writeNetwork(containerd, network);
      return isContainerd2 ? configure2(containerd, runtimes) : configure1(containerd, runtimes);
    },
    podDirectories: ({ directory }) => [
      join(directory, "state/io.containerd.sandbox.controller.v1.shim/k8s.io"),
      join(directory, "root/io.containerd.sandbox.controller.v1.shim/k8s.io"),
      join(directory, "state/io.containerd.grpc.v1.cri/containers"),
      join(directory, "state/io.containerd.grpc.v1.cri/netns"),
      join(directory, "state/io.containerd.grpc.v1.cri/sandboxes"),
      join(directory, "root/io.containerd.grpc.v1.cri/containers"),
      join(directory, "root/io.containerd.grpc.v1.cri/sandboxes"),
      join(directory, "addresses", networkName),
      join("/sys/class/net", network.bridge, "brif"),
    ],
  };
}

const networkName = "runts-test";

function writeNetwork({ directory }: PrivateContainerd, { bridge, prefix }: Network): void {
  const network = {
    cniVersion: "0.4.0",
    name: networkName,
    plugins: [
      {
        type: "bridge",
        bridge,
        // No gateway, no masquerading: the machine's forwarding and packet filter stay as they are.
        isGateway: false,
        ipMasq: false,
        ipam: { type: "host-local", dataDir: join(directory, "addresses"), ranges: [[{ subnet: `${prefix}0/24` }]] },
      },
    ],
  };
  mkdirSync(join(directory, "cni"));
  writeFileSync(join(directory, "cni/10-runts.conflist"), JSON.stringify(network));
}

/** 1.6: one plugin for all of it. */
function configure1(containerd: PrivateContainerd, given?: string): string {
  const plugin = 'plugins."io.containerd.grpc.v1.cri"';
  return [
    table(plugin, { ...shared, sandbox_image: pauseImageName }),
    table(`${plugin}.cni`, { bin_dir: pluginDirectory, conf_dir: join(containerd.directory, "cni") }),
    ...(given === undefined ? runtimes(`${plugin}.containerd`, containerd) : [given]),
  ].join("\n");
}

/** 2.x: one plugin for images and one for the rest. */
function configure2(containerd: PrivateContainerd, given?: string): string {
  const plugin = 'plugins."io.containerd.cri.v1.runtime"';
  return [
    table('plugins."io.containerd.cri.v1.images".pinned_images', { sandbox: pauseImageName }),
    table(plugin, shared),
    table(`${plugin}.cni`, { bin_dirs: [pluginDirectory], conf_dir: join(containerd.directory, "cni") }),
    ...(given === undefined ? runtimes(`${plugin}.containerd`, containerd) : [given]),
  ].join("\n");
}

const shared = {
  // Root lacks CAP_SYS_RESOURCE on some machines, which the pause container's score of -998 needs.
  restrict_oom_score_adj: true,
  netns_mounts_under_state_dir: true,
};

function runtimes(plugin: string, containerd: PrivateContainerd): string[] {
  const options = { Root: join(containerd.directory, "runc"), ...newerRunc() };
  const types: Record<Handler, Settings> = {
    named: { runtime_type: shimUnderTest.runtime },
    "as-runc": {
      runtime_type: "io.containerd.runc.v2",
      ...(honoursRuntimePath && { runtime_path: shimUnderTest.executable }),
    },
  };
  return [
    table(plugin, { default_runtime_name: defaultHandler }),
    // What ours is compared with.
    ...(sandboxer === "shim"
      ? [
          table(`${plugin}.runtimes.compared`, { runtime_type: "io.containerd.runc.v2" }),
          table(`${plugin}.runtimes.compared.options`, options),
        ]
      : []),
    ...handlers.flatMap((handler) => [
      table(`${plugin}.runtimes.${handler}`, { ...types[handler], ...(sandboxer === "shim" && { sandboxer }) }),
      ...(hasOptions(handler)
        ? [table(`${plugin}.runtimes.${handler}.options`, optionsFor(types[handler].runtime_type as string))]
        : []),
    ]),
  ];

  /** 1.6 sends a file's name under any other name than runc's. */
  function optionsFor(runtimeType: string): Settings {
    if (isContainerd2 || runtimeType === "io.containerd.runc.v2") return options;
    const file = join(containerd.directory, "runts.toml");
    writeFileSync(file, lines(options).join("\n"));
    return { ConfigPath: file };
  }
}

/** For a pod of a shim, CRI can hand on options of runc's kind only (containerd 2.0 to 2.2). */
function hasOptions(handler: Handler): boolean {
  return sandboxer !== "shim" || handler === "as-runc";
}

/** User namespaces with mapped mounts need runc 1.2. By its usual name: runts goes past what it knows as runc where it can. */
function newerRunc(): Settings {
  return isContainerd2 ? { BinaryName: join(newerRuntimes(), runtimeBelow) } : {};
}

type Settings = Readonly<Record<string, string | boolean | readonly string[]>>;

function table(name: string, settings: Settings): string {
  return [`[${name}]`, ...lines(settings), ""].join("\n");
}

/** JSON's strings, booleans and lists are TOML's. */
function lines(settings: Settings): string[] {
  return Object.entries(settings).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
}
