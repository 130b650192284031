// On v2, where OOM kills are told by inotify and the freezer is another one: a shim one of whose calls fails there (docs/faults.md).

import { testFaults } from "../faults/short-form.ts";
import { unifiedFaults } from "../faults/telling-unified.ts";

testFaults(unifiedFaults);
