// Ids become names of files: in a bundle, beside it, in the runtime's state.

/** What is wrong with `id` as a name; undefined when nothing is. */
export function complaintAboutId(id: string): string | undefined {
  if (id === "") return "is empty";
  if (id === "." || id === ".." || id.includes("/") || id.includes("\0")) return "is not a name";
  return undefined;
}

const namespacePattern = /^[A-Za-z0-9]+(?:[._-](?:[A-Za-z0-9]+))*$/;
const longestNamespace = 76;

/** What is wrong with a containerd namespace, in containerd's words; undefined when nothing is. A directory is called so. */
export function complaintAboutNamespace(namespace: string): string | undefined {
  if (namespace === "") return "shim namespace cannot be empty";
  const identifier = `namespace validation: identifier ${JSON.stringify(namespace)}`;
  if (Buffer.byteLength(namespace) > longestNamespace)
    return `${identifier} greater than maximum length (${longestNamespace} characters): invalid argument`;
  if (!namespacePattern.test(namespace)) return `${identifier} must match ${namespacePattern.source}: invalid argument`;
  return undefined;
}
