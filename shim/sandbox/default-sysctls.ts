// Sysctls that a pod has without asking.

/**
 * What containerd's CRI plugin gives its own pods with a network unless configured otherwise (enable_unprivileged_ports, …_icmp): a
 * container that is not root may listen on port 80, and ping.
 */
export const defaultSysctls: Readonly<Record<string, string>> = {
  "net.ipv4.ip_unprivileged_port_start": "0",
  "net.ipv4.ping_group_range": "0 2147483647",
};
