// A shim one of whose system calls fails: what it promises all the same (docs/faults.md). The faults that tell most; all of them
// are scripts/faults.

import { testFaults } from "../faults/short-form.ts";
import { tellingFaults } from "../faults/telling.ts";

testFaults(tellingFaults);
