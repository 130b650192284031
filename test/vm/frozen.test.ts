// On v2: containers that stand still, and processes that were moved to another cgroup.

import "../integration/frozen.test.ts";
