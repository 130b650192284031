import { expect, test } from "vitest";
import { errnoName, SysError } from "./errno.ts";

test("errnoName takes no unknown number for an error that it knows", () => {
  expect(errnoName(5)).toBe("EIO");
  expect(errnoName(516)).toBe("errno 516");
  expect(new SysError("read", errnoName(516), "file").message).toBe("read file: errno 516");
});
