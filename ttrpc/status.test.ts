import { expect, test } from "vitest";
import { ClosedError, Code, codeFromNumber, failureStatus, TtrpcError } from "./status.ts";

test.each([
  [0, 0],
  [5, 5],
  [16, 16],
  [17, 2],
  [-1, 2],
  [1.5, 2],
])("codeFromNumber(%d) is %d", (number, code) => {
  expect(codeFromNumber(number)).toBe(code);
});

test("failureStatus keeps pairs and replaces halves of them", () => {
  expect(failureStatus({ code: 5, message: "\ud83d😀\ude00" }).message).toBe("\ufffd😀\ufffd");
});

test("errors keep their cause", () => {
  const cause = new Error("cause");
  expect(new TtrpcError(Code.aborted, "m", { cause })).toMatchObject({
    name: "TtrpcError",
    code: 10,
    message: "m",
    cause,
  });
  expect(new ClosedError(undefined, { cause })).toMatchObject({ name: "ClosedError", message: "ttrpc: closed", cause });
});
