import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const sysctl = "/proc/sys/vm/memfd_noexec";
const missing = process.geteuid?.() !== 0 ? "root" : existsSync(sysctl) ? "" : sysctl;

// Linux 6.3 has it, for each pid namespace.
test.skipIf(missing !== "")(
  `a memory file can be made where none may be executed${missing && ` (needs ${missing})`}`,
  () => {
    const code = `
    const { openMemoryFile } = await import(${JSON.stringify(join(import.meta.dirname, "fd.ts"))});
    openMemoryFile("test").close();
    console.log("made");`;
    const script = `echo 2 >${sysctl} && exec "$0" --disable-warning=ExperimentalWarning --input-type=module -e "$1"`;
    const words = ["--pid", "--fork", "--mount-proc", "sh", "-c", script, process.execPath, code];
    expect(execFileSync("unshare", words, { encoding: "utf8" })).toBe("made\n");
  },
);
