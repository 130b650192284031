// Whether a value that another program has kept is what this one takes it for. The compiler sees to it that every field of a type is
// looked at.
import type { Moment } from "./clock.ts";
import type { ProcessIdentity } from "./process-identity.ts";
import type { Exit } from "./reaper.ts";
import type { SavedFd } from "./saved.ts";

/** Throws Error with where in the state something is not as it is to be. */
export type Check = (value: unknown, at: string) => unknown;

const wrong = (at: string, what: string): never => {
  throw new Error(`${at.slice(0, 200)} of the state is ${what}`);
};

export const text: Check = (value, at) => typeof value === "string" || wrong(at, "no text");
/** A value without it, or with something else in its place, is gone on with. */
export const unasked: Check = () => {};
export const number: Check = (value, at) => typeof value === "number" || wrong(at, "no number");
export const flag: Check = (value, at) => typeof value === "boolean" || wrong(at, "no boolean");

const descriptorNumber: Check = (value, at) => {
  if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > 0x7fff_ffff) wrong(at, "no descriptor");
};

export const pid: Check = (value, at) => {
  if (!Number.isInteger(value) || (value as number) < 1 || (value as number) > 0x7fff_ffff) wrong(at, "no pid");
};

export const maybe =
  (check: Check): Check =>
  (value, at) => {
    if (value !== undefined && value !== null) check(value, at);
  };

export const list =
  (check: Check): Check =>
  (value, at) => {
    if (!Array.isArray(value)) return wrong(at, "no list");
    for (const [index, each] of value.entries()) check(each, `${at}[${index}]`);
  };

/** Of an object that is kept as `T`: each of its fields has a check, be it that it is not asked for. */
export const fields =
  <T>(checks: { readonly [K in Exclude<keyof T, "kind">]-?: Check }): Check =>
  (value, at) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return wrong(at, "no object");
    for (const [name, check] of Object.entries<Check>(checks)) {
      const own = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
      check(own, at === "" ? name : `${at}.${name}`);
    }
  };

export const kinds =
  <T extends { readonly kind: string }>(checks: { readonly [K in T["kind"]]: Check }): Check =>
  (value, at) => {
    const kind: unknown = (value as { kind?: unknown } | null | undefined)?.kind;
    if (typeof kind !== "string" || !Object.hasOwn(checks, kind)) return wrong(`${at}.kind`, "unknown");
    checks[kind as T["kind"]](value, at);
  };

export type Kind<T extends { readonly kind: string }, K extends T["kind"]> = Extract<T, { readonly kind: K }>;

export const nothing = fields<object>({});
export const descriptor = fields<SavedFd>({ fd: descriptorNumber, purpose: text });
export const optional = maybe(descriptor);
export const moment = fields<Moment>({ seconds: number, nanos: number });
export const exit = fields<Exit>({ status: number, at: moment });
export const identity = fields<ProcessIdentity>({ pid, startTime: text });
