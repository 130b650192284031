// Data is neither text nor small: properties of what reads and writes it, without a shim.

import { Buffer } from "node:buffer";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect } from "vitest";
import { JsonTokens } from "../oci/json-tokens.ts";
import { lastLoggedError } from "../oci/log.ts";
import { ProcessSpec } from "../oci/request-objects.ts";
import { processFields } from "../oci/shapes.ts";
import { runtimeoptions } from "../proto/gen/options.js";
import { containerd } from "../proto/gen/task.js";
import { readFields, writeFields } from "../proto/wire.ts";
import { decodeOptions } from "../shim/bundle/options.ts";
import { defaultOptions, loadOptions, storeOptions } from "../shim/bundle/stored-options.ts";
import { parseStdioUri } from "../shim/stdio/uri.ts";
import { bytesOfText, textOfBytes } from "../sys/byte-text.ts";
import { openMemoryFile } from "../sys/fd.ts";
import { readFileBytes, writeFileAtomically } from "../sys/file.ts";
import { spawnChild } from "../sys/spawn.ts";
import { encodeRequest, FrameReader, headerBytes } from "../ttrpc/frame.ts";
import { codeStringsBy } from "../ttrpc/strings.ts";
import { readWhole } from "./driver/go-json.ts";
import { type JsonShape, jsonOf, jsonValue, oddText } from "./driver/odd-text.ts";
import { property } from "./helpers/property.ts";

const second = { seconds: 0.7, soakSeconds: 20 };
const directory = mkdtempSync(join(tmpdir(), "runts-bytes-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Bytes among which those that begin, continue and break a character are frequent. */
const bytes = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom(0x80, 0xbf, 0xc0, 0xc3, 0xe0, 0xed, 0xa0, 0xef, 0xf0, 0xf4, 0xff),
    ),
    { maxLength: 40 },
  )
  .map((list) => Buffer.from(list));
/** A text of such bytes. */
const byteText = bytes.map(textOfBytes);
// From the bytes: two escapes that come together may be one letter, which no text has.
const withoutNul = bytes.map((all) => textOfBytes(Buffer.from(all.filter((byte) => byte !== 0))));

property("bytes are the same after having been text", second, bytes, (given) => {
  expect(bytesOfText(textOfBytes(given))).toEqual(given);
});

codeStringsBy({ textOfBytes, bytesOfText });

property("strings of messages are the bytes that they were", second, fc.array(byteText, { maxLength: 4 }), (texts) => {
  const [id = "", bundle = "", type = "", ...options] = texts;
  const { CreateTaskRequest } = containerd.task.v2;
  const written = CreateTaskRequest.encode({ id, bundle, rootfs: [{ type, options }] }).finish();
  const read = CreateTaskRequest.decode(written);
  expect([read.id, read.bundle, read.rootfs[0]?.type, read.rootfs[0]?.options]).toEqual([id, bundle, type, options]);
  // On the wire they are the bytes, wherever else they were written.
  const strings = readFields(written).filter(({ number }) => number < 3);
  expect(strings.map(({ value }) => Buffer.from(value as Uint8Array))).toEqual(
    [id, bundle].filter((text) => text !== "").map(bytesOfText),
  );
});

property(
  "what the small reader reads is what was written, and garbage is refused",
  second,
  fc.tuple(bytes, oddText(), fc.nat(2 ** 53 - 1)),
  ([raw, text, number]) => {
    const fields = readFields(
      writeFields([
        [1, raw],
        [2, text],
        [3, number],
      ]),
    );
    const values = new Map(fields.map(({ number: key, value }) => [key, value]));
    expect(Buffer.from((values.get(1) ?? []) as Uint8Array)).toEqual(raw);
    expect(Buffer.from((values.get(2) ?? []) as Uint8Array).toString()).toBe(text);
    expect(values.get(3) ?? 0n).toBe(number === 0 ? 0n : BigInt(number));
    try {
      readFields(raw);
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError);
    }
  },
);

