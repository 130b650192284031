// runts.shim.v1.Upgrade/Upgrade, a call of our own, by hand: two strings each way (docs/upgrade.md).
import protobuf from "protobufjs/minimal.js";

export interface UpgradeRequest {
  /** Field 1: the program to become; empty for the one that is installed under the name that the shim was called by. */
  readonly path: string;
}

export interface UpgradeResponse {
  /** Field 1: of the program that answers. */
  readonly version: string;
  /** Field 2: of the program that was asked. */
  readonly before: string;
}

function decodeStrings(bytes: Uint8Array): Map<number, string> {
  const reader = protobuf.Reader.create(bytes);
  const strings = new Map<number, string>();
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if ((tag & 7) === 2) strings.set(tag >>> 3, reader.string());
    else reader.skipType(tag & 7);
  }
  return strings;
}

function encodeStrings(writer: protobuf.Writer, strings: readonly string[]): protobuf.Writer {
  strings.forEach((text, index) => {
    if (text !== "") writer.uint32(((index + 1) << 3) | 2).string(text);
  });
  return writer;
}

export const upgradeRequest = {
  encode: ({ path }: UpgradeRequest, writer = protobuf.Writer.create()) => encodeStrings(writer, [path]),
  decode: (bytes: Uint8Array): UpgradeRequest => ({ path: decodeStrings(bytes).get(1) ?? "" }),
};

export const upgradeResponse = {
  encode: ({ version, before }: UpgradeResponse, writer = protobuf.Writer.create()) =>
    encodeStrings(writer, [version, before]),
  decode: (bytes: Uint8Array): UpgradeResponse => {
    const strings = decodeStrings(bytes);
    return { version: strings.get(1) ?? "", before: strings.get(2) ?? "" };
  },
};
