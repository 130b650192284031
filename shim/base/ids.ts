// Ids become names of files: in a bundle, beside it, in the runtime's state.

/** What is wrong with `id` as a name; undefined when nothing is. */
export function complaintAboutId(id: string): string | undefined {
  if (id === "") return "is empty";
  if (id === "." || id === ".." || id.includes("/") || id.includes("\0")) return "is not a name";
  return undefined;
}
