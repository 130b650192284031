// Docker's daemon.json with a runtime more: JSON, in which people keep comments all the same; everything else stays byte by byte.
import { applyEdits, modify, type ParseError, parse, printParseErrorCode } from "jsonc-parser";
import { NotUnderstood } from "./toml-edit.ts";

/** The whole file; as it was where nothing is missing. Throws NotUnderstood. */
export function editDockerConfig(before: string, { name, runtimeType }: { name: string; runtimeType: string }): string {
  const isEmpty = before.trim() === "";
  const config = isEmpty ? {} : parseObject(before);
  const { runtimes = {} } = config;
  if (typeof runtimes !== "object" || runtimes === null || Array.isArray(runtimes)) {
    throw new NotUnderstood("its runtimes are no object");
  }
  const present = (runtimes as Record<string, { runtimeType?: unknown } | null>)[name];
  if (present?.runtimeType === runtimeType) return before;
  if (present !== undefined) throw new NotUnderstood(`it has another runtime ${name} already`);
  if (isEmpty) return `${JSON.stringify({ runtimes: { [name]: { runtimeType } } }, undefined, 2)}\n`;
  const edits = modify(before, ["runtimes", name], { runtimeType }, { formattingOptions: formatOf(before) });
  const after = applyEdits(before, edits);
  const expected = { ...config, runtimes: { ...runtimes, [name]: { runtimeType } } };
  if (sorted(parseObject(after)) !== sorted(expected)) {
    throw new NotUnderstood("with the addition it would say something else");
  }
  return after;
}

function parseObject(text: string): Record<string, unknown> {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error !== undefined) {
    const line = text.slice(0, error.offset).split("\n").length;
    throw new NotUnderstood(`${printParseErrorCode(error.error)} in line ${line}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new NotUnderstood("it is no object");
  return value as Record<string, unknown>;
}

/** As the file is written. */
function formatOf(text: string): { insertSpaces: boolean; tabSize: number; eol: string } {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? "  ";
  return { insertSpaces: !indent.startsWith("\t"), tabSize: indent.length, eol: text.includes("\r\n") ? "\r\n" : "\n" };
}

/** The order of keys means nothing. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
