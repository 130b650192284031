// On v2: containers that stand still or share a cgroup, and cgroups with odd names.

import "../integration/frozen.test.ts";
import "../integration/odd-names.test.ts";
import "../integration/shared-cgroup.test.ts";
