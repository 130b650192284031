// SHA-256, for names.
import { isBun } from "./build.ts";
import { bun } from "./bun.ts";
import { bytesOfText } from "./byte-text.ts";

/** Lower-case hexadecimal SHA-256 of the bytes of `text`. */
export async function sha256(text: string): Promise<string> {
  if (isBun) return new bun.CryptoHasher("sha256").update(bytesOfText(text)).digest("hex");
  const { createHash } = await import("node:crypto");
  return createHash("sha256").update(bytesOfText(text)).digest("hex");
}
