// What a container of the pod lacks of the pod's files is added to its config.json before the runtime sees that. The rest of the
// file stays byte by byte as it is.
import { applyEdits, checkJson, type Edit, type Span } from "../../oci/json.ts";
import { specFile } from "../../oci/spec.ts";
import { readFileBytes, writeFileAtomically } from "../../sys/file.ts";
import { cleanPath } from "../../sys/path.ts";
import * as layout from "../bundle/layout.ts";
import { labelPodFiles, shmOf } from "./files.ts";
import { elementsOf } from "./json-list.ts";
import type { SandboxState } from "./state.ts";

interface Mount {
  readonly destination?: string;
  readonly type?: string;
  readonly source?: string;
}

interface Spec {
  readonly root?: { readonly readonly?: boolean } | null;
  readonly mounts?: readonly Mount[] | null;
  readonly linux?: {
    readonly mountLabel?: string;
    readonly uidMappings?: readonly unknown[] | null;
    readonly gidMappings?: readonly unknown[] | null;
  };
}

/** Of the bundle of a container. Throws SyntaxError when config.json is none. */
export function addPodFiles(containerBundle: string, sandbox: SandboxState): void {
  const path = specFile(containerBundle);
  const bytes = readFileBytes(path);
  const changed = withPodFiles(bytes, sandbox);
  if (changed === bytes) return;
  const { linux } = JSON.parse(bytes.toString("utf8")) as Spec;
  labelPodFiles(sandbox, linux?.mountLabel ?? "");
  writeFileAtomically(path, changed, 0o644);
}

/** config.json with what it lacks; the same buffer when that is nothing. */
export function withPodFiles(bytes: Buffer, { bundle, pod }: SandboxState): Buffer {
  const checked = checkJson(bytes, { mounts: { list: { fields: {} } } }, "config.json");
  if (checked === undefined) return bytes;
  const spec = JSON.parse(bytes.toString("utf8")) as Spec;
  const mounts = spec.mounts ?? [];
  const wanted = podMounts(spec, { bundle, shm: shmOf(bundle, pod) }).filter(
    ({ destination }) => !mounts.some((mount) => destinationOf(mount) === destination && !isStandIn(mount)),
  );
  if (wanted.length === 0) return bytes;
  const list = checked.values.get("mounts");
  const texts = wanted.map((mount) => JSON.stringify(mount));
  if (list === undefined) {
    return applyEdits(bytes, [{ start: checked.begin, end: checked.begin, text: `"mounts":[${texts.join(",")}],` }]);
  }
  if (mounts.every(isStandIn)) return applyEdits(bytes, [{ ...list, text: `[${texts.join(",")}]` }]);
  const elements = elementsOf(bytes, list);
  const additions = wanted.map(({ destination }, n) => addition(destination, texts[n] as string, mounts, elements));
  return applyEdits(bytes, [...removals(mounts, elements), ...merged(additions)]);
}

/** Each with a comma of its own. */
function removals(mounts: readonly Mount[], elements: readonly Span[]): Edit[] {
  return elements.flatMap(({ start, end }, n) => {
    if (!isStandIn(mounts[n] as Mount)) return [];
    return n === 0 ? [{ start, end: end + 1, text: "" }] : [{ start: start - 1, end, text: "" }];
  });
}

/** At the end, as CRI has it, but before what is mounted below it. */
function addition(destination: string, text: string, mounts: readonly Mount[], elements: readonly Span[]): Edit {
  const below = mounts.findIndex((mount) => destinationOf(mount).startsWith(`${destination}/`));
  if (below >= 0) {
    const { start } = elements[below] as Span;
    return { start, end: start, text: `${text},` };
  }
  const { end } = elements.at(-1) as Span;
  return { start: end, end, text: `,${text}` };
}

/** Edits at one place as one. */
function merged(edits: readonly Edit[]): Edit[] {
  const byPlace = new Map<number, Edit>();
  for (const edit of edits) {
    byPlace.set(edit.start, { ...edit, text: `${byPlace.get(edit.start)?.text ?? ""}${edit.text}` });
  }
  return [...byPlace.values()];
}

/** The /dev/shm of a container's own, which CRI puts where it knows of none of the pod. */
function isStandIn(mount: Mount): boolean {
  return destinationOf(mount) === "/dev/shm" && mount.type === "tmpfs" && mount.source === "shm";
}

function destinationOf({ destination }: Mount): string {
  return typeof destination === "string" ? cleanPath(destination) : "";
}

/** As CRI has them in a container's specification. */
function podMounts({ root, linux }: Spec, { bundle, shm }: { bundle: string; shm: string }) {
  const access = root?.readonly === true ? "ro" : "rw";
  // The owner of a file is root inside of the pod's user namespace, too.
  const { uidMappings, gidMappings } = linux ?? {};
  const owners = (uidMappings ?? []).length > 0 ? { uidMappings, gidMappings } : {};
  const bind = (destination: string, source: string, mode: string, more: object) => ({
    destination,
    type: "bind",
    source,
    options: ["rbind", "rprivate", mode],
    ...more,
  });
  return [
    bind("/etc/hostname", layout.hostname(bundle), access, owners),
    bind("/etc/hosts", layout.hosts(bundle), access, owners),
    bind("/etc/resolv.conf", layout.resolvConf(bundle), access, owners),
    bind("/dev/shm", shm, "rw", {}),
  ];
}
