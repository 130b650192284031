// A small image made on the spot from Debian's busybox-static: no registry, no network, no docker.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { makeRootfs } from "../../conformance/driver/rootfs.ts";

export const imageName = "runts.test/busybox:latest";
/** The same files, with the ordinary user (uid 1000) as the one who runs. */
export const userImageName = "runts.test/busybox-user:latest";
/** What holds a pod's namespaces: it collects orphans where the pod shares its pids, and ends on SIGTERM. */
export const pauseImageName = "runts.test/pause:latest";

const pause = ["sh", "-c", "trap 'kill $!; exit 0' TERM; while :; do sleep 2147483647 & wait $!; done"];

/** Writes an OCI image archive (for `ctr image import`) into `directory` and returns its path. */
export async function makeImageArchive(directory: string): Promise<string> {
  const work = join(directory, "image");
  const rootfs = join(work, "rootfs");
  makeRootfs(rootfs);

  const blobs = join(work, "oci/blobs/sha256");
  mkdirSync(blobs, { recursive: true });
  const layer = join(work, "layer.tar");
  await packTar(rootfs, layer);
  const layerBlob = describe(readFileSync(layer));
  renameSync(layer, join(blobs, layerBlob.hex));

  const addJson = (mediaType: string, value: unknown) => {
    const text = JSON.stringify(value);
    const { hex, digest, size } = describe(text);
    writeFileSync(join(blobs, hex), text);
    return { mediaType, digest, size };
  };
  const addImage = (name: string, settings: object) => {
    const config = addJson("application/vnd.oci.image.config.v1+json", {
      architecture: process.arch === "arm64" ? "arm64" : "amd64",
      os: "linux",
      config: { Env: ["PATH=/bin"], Cmd: ["sh"], ...settings },
      rootfs: { type: "layers", diff_ids: [layerBlob.digest] },
    });
    const manifestType = "application/vnd.oci.image.manifest.v1+json";
    const manifest = addJson(manifestType, {
      schemaVersion: 2,
      mediaType: manifestType,
      config,
      layers: [{ mediaType: "application/vnd.oci.image.layer.v1.tar", digest: layerBlob.digest, size: layerBlob.size }],
    });
    return { ...manifest, annotations: { "io.containerd.image.name": name } };
  };
  const manifests = [
    addImage(imageName, {}),
    addImage(userImageName, { User: "user", WorkingDir: "/home/user" }),
    addImage(pauseImageName, { Cmd: pause }),
  ];
  writeFileSync(join(work, "oci/index.json"), JSON.stringify({ schemaVersion: 2, manifests }));
  writeFileSync(join(work, "oci/oci-layout"), JSON.stringify({ imageLayoutVersion: "1.0.0" }));

  const archive = join(directory, "image.tar");
  await packTar(join(work, "oci"), archive);
  rmSync(work, { recursive: true });
  return archive;
}

async function packTar(directory: string, archive: string): Promise<void> {
  const reproducible = ["--owner=0", "--group=0", "--numeric-owner", "--sort=name", "--mtime=@0"];
  await execa("tar", ["-C", directory, ...reproducible, "-cf", archive, "."]);
}

function describe(content: string | Buffer) {
  const hex = createHash("sha256").update(content).digest("hex");
  return { hex, digest: `sha256:${hex}`, size: Buffer.byteLength(content) };
}
