// A runtime's options in each form in which they come.

import { containerd, runtimeoptions } from "../../proto/gen/options.js";

const toml = [
  'BinaryName = "crun"\nSystemdCgroup = true\nIoUid = 5\n[Sub]\nRoot = "/r"\n',
  "SleepAfter = 60\nStdio = 'pipes'\nShimGroup = \"namespace\"\nBinaryNam = 'x'\n",
  'Root = """\na\\u00e9\nb"""\nlist = [[1, 2.5e3], {a = 1}, 1979-05-27T07:32:00Z]\n',
  Array.from({ length: 2000 }, (_, n) => `Key${n} = ${n}\n`).join(""),
  `a = ${"[".repeat(3000)}${"]".repeat(3000)}\n`,
  `${"k".repeat(20_000)} = 1\n`,
];

/** Named for what `decodeOptions` tells them apart by: their URLs. */
export const packedOptions: readonly { typeUrl: string; value: Uint8Array }[] = [
  {
    typeUrl: "containerd.runc.v1.Options",
    value: containerd.runc.v1.Options.encode({
      root: "/r",
      ioUid: 3,
      binaryName: "runc",
      systemdCgroup: true,
    }).finish(),
  },
  {
    typeUrl: "containerd.linux.runc.CreateOptions",
    value: Buffer.from("080140014a02736350035804620161", "hex"),
  },
  ...toml.map((text) => ({
    typeUrl: "runtimeoptions.v1.Options",
    value: runtimeoptions.v1.Options.encode({ configBody: Buffer.from(text) }).finish(),
  })),
];
