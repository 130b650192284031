// Lines and words: a client's URIs and mounts, the kernel's files, names of others on a screen.

import { FormatError, rdmaEntries, readKeyed } from "../../cgroups/parse.ts";
import { CgroupError, parseMemberships } from "../../cgroups/path.ts";
import { parseUint64 } from "../../cgroups/uint64.ts";
import { printable } from "../../operate/printable.ts";
import { parseShimCall } from "../../operate/shims.ts";
import { renderTable, screenOf } from "../../operate/terminal.ts";
import { compactOverlay, layersIn, parseMountOptions } from "../../shim/rootfs/mount-options.ts";
import { parseOptions } from "../../shim/stdio/log-file.ts";
import { formatRecord } from "../../shim/stdio/log-format.ts";
import { LineCutter, maxPieceBytes } from "../../shim/stdio/log-lines.ts";
import { parseStdioUri } from "../../shim/stdio/uri.ts";
import { parseTraceparent } from "../../shim/tracing/span.ts";
import { bytesOfText, textOfBytes } from "../../sys/byte-text.ts";
import { cleanPath } from "../../sys/path.ts";
import { check, onlyThrows, type Target } from "./fuzz.ts";

const texts = (...values: readonly string[]): Buffer[] => values.map((value) => Buffer.from(value));
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString();

const uris: Target = {
  name: "uri",
  seeds: texts(
    "/run/containerd/fifo/1/c-stdout",
    "binary:///usr/bin/logger?key=value&with%20space=a+b&key=again&flag",
    "file:///var/log/c.log?format=json&max-size=10m&max-file=3",
    "FIFO:///f%2f%e9#fragment",
    "binary-v2://host/p;a=b?x;y&%zz=1",
    `file:///l?${"a=b&".repeat(5000)}`,
  ),
  run(input) {
    onlyThrows([Error], () => {
      const { scheme, path, parameters } = parseStdioUri(textOf(input));
      check(/^[a-z][a-z0-9+.-]*$/.test(scheme), `the scheme ${scheme}`);
      check(scheme === "fifo" || !path.includes("\0"), "a path with a NUL");
      check(![...parameters].flat().some((text) => text.includes("\0")), "a parameter with a NUL");
      const options = parseOptions(parameters);
      if (options === undefined) return;
      check(options.maxBytes === undefined || options.maxBytes > 0, "a file of no size");
      check(options.maxFiles >= 1 && options.maxFiles <= 1000, "too many files");
    });
  },
};

const logLines: Target = {
  name: "log-lines",
  seeds: texts("one\ntwo\r\n\nthree", "é".repeat(9000), `${"x".repeat(40_000)}\ny`, "\u0000\u001b[2J\n\ufeff\n"),
  run(input) {
    for (const size of [7, 4096, 65_536]) {
      const pieces: Buffer[] = [];
      const lines = new LineCutter((piece, end) => {
        check(piece.length <= maxPieceBytes, "a piece is too long");
        pieces.push(Buffer.from(piece), Buffer.from(end === "line" ? "\n" : ""));
        const record = { bytes: piece, end, stream: "stdout", time: "t" } as const;
        const json = formatRecord("json", record).toString();
        check(json.indexOf("\n") === json.length - 1, "a record is more than a line");
        JSON.parse(json);
        const cri = formatRecord("cri", record);
        check(cri.indexOf(0x0a) === cri.length - 1, "a CRI record is more than a line");
      });
      for (let at = 0; at < input.length; at += size) lines.push(Buffer.from(input.subarray(at, at + size)));
      lines.end();
      check(Buffer.concat(pieces).equals(input), "bytes are lost or changed");
    }
  },
};

const traces: Target = {
  name: "traceparent",
  seeds: texts("00-0123456789abcdef0123456789abcdef-0123456789abcdef-01", "cc-00000000000000000000000000000000-x-00"),
  run(input) {
    const parent = parseTraceparent(textOf(input));
    if (typeof parent === "string") return;
    check(/^[0-9a-f]{32}$/.test(parent.traceId) && /^[0-9a-f]{16}$/.test(parent.spanId), "an id that is none");
  },
};

const mounts: Target = {
  name: "mount-options",
  seeds: texts(
    "ro\nnosuid\nlowerdir=/a/1:/a/2:/a/3\nupperdir=/u\nworkdir=/w",
    "loop\nuidmap=0:100000:65536\ngidmap=0:1:1\nX-containerd.mkdir=1",
    "lowerdir=\nlowerdir=:::",
  ),
  run(input) {
    const words = textOf(input).split("\n");
    onlyThrows([Error], () => {
      const { flags, data } = parseMountOptions(words);
      check(Number.isInteger(flags), "flags that are none");
      layersIn(data);
      const compact = compactOverlay(data);
      if (compact !== undefined) check(compact.directory.startsWith("/"), "layers are relative to nothing");
    });
  },
};

const fields = new Map([["kernel_stack", "kernelStack"] as const, ["anon", "anon"] as const]);

const kernelFiles: Target = {
  name: "kernel-files",
  seeds: texts(
    "12:memory:/a/b:c\n3:name=systemd:/x\n0::/unified/y\n",
    "anon 5\nkernel_stack 18446744073709551615\nfile max\n",
    "mlx4_0 hca_handle=2 hca_object=max\nocrdma1 hca_handle=3 hca_object=2000\n",
    "18446744073709551616",
  ),
  run(input) {
    const text = textOfBytes(Buffer.from(input));
    check(bytesOfText(text).equals(input), "bytes are not the same again");
    onlyThrows([CgroupError], () => {
      for (const { path } of parseMemberships(text)) check(path.startsWith("/"), "a cgroup without a path");
    });
    onlyThrows([FormatError], () => readKeyed(text, fields, {}));
    rdmaEntries(text);
    parseUint64(text);
    const clean = cleanPath(text);
    check(cleanPath(clean) === clean, "a clean path is not clean");
    if (text.startsWith("/")) check(!`${clean}/`.includes("/../"), "a path that leads upwards");
  },
};

/** What a terminal obeys: control characters of both sets, and what turns the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const obeyed = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

const screen: Target = {
  name: "screen",
  seeds: texts(
    "containerd-shim-runc-v2\0-namespace\0k8s.io\0-id\0c1\0-address\0/run/d.sock\0",
    "containerd-shim-x\0--namespace=\u001b]0;title\u0007\0-id=\u009b2J\u202egnp.exe\0",
  ),
  run(input) {
    const call = parseShimCall(textOfBytes(Buffer.from(input)).split("\0").slice(0, -1));
    const words = [textOf(input), ...Object.values(call ?? {})].map(printable);
    for (const word of words) check(!obeyed.test(word), "a terminal would obey it");
    const titles = words.map((_, at) => ({ title: `T${at}`, mayShrink: true }));
    const table = renderTable(titles, [words], screenOf({ isTTY: true, columns: 80 }));
    check(table.split("\n").length <= 2, "a name is more than a row");
  },
};

export const textTargets: readonly Target[] = [uris, logLines, traces, mounts, kernelFiles, screen];
