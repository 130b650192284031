// On v2, where inotify tells of OOM kills and the freezer is another one.

import "../integration/asleep-cgroup.test.ts";
