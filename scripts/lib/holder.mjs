// holder.mjs <amd64|arm64>: prints bin/holder, compiled for that machine, as base64: a program of a few hundred bytes
// without a libc, which goes into the bundle (sys/build.ts).

import { compileHolder } from "./compile.mjs";

process.stdout.write(compileHolder(process.argv[2]).toString("base64"));
