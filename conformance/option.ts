// An option of a command line, as data; `runts` has its own in the same form.

import { InvalidArgumentError, Option } from "commander";

export interface OptionSpec {
  /** As commander reads it: `-n, --namespace <name>`. */
  readonly flags: string;
  readonly text: string;
  /** How a value is read; text as it is unless given. Throws Error with a reason. */
  readonly parse?: (value: string) => unknown;
}

export function optionOf({ flags, text, parse }: OptionSpec): Option {
  const option = new Option(flags, text);
  if (parse !== undefined) {
    option.argParser((value: string) => {
      try {
        return parse(value);
      } catch (error) {
        throw new InvalidArgumentError((error as Error).message);
      }
    });
  }
  return option;
}
