// What runs before a daemon, or a shim, in a mount namespace of its own, where a v1 hierarchy that processes are in is mounted
// nowhere: crun before 1.9 refuses to work then, and Go's shims find no cgroup.

import { existsSync } from "node:fs";

/** No v1 hierarchy is missing where there is none. */
export const isUnified = existsSync("/sys/fs/cgroup/cgroup.controllers");

/** A script of sh: the v1 tree again, hugetlb in it, and then the command in its arguments. */
export const mountHugetlb = `
set -e
tree=$(mktemp -d)
mount --rbind /sys/fs/cgroup "$tree"
mount -t tmpfs -o mode=755 tmpfs /sys/fs/cgroup
for hierarchy in "$tree"/*; do
  mkdir "/sys/fs/cgroup/\${hierarchy##*/}"
  mountpoint -q "$hierarchy" && mount --bind "$hierarchy" "/sys/fs/cgroup/\${hierarchy##*/}"
done
umount -l "$tree"
rmdir "$tree"
mountpoint -q /sys/fs/cgroup/hugetlb || {
  mkdir -p /sys/fs/cgroup/hugetlb
  mount -t cgroup -o hugetlb cgroup /sys/fs/cgroup/hugetlb
}
exec "$@"
`;
