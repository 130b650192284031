// What decoders of outside bytes make of well-formed input of any shape: test/fuzz.test.ts has what is nearly right.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkJson } from "../oci/json.ts";
import { lastErrorIn } from "../oci/log.ts";
import { ProcessSpec } from "../oci/request-objects.ts";
import { runtimeoptions } from "../proto/gen/options.js";
import { decodeOptions } from "../shim/bundle/options.ts";
import { parseStdioUri } from "../shim/stdio/uri.ts";
import { FrameReader, maxDataBytes } from "../ttrpc/frame.ts";
import { rawFrame } from "./fixtures/raw-ttrpc.ts";
import { isSoak } from "./helpers/soak.ts";

const seed = Number(process.env.RUNTS_FUZZ_SEED ?? Date.now() % 1_000_000);
const runs = { seed, numRuns: isSoak ? 20_000 : 60 };

describe(`with the seed ${seed}`, { timeout: isSoak ? 3_600_000 : 60_000 }, () => {
  test("FrameReader finds the frames that were written, however they are cut", () => {
    const frame = fc.record({
      streamId: fc.nat(0xffff_ffff),
      type: fc.nat(255),
      flags: fc.nat(255),
      data: fc.uint8Array({ maxLength: 200 }),
    });
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 20 }), fc.array(fc.integer({ min: 1, max: 99 })), (frames, sizes) => {
        const bytes = Buffer.concat(
          frames.map(({ streamId, type, flags, data }) => rawFrame(streamId, type, flags, data)),
        );
        const reader = new FrameReader();
        const found: unknown[] = [];
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const size = sizes[turn % Math.max(1, sizes.length)] ?? 50;
          reader.push(bytes.subarray(at, at + size));
          at += size;
          for (let next = reader.next(); next !== undefined; next = reader.next()) {
            const { streamId, type, flags, data } = next;
            found.push({ streamId, type, flags, data: Uint8Array.from(data ?? []) });
          }
        }
        expect(found).toEqual(frames.map((each) => ({ ...each, data: Uint8Array.from(each.data) })));
      }),
      runs,
    );
  });

  test("FrameReader holds no more than it was given of a frame whose length is a lie", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: maxDataBytes }), fc.uint8Array({ maxLength: 900 }), (length, data) => {
        const reader = new FrameReader();
        const before = process.memoryUsage().arrayBuffers;
        reader.push(rawFrame(1, 1, 0, data, length));
        expect(reader.next()).toBeUndefined();
        // The first piece, and what the garbage collector has not seen yet.
        expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1 << 20);
        expect(reader.unread()).toHaveLength(10 + data.length);
      }),
      runs,
    );
  });

  test("checkJson and the engine's parser agree about any JSON, written in any way", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(3), (value, indent) => {
        const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
        const bytes = Buffer.from(JSON.stringify(value, undefined, indent));
        const check = () => checkJson(bytes, {}, "x");
        if (isObject) expect(check()).toBeDefined();
        else if (value === null) expect(check()).toBeUndefined();
        else expect(check).toThrow(SyntaxError);
      }),
      runs,
    );
  });

  test("a process object is passed on with the terminal as told, and nothing else changed", () => {
    const process = fc.record(
      {
        terminal: fc.boolean(),
        args: fc.array(fc.string({ unit: "binary" })),
        user: fc.record({ uid: fc.nat(0xffff_ffff), gid: fc.nat(0xffff_ffff) }),
        cwd: fc.string({ unit: "binary" }),
        stranger: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(process, fc.boolean(), (object, terminal) => {
        const bytes = Buffer.from(JSON.stringify(object));
        const written = new ProcessSpec(bytes).withTerminal(terminal).toString();
        expect(JSON.parse(written)).toEqual({ ...JSON.parse(bytes.toString()), terminal });
      }),
      runs,
    );
  });

  test("a URI's escapes come back as the bytes that they stand for", () => {
    const text = fc.string({ unit: "binary" }).filter((each) => !each.includes("\0") && each.isWellFormed());
    fc.assert(
      fc.property(text, fc.dictionary(text, text), (path, parameters) => {
        const pairs = Object.entries(parameters).map((pair) => pair.map(encodeURIComponent).join("="));
        const uri = parseStdioUri(`file:///${encodeURIComponent(path)}?${pairs.join("&")}`);
        expect(uri.path).toBe(`/${path}`);
        for (const [key, value] of Object.entries(parameters)) expect(uri.parameters.get(key)).toBe(value);
      }),
      runs,
    );
  });

  test("options in TOML are what was written", async () => {
    const options = fc.record({ BinaryName: fc.string(), IoUid: fc.nat(0xffff_ffff), SystemdCgroup: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(options, async (values) => {
        const lines = Object.entries(values).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
        const configBody = Buffer.from(lines.join("\n").replaceAll("\x7f", "\\u007f"));
        const value = runtimeoptions.v1.Options.encode({ configBody }).finish();
        const { binaryName, ioUid, systemdCgroup } = await decodeOptions({
          typeUrl: "runtimeoptions.v1.Options",
          value,
        });
        expect({ BinaryName: binaryName, IoUid: ioUid, SystemdCgroup: systemdCgroup }).toEqual(values);
      }),
      runs,
    );
  });

  test("the last error of a log is found, whatever was logged and however its records are laid out", () => {
    const record = fc.record({ level: fc.constantFrom("error", "info"), msg: fc.string(), more: fc.jsonValue() });
    fc.assert(
      fc.property(fc.array(record), fc.nat(2), (records, indent) => {
        const text = records.map((each) => `${JSON.stringify(each, undefined, indent)}\n`).join("");
        const last = records.findLast(({ level }) => level === "error");
        expect(lastErrorIn(text)).toEqual(
          last === undefined ? { kind: "none" } : { kind: "found", message: last.msg.trim() },
        );
      }),
      runs,
    );
  });
});
