// package-papers.mjs <amd64|arm64> <bill of materials> <copyright>: what a package says of its parts.
//
// The bill has what the bundler has put into the executable (dist/ARCH/bundled.json) as the lockfile knows it, the engine and the ffi addon
// of that machine, and the executable itself with its hash. (`npm sbom` would be a second opinion; Debian 12's npm has none.)

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [machine, billPath, copyrightPath] = process.argv.slice(2);
const cpu = { amd64: "x64", arm64: "aarch64" }[machine];
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
const executable = `dist/${machine}/containerd-shim-runts-v2`;

/** node_modules/…, of each package that has a file in the executable. */
const directories = new Set();
for (const input of Object.keys(JSON.parse(readFileSync(`dist/${machine}/bundled.json`, "utf8")).inputs)) {
  const found = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input);
  if (found !== null) directories.add(found[0].replace(/^.*?(?=node_modules\/)/, ""));
}
if (directories.size === 0) throw new Error("the bundler names no package");

/** Those of that machine, which need not be installed here. */
const engine = `node_modules/@oven/bun-linux-${cpu}`;
const addon = `node_modules/@yuuang/ffi-rs-linux-${cpu.replace("aarch64", "arm64")}-gnu`;

const parts = [...[...directories].sort(), engine, addon].map((directory) => {
  const { integrity } = locked(directory);
  const digest = Buffer.from(integrity.replace("sha512-", ""), "base64").toString("hex");
  return {
    ...describe(directory.replace(/^.*node_modules\//, ""), directory),
    checksums: [{ algorithm: "SHA512", checksumValue: digest }],
  };
});

const own = {
  ...describe(locked("").name, ""),
  description: JSON.parse(readFileSync("package.json", "utf8")).description,
  primaryPackagePurpose: "APPLICATION",
  packageFileName: "containerd-shim-runts-v2",
  checksums: [
    { algorithm: "SHA256", checksumValue: createHash("sha256").update(readFileSync(executable)).digest("hex") },
  ],
};
const billName = `runts_${own.versionInfo}_${machine}`;
const bill = {
  spdxVersion: "SPDX-2.3",
  dataLicense: "CC0-1.0",
  SPDXID: "SPDXRef-DOCUMENT",
  name: billName,
  documentNamespace: `https://spdx.org/spdxdocs/${billName}-${own.checksums[0].checksumValue.slice(0, 32)}`,
  creationInfo: {
    created: new Date(Number(process.env.SOURCE_DATE_EPOCH) * 1000).toISOString().replace(/\.\d+Z/, "Z"),
    creators: ["Tool: runts-scripts-package"],
  },
  documentDescribes: [own.SPDXID],
  packages: [own, ...parts],
  relationships: [
    {
      spdxElementId: "SPDXRef-DOCUMENT",
      relatedSpdxElement: own.SPDXID,
      relationshipType: "DESCRIBES",
    },
    ...parts.map(({ SPDXID }) => ({
      spdxElementId: own.SPDXID,
      relatedSpdxElement: SPDXID,
      relationshipType: "CONTAINS",
    })),
  ],
};
writeFileSync(billPath, `${JSON.stringify(bill, undefined, 2)}\n`);

const texts = parts.map(({ name, versionInfo, licenseDeclared, packageFileName }) => {
  const text = licenceText(packageFileName);
  return `${"-".repeat(80)}\n${name} ${versionInfo} (${licenseDeclared})\n\n${text}\n`;
});
const foreword = `runts ${own.versionInfo} is under the Apache License 2.0, on Debian in /usr/share/common-licenses/Apache-2.0.

Its executable contains these programs and libraries of others. Of the engine (Bun, which is MIT) the JavaScript engine JavaScriptCore
and other parts have licences of their own, the LGPL 2 among them: they are listed at https://bun.com/docs/project/license.
`;
writeFileSync(copyrightPath, `${foreword}\n${texts.join("\n")}`);

function locked(directory) {
  const found = lock[directory];
  if (found === undefined) throw new Error(`the lockfile does not know ${directory}`);
  return found;
}

/** What SPDX wants of every package. */
function describe(name, directory) {
  const { version, license } = locked(directory);
  return {
    name,
    SPDXID: `SPDXRef-Package-${name.replace("@", "").replaceAll(/[^a-zA-Z0-9.-]/g, ".")}-${version}`,
    versionInfo: version,
    packageFileName: directory,
    downloadLocation: "NOASSERTION",
    filesAnalyzed: false,
    licenseDeclared: license ?? "NOASSERTION",
    externalRefs: [
      {
        referenceCategory: "PACKAGE-MANAGER",
        referenceType: "purl",
        referenceLocator: `pkg:npm/${name.replace("@", "%40")}@${version}`,
      },
    ],
  };
}

/** The package's own file of it. */
function licenceText(directory) {
  let names = [];
  try {
    names = readdirSync(directory);
  } catch {
    // That of another machine.
  }
  const file = names.find((name) => /^licen[cs]e/i.test(name));
  return file === undefined ? "(its package has no text of it)" : readFileSync(join(directory, file), "utf8").trim();
}