const cuts = fc.record({
  payloads: fc.array(
    fc.oneof(
      bytes,
      fc.integer({ min: 0, max: 200_000 }).map((size) => Buffer.alloc(size, 7)),
    ),
    { minLength: 1, maxLength: 4 },
  ),
  sizes: fc.array(fc.integer({ min: 1, max: 70_000 }), { minLength: 1, maxLength: 20 }),
});
property("frames are found again however the bytes are cut", second, cuts, ({ payloads, sizes }) => {
  const frames = payloads.map((payload, n) => encodeRequest(2 * n + 1, { service: "s", method: "m", payload }));
  const whole = Buffer.concat(frames);
  const reader = new FrameReader();
  const found: Buffer[] = [];
  for (let at = 0, turn = 0; at < whole.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    reader.push(whole.subarray(at, at + size));
    at += size;
    for (let frame = reader.next(); frame !== undefined; frame = reader.next())
      found.push(Buffer.from(frame.data ?? []));
  }
  expect(found.map(({ length }) => length)).toEqual(frames.map(({ length }) => length - headerBytes));
  expect(found.every((data, n) => data.equals((frames[n] as Uint8Array).subarray(headerBytes)))).toBe(true);
});

property("the tokens of JSON end where the engine's parser ends", second, jsonValue({ wrong: 4 }, 4), (json) => {
  const accepts = (parse: () => unknown) => {
    try {
      parse();
      return true;
    } catch {
      return false;
    }
  };
  const tokens = new JsonTokens(Buffer.from(json, "latin1"));
  const ours = accepts(() => {
    tokens.peek();
    tokens.skip();
    if (!Number.isNaN(tokens.peek())) throw tokens.broken();
  });
  expect([json, ours]).toEqual([json, accepts(() => JSON.parse(json))]);
});

const processShape: JsonShape = { fields: processFields as Readonly<Record<string, JsonShape>> };
property(
  "a process object is refused, or passed on with nothing but `terminal` set",
  second,
  fc.tuple(jsonOf(processShape, { wrong: 1 }), fc.boolean()),
  ([json, terminal]) => {
    let spec: ProcessSpec;
    try {
      spec = new ProcessSpec(Buffer.from(json, "latin1"));
    } catch (error) {
      expect(error).toBeInstanceOf(SyntaxError);
      return;
    }
    const made = spec.withTerminal(terminal);
    expect((JSON.parse(made.toString("latin1")) as { terminal: unknown }).terminal).toBe(terminal);
    expect(readWhole(made)).toEqual(readWhole(Buffer.from(json, "latin1")));
  },
);

const options = fc.record({
  binaryName: withoutNul,
  root: withoutNul,
  criuPath: byteText,
  shimCgroup: oddText(),
  ioUid: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  systemdCgroup: fc.boolean(),
  noPivotRoot: fc.boolean(),
});
property("options are the same after having been in the bundle", second, options, (given) => {
  const all = { ...defaultOptions, ...given };
  storeOptions(directory, all);
  expect(loadOptions(directory)).toEqual(all);
});

const tomlKeys = { BinaryName: "binaryName", Root: "root", CriuPath: "criuPath", ShimCgroup: "shimCgroup" } as const;
const toml = fc.record({
  texts: fc.dictionary(fc.constantFrom(...Object.keys(tomlKeys)), oddText(), { noNullPrototype: true }),
  ids: fc.dictionary(fc.constantFrom("IoUid", "IoGid"), fc.bigInt({ min: -(2n ** 66n), max: 2n ** 66n }), {
    noNullPrototype: true,
  }),
});
property(
  "TOML options are what they say, and numbers that are no ids are refused",
  second,
  toml,
  async ({ texts, ids }) => {
    const escaped = (text: string) =>
      [...text]
        .map((one) => (/[\w ./-]/.test(one) ? one : `\\U${(one.codePointAt(0) ?? 0).toString(16).padStart(8, "0")}`))
        .join("");
    const lines = [
      ...Object.entries(texts).map(([key, text]) => `${key} = "${escaped(text)}"`),
      ...Object.entries(ids).map(([key, id]) => `${key} = ${id}`),
    ];
    const value = runtimeoptions.v1.Options.encode({ configBody: Buffer.from(lines.join("\n")) }).finish();
    const decoded = await decodeOptions({ typeUrl: "runtimeoptions.v1.Options", value }).catch(
      (error: unknown) => error,
    );
    if (Object.values(ids).some((id) => id < 0n || id >= 2n ** 32n)) {
      expect(decoded).toMatchObject({ kind: "invalid-argument" });
      return;
    }
    const expected = Object.entries(texts).map(
      ([key, text]) => [tomlKeys[key as keyof typeof tomlKeys], text] as const,
    );
    expect(decoded).toMatchObject(Object.fromEntries(expected));
    const { ioUid, ioGid } = decoded as { ioUid: number; ioGid: number };
    expect([BigInt(ioUid), BigInt(ioGid)]).toEqual([ids.IoUid ?? 0n, ids.IoGid ?? 0n]);
  },
);

