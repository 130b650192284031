// Untruths that no row notices, and why none has to: nobody who uses a shim can notice them either.

export const excuses: readonly (readonly [name: RegExp, why: string])[] = [
  [/^Connect\.version (false|left out)$/, "Go's is empty, and containerd reads none"],
  [/^State\.execId left out$/, "it is empty: State has an exec's id as id"],
  [/^(Connect|Shutdown): (another code|other words|succeeds)$/, "it is never refused"],
  [/^Platform\.platform\.variant left out$/, "there is none but on arm"],
  [/^(\w*Sandbox\w*|Platform): other words$/, "containerd goes by the code; these words are each shim's own"],
  [/^SandboxStatus\.extra(\.(typeUrl|value))? /, "no shim has to say more, and CRI reads none of it"],
  [/^SandboxStatus\.info left out$/, "it is for people, and may be empty"],
  [/^\/tasks\/create\.rootfs\.target left out$/, "a rootfs has none but in parts, and the Go shim of 1.6 knows none"],
  [/^\/tasks\/delete\.id left out$/, "it is empty: the deletion of an exec is not told"],
  [/^StartSandbox\.spec left out$/, "a shim may leave it to containerd"],
  [/^WaitSandbox\.exitStatus left out$/, "it is 0, unless the sandbox was killed"],
  [/^PingSandbox: not done$/, "there is nothing to be done but to answer"],
];
