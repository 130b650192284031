// Docker's daemon.json with a runtime more: JSON, in which people keep comments all the same; everything else stays byte by byte.
import { type Node, type ParseError, parse, parseTree, printParseErrorCode } from "jsonc-parser";
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
  const root = parseTree(before);
  const owner = root?.children?.find((property) => property.children?.[0]?.value === "runtimes")?.children?.[1];
  const after =
    owner === undefined
      ? withProperty(before, root, "runtimes", { [name]: { runtimeType } }, 1)
      : withProperty(before, owner, name, { runtimeType }, 2);
  const expected = { ...config, runtimes: { ...runtimes, [name]: { runtimeType } } };
  if (sorted(parseObject(after)) !== sorted(expected)) {
    throw new NotUnderstood("with the addition it would say something else");
  }
  return after;
}

function parseObject(text: string): Record<string, unknown> {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors);
  const [error] = errors;
  if (error !== undefined) {
    const line = text.slice(0, error.offset).split("\n").length;
    throw new NotUnderstood(`${printParseErrorCode(error.error)} in line ${line}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new NotUnderstood("it is no object");
  return value as Record<string, unknown>;
}

/** `object` with one property more, as its last, on lines of its own; comments stay where they are. `depth`: of the property. */
function withProperty(text: string, object: Node | undefined, key: string, value: unknown, depth: number): string {
  if (object === undefined) throw new NotUnderstood("it is no object");
  const unit = /^([ \t]+)\S/m.exec(text)?.[1] ?? "  ";
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const indent = newline + unit.repeat(depth);
  const property = `${JSON.stringify(key)}: ${JSON.stringify(value, undefined, unit).replaceAll("\n", indent)}`;
  const closing = object.offset + object.length - 1;
  const last = object.children?.at(-1);
  const lastEnd = last === undefined ? object.offset + 1 : last.offset + last.length;
  const rest = text.slice(lastEnd, closing);
  const kept = rest.trimEnd();
  const ending = rest.includes("\n") ? rest.slice(kept.length) : newline + unit.repeat(depth - 1);
  return `${text.slice(0, lastEnd)}${last === undefined ? "" : ","}${kept}${indent}${property}${ending}${text.slice(closing)}`;
}

/** The order of keys means nothing. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