property("TOML that is no UTF-8 is refused", second, bytes, async (given) => {
  const body = Buffer.concat([
    Buffer.from('Root = "/'),
    given.filter((byte) => byte >= 0x80 && byte !== 0x85),
    Buffer.from('"\n'),
  ]);
  const value = runtimeoptions.v1.Options.encode({ configBody: body }).finish();
  const decoded = await decodeOptions({ typeUrl: "runtimeoptions.v1.Options", value }).catch((error: unknown) => error);
  if (textOfBytes(body).isWellFormed()) expect(decoded).toMatchObject({ root: body.toString().slice(8, -2) });
  else expect(decoded).toMatchObject({ kind: "invalid-argument" });
});

property("a URI of stdio stands for the bytes that were escaped in it", second, bytes, (given) => {
  const named = Buffer.concat([Buffer.from("x"), given.filter((byte) => byte !== 0)]);
  const escaped = [...named].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
  const { scheme, path, parameters } = parseStdioUri(`binary:///${escaped}?${escaped}=${escaped}`);
  expect([scheme, bytesOfText(path)]).toEqual(["binary", Buffer.concat([Buffer.from("/"), named])]);
  expect([...parameters].map((pair) => pair.map(bytesOfText))).toEqual([[named, named]]);
  expect(parseStdioUri(`/${textOfBytes(named)}`).path).toBe(`/${textOfBytes(named)}`);
});

property(
  "a runtime's last error is found whatever it says, and whatever else is in its log",
  second,
  fc.array(fc.tuple(fc.constantFrom("error", "info", "debug"), oddText()), { maxLength: 6 }),
  (records) => {
    const path = join(directory, "log.json");
    const lines = records.map(([level, msg]) => JSON.stringify({ level, msg, time: "2026-01-31T12:00:00Z" }));
    writeFileAtomically(path, lines.map((line) => `${line}\n`).join(""), 0o600);
    const last = records.findLast(([level]) => level === "error");
    const trimmed = last?.[1].trim();
    expect(lastLoggedError(path)).toEqual(
      trimmed === undefined ? { kind: "none" } : { kind: "found", message: trimmed },
    );
  },
);

property(
  "a child's arguments and variables are the bytes that they were",
  second,
  fc.tuple(fc.array(withoutNul, { maxLength: 5 }), fc.array(withoutNul, { maxLength: 5 })),
  async ([args, values]) => {
    const output = openMemoryFile("output");
    try {
      const child = await spawnChild({
        file: "/bin/cat",
        args: ["/proc/self/cmdline", "/proc/self/environ", "--", ...args],
        env: Object.fromEntries(values.map((value, n) => [`V${n}`, value])),
        cwd: "/",
        stdio: [undefined, output.number, undefined],
      });
      await child.exited;
      const words = readFileBytes(`/proc/self/fd/${output.number}`).toString("latin1").split("\0").slice(0, -1);
      const given = [...args, ...values.map((value, n) => `V${n}=${value}`)];
      expect(words.slice(4)).toEqual(given.map((text) => bytesOfText(text).toString("latin1")));
    } finally {
      output.close();
    }
  },
);
