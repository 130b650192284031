// What comes as JSON in a request and goes to the runtime: checked by type, its bytes kept.
import { applyEdits, type CheckedObject, checkJson, type Edit } from "./json.ts";
import { processFields, resourcesFields } from "./shapes.ts";

/** An OCI process object. */
export class ProcessSpec {
  readonly #bytes: Buffer;
  readonly #checked: CheckedObject;

  /** Throws SyntaxError when `json` is none. Keeps a copy: what is given may be a part of something large. */
  constructor(json: Uint8Array) {
    const bytes = Buffer.from(json);
    const checked = checkJson(bytes, processFields, "process");
    if (checked === undefined) throw new SyntaxError("process is null, not an object");
    this.#bytes = bytes;
    this.#checked = checked;
  }

  /** As it came. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** The object with `terminal` as told, and everything else as it came. */
  withTerminal(terminal: boolean): Buffer {
    return applyEdits(this.#bytes, [...this.#checked.keyEdits, this.#terminalEdit(terminal)]);
  }

  #terminalEdit(terminal: boolean): Edit {
    const { values, begin } = this.#checked;
    const span = values.get("terminal");
    if (span !== undefined) return { ...span, text: String(terminal) };
    const isEmpty = /^\s*\}/.test(this.#bytes.toString("latin1", begin));
    return { start: begin, end: begin, text: `"terminal":${terminal}${isEmpty ? "" : ","}` };
  }
}

/** OCI LinuxResources as the runtime is to read them. Throws SyntaxError when `json` is none; null says nothing, as {}. */
export function linuxResources(json: Uint8Array): Buffer {
  const bytes = Buffer.from(json);
  const checked = checkJson(bytes, resourcesFields, "resources");
  return checked === undefined ? Buffer.from("{}") : applyEdits(bytes, checked.keyEdits);
}
