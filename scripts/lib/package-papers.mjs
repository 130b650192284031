// package-papers.mjs <amd64|arm64> <bill of materials> <copyright>: what a package says of its parts.
//
// The bill is npm's own (`npm sbom`), cut down to what the bundler has put into the executable (dist/ARCH/bundled.json), with the engine
// and the ffi addon of that machine, and the executable itself with its hash.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [machine, billPath, copyrightPath] = process.argv.slice(2);
const cpu = { amd64: "x64", arm64: "aarch64" }[machine];
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
const bill = JSON.parse(execFileSync("npm", ["sbom", "--sbom-format", "spdx"], { maxBuffer: 1e8 }));
const executable = `dist/${machine}/containerd-shim-runts-v2`;

/** node_modules/…, of each package that has a file in the executable. */
const directories = new Set();
for (const input of Object.keys(JSON.parse(readFileSync(`dist/${machine}/bundled.json`, "utf8")).inputs)) {
  const found = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input);
  if (found !== null) directories.add(found[0].replace(/^.*?(?=node_modules\/)/, ""));
}
if (directories.size === 0) throw new Error("the bundler names no package");

/** Those of this machine: npm knows the ones that are installed here. */
const engine = `node_modules/@oven/bun-linux-${cpu}`;
const addon = `node_modules/@yuuang/ffi-rs-linux-${cpu.replace("aarch64", "arm64")}-gnu`;

const parts = [...directories].sort().map((directory) => {
  const part = bill.packages.find(({ packageFileName }) => packageFileName === directory);
  if (part === undefined) throw new Error(`npm does not know ${directory}`);
  return part;
});
for (const directory of [engine, addon]) {
  const { version, integrity, license } = lock[directory];
  const name = directory.slice("node_modules/".length);
  parts.push({
    name,
    SPDXID: `SPDXRef-Package-${name.replace("@", "").replaceAll(/[^a-zA-Z0-9.-]/g, ".")}-${version}`,
    versionInfo: version,
    packageFileName: directory,
    downloadLocation: "NOASSERTION",
    filesAnalyzed: false,
    licenseDeclared: license,
    externalRefs: [
      {
        referenceCategory: "PACKAGE-MANAGER",
        referenceType: "purl",
        referenceLocator: `pkg:npm/${name.replace("@", "%40")}@${version}`,
      },
    ],
    checksums: [
      { algorithm: "SHA512", checksumValue: Buffer.from(integrity.replace("sha512-", ""), "base64").toString("hex") },
    ],
  });
}

const own = bill.packages.find(({ SPDXID }) => SPDXID === bill.documentDescribes[0]);
own.primaryPackagePurpose = "APPLICATION";
// npm's word for "not said" is no value of SPDX.
delete own.homepage;
own.packageFileName = "containerd-shim-runts-v2";
own.checksums = [
  { algorithm: "SHA256", checksumValue: createHash("sha256").update(readFileSync(executable)).digest("hex") },
];
bill.name = `runts_${own.versionInfo}_${machine}`;
bill.documentNamespace = `https://spdx.org/spdxdocs/${bill.name}-${own.checksums[0].checksumValue.slice(0, 32)}`;
bill.creationInfo.created = new Date(Number(process.env.SOURCE_DATE_EPOCH) * 1000).toISOString().replace(/\.\d+Z/, "Z");
bill.packages = [own, ...parts];
bill.relationships = [
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
];
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
