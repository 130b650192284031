// Text of others on somebody's terminal: a process calls itself what it likes, and a terminal obeys what it is shown.

/** Control characters of both sets, line ends, and what turns the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const obeyed = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A command line may be megabytes long, and a table is measured character by character. JSON has all of it. */
const maxLength = 1024;

/** `text` with what a terminal would obey written out, as `\x1b` or `\u202e`, and cut where it is too long for anybody to read. */
export function printable(text: string): string {
  const shown = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
  return shown.replace(obeyed, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return code.length <= 2 ? `\\x${code.padStart(2, "0")}` : `\\u${code}`;
  });
}

/** JSON that says the same, with what `JSON.stringify` leaves of that as escapes of its own. */
export function printableJson(json: string): string {
  return json.replace(obeyed, (character) => {
    // Line ends are its own layout: those of texts are escaped already.
    return character === "\n" ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** `value` with all its texts so, keys excepted. For plain values, as JSON has them. */
export function printableAll<T>(value: T): T {
  if (typeof value === "string") return printable(value) as T;
  if (Array.isArray(value)) return value.map(printableAll) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, printableAll(each)])) as T;
}
