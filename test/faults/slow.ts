// Calls for which all clients of a shim wait when they are slow: what may be one of them (docs/architecture.md has the table, and
// what bounds each).

const bounded: readonly (readonly [row: string, call: RegExp])[] = [
  ["the bundle", /^\w+\(.*"[^"]*\/bundles\/c-\w+/],
  ["/proc, cgroupfs", /^\w+\([^"]*"\/(proc|sys)\//],
  ["a client's FIFO, its path looked up before", /^\w+\([^"]*"[^"]*\/fifo\//],
  ["an open descriptor: the bundle's, the kernel's, or one that is non-blocking", /^\w+\(-?\d+[<,]/],
  ["the runtime, along PATH", /^(stat|access)\("[^"]*\/(runc|crun)"/],
  [
    "nothing but the kernel",
    /^(memfd_create|socket|pipe2|epoll_create1|eventfd2|inotify_init1|clone3?|vfork|waitid|kill|prctl|setpriority|poll)\(/,
  ],
];

/** The table's row for the call, by its line in a trace; undefined when it is to go aside. */
export function boundOf(line: string): string | undefined {
  return bounded.find(([, call]) => call.test(line))?.[0];
}
