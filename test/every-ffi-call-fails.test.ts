// Every call through sys/ffi.ts that the rooms make, failing once: what is open, what lies about and what is known afterwards
// (docs/faults.md). The calls are the real ones, but for the one that fails.

import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FfiWork, ffiWorks } from "./fixtures/ffi-works.ts";
import { eventually } from "./helpers/eventually.ts";
import { FailingFfi, ffiErrorsOf } from "./helpers/failing-ffi.ts";

const ffi = FailingFfi.install();
let directory = "";

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "runts-ffi-"));
});
afterAll(() => rmSync(directory, { recursive: true }));

/** Without what the engine opens for itself when it likes. */
function openFiles(): string[] {
  return readdirSync("/proc/self/fd")
    .flatMap((name) => {
      try {
        return [readlinkSync(`/proc/self/fd/${name}`)];
      } catch {
        return []; // the directory itself
      }
    })
    .filter((target) => target.startsWith(directory) || /^(pipe|anon_inode|\/memfd)/.test(target))
    .sort();
}

/** What is in `now` more often than in `before`. */
function surplus(now: readonly string[], before: readonly string[]): string[] {
  const rest = now.slice();
  for (const each of before) {
    const at = rest.indexOf(each);
    if (at >= 0) rest.splice(at, 1);
  }
  return rest;
}

function lines(): string[] {
  return readdirSync(directory, { recursive: true }).map(String).sort();
}

/** What `work` gave, or how it failed. */
async function outcomeOf(work: FfiWork): Promise<{ error?: Error; complaint?: string | undefined }> {
  try {
    return { complaint: (await work.run(directory)) ?? undefined };
  } catch (error) {
    return { error: error as Error };
  }
}

for (const work of ffiWorks) {
  test(`${work.name}: each call fails once`, async () => {
    work.prepare?.(directory);
    // Twice: what is opened once and for all is open then.
    for (let n = 0; n < 2; n += 1) {
      ffi.begin();
      expect(await outcomeOf(work)).toEqual({});
    }
    const { calls } = ffi.end();
    expect(calls.length).toBeGreaterThan(0);
    const usual = { open: openFiles(), files: lines() };
    const wrong: string[] = [];
    let tried = 0;
    for (const [n, name] of calls.entries()) {
      for (const errno of ffiErrorsOf(name)) {
        tried += 1;
        ffi.begin({ n, name, errno });
        const { error, complaint } = await outcomeOf(work);
        const { hit } = ffi.end();
        const say = (text: string) => wrong.push(`${name} (call ${n + 1} of ${calls.length}): ${errno}: ${text}`);
        if (hit === undefined) continue;
        if (complaint !== undefined) say(complaint);
        if (error !== undefined && error.message.trim() === "") say("it fails without a word");
        // A signal in between is nobody's failure, nor is what close(2) says.
        if (error !== undefined && (errno === "EINTR" || name === "close")) say(`it fails: ${error.message}`);
        // The end of a watch, of a call aside.
        const isAsUsual = () => surplus(openFiles(), usual.open).length === 0;
        await eventually("all is closed", isAsUsual, { timeoutMs: 1000, intervalMs: 5 }).catch(() =>
          say(`open: ${surplus(openFiles(), usual.open).join()}`),
        );
        const left = surplus(lines(), usual.files);
        if (left.length > 0) say(`left: ${left.join()}`);
        const again = await outcomeOf(work);
        if (again.error !== undefined) say(`it fails again: ${again.error.message}`);
        if (again.complaint !== undefined) say(`afterwards: ${again.complaint}`);
      }
    }
    console.log(`${work.name}: ${tried} faults in ${calls.length} calls`);
    expect(wrong).toEqual([]);
  });
}

test("the double makes a call fail, and close close", async () => {
  const { libc } = await import("../sys/ffi.ts");
  const path = join(directory, "double");
  writeFileSync(path, "");
  ffi.begin({ n: 0, name: "open", errno: "EMFILE" });
  expect(libc("open", path, 0, 0)).toBe(-24);
  const fd = libc("open", path, 0, 0);
  expect(fd).toBeGreaterThan(0);
  ffi.begin({ n: 0, name: "close", errno: "EIO" });
  expect(libc("close", fd)).toBe(-5);
  expect(existsSync(`/proc/self/fd/${fd}`) && readlinkSync(`/proc/self/fd/${fd}`) === path).toBe(false);
});
