// The tokens of JSON, read strictly, one after another, without making values of them.

/** That of Go's decoder, the outermost level included. */
const maxDepth = 10_000;

// Character codes.
export const quote = 0x22;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;
export const openBracket = 0x5b;
export const closeBracket = 0x5d;
export const colon = 0x3a;
const comma = 0x2c;
const backslash = 0x5c;
const space = 0x20;

/** Without a repeated group, which would cost the engine memory for each turn. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings.
const plainString = /"[^"\\\u0000-\u001f]*"/y;
const escapeSequence = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y;
const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

/** Stands at a byte; each method goes on behind what it has read. All throw SyntaxError for what is not there. */
export class JsonTokens {
  at = 0;
  /** How many objects and lists it stands in, but for those that `skip` deals with. */
  depth = 0;
  /** A character for each byte: positions are the same, and a string is faster to look into. */
  readonly text: string;

  constructor(bytes: Buffer) {
    this.text = bytes.toString("latin1");
  }

  /** The next character that is no white space; NaN at the end. */
  peek(): number {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code > space || (code !== space && code !== 0x0a && code !== 0x0d && code !== 0x09)) return code;
      this.at += 1;
    }
  }

  expect(code: number): void {
    if (this.peek() !== code) throw this.broken();
    this.at += 1;
  }

  #match(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  string(): void {
    plainString.lastIndex = this.at;
    if (plainString.test(this.text)) this.at = plainString.lastIndex;
    else this.#stringWithEscapes();
  }

  #stringWithEscapes(): void {
    this.at += 1;
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code === quote) break;
      // NaN, the end, is refused as well.
      if (!(code >= space)) throw this.broken();
      if (code !== backslash) this.at += 1;
      else if (!this.#match(escapeSequence)) throw this.broken();
    }
    this.at += 1;
  }

  /** What the string from `start` to here says, a character for each byte. */
  stringSince(start: number): string {
    const text = this.text.slice(start, this.at);
    return text.includes("\\") ? (JSON.parse(text) as string) : text.slice(1, -1);
  }

  number(): void {
    if (!this.#match(number)) throw this.broken();
  }

  literal(): void {
    const word = ["true", "false", "null"].find((text) => this.text.startsWith(text, this.at));
    if (word === undefined) throw this.broken();
    this.at += word.length;
  }

  /** Any value, without recursion: its depth is its author's choice. */
  skip(): void {
    const closers: number[] = [];
    for (;;) {
      if (this.#open(closers)) continue;
      for (;;) {
        const close = closers.at(-1);
        if (close === undefined) return;
        if (!this.endOfMembers(close)) {
          if (close === closeBrace) this.#key();
          break;
        }
        closers.pop();
      }
    }
  }

  /** Reads a value that has none inside; of another one the beginning, and returns true then. */
  #open(closers: number[]): boolean {
    const first = this.peek();
    if (first === quote) this.string();
    else if (isOfNumber(first)) this.number();
    else if (first !== openBrace && first !== openBracket) this.literal();
    else {
      if (this.depth + closers.length >= maxDepth) throw new SyntaxError("JSON is nested too deeply");
      const close = first === openBrace ? closeBrace : closeBracket;
      this.at += 1;
      if (this.peek() !== close) {
        closers.push(close);
        if (close === closeBrace) this.#key();
        return true;
      }
      this.at += 1;
    }
    return false;
  }

  #key(): void {
    if (this.peek() !== quote) throw this.broken();
    this.string();
    this.expect(colon);
  }

  /** Behind a member: whether it was the last one. */
  endOfMembers(close: number): boolean {
    const next = this.peek();
    if (next !== close && next !== comma) throw this.broken();
    this.at += 1;
    return next === close;
  }

  /** What kind of value begins here. */
  kind(): string {
    const code = this.peek();
    if (code === quote) return "a string";
    if (code === openBrace) return "an object";
    if (code === openBracket) return "a list";
    if (isOfNumber(code)) return "a number";
    if (this.text.startsWith("true", this.at) || this.text.startsWith("false", this.at)) return "a boolean";
    throw this.broken();
  }

  broken(): SyntaxError {
    if (this.at >= this.text.length) return new SyntaxError("unexpected end of JSON input");
    return new SyntaxError(`invalid character ${JSON.stringify(this.text[this.at])} in JSON at byte ${this.at}`);
  }
}

function isOfNumber(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2d;
}
