// What runs first in the executable, before the engine and even before the dynamic loader.
//
// The kernel starts this instead of the engine (scripts/lib/add-launcher.mjs has put it in). It takes microseconds, and it
// - answers `delete` without an engine when the shim has left nothing behind,
// - makes `start` one boot of the engine: the process that it makes serves, and the one that exits for containerd is this,
// - gives the engine its own variables and keeps everybody else's from it,
// - is what a shim is while it sleeps,
// - has the engine's ffi addon, which travels inside of the executable, at a place where it can be loaded from,
// - stays in the engine's memory with what moves the bytes of terminals (relay.c).
// It has no libc, no data that changes, and no memory but its stack.
#include "launcher.h"

/** The engine's own headers, with its loader's name, for that loader; filled in by scripts/lib/add-launcher.mjs. */
__attribute__((section(".headers"), used)) const byte engine_headers[1024] = {0};

// Called with the stack pointer that the kernel has made: argc, argv, NULL, environment, NULL, auxiliary vector.
#if defined(__x86_64__)
__asm__(
    ".section .entry,\"ax\"\n.global _start\n_start:\n"
    "  xor %ebp, %ebp\n  mov %rsp, %rdi\n  and $-16, %rsp\n  call launch\n  hlt\n.previous\n");
#else
__asm__(
    ".section .entry,\"ax\"\n.global _start\n_start:\n"
    "  mov x29, #0\n  mov x30, #0\n  mov x0, sp\n  bl launch\n  brk #1\n.previous\n");
#endif

__attribute__((used, noreturn)) void launch(word *stack) {
  struct Arguments arguments = {.count = stack[0], .values = (char **)&stack[1]};
  arguments.environment = arguments.values + arguments.count + 1;
  char **end = arguments.environment;
  while (*end != 0) end += 1;
  arguments.auxiliary = (word *)(end + 1);

  // `runts`, the operator's command, is the same file by another name.
  if (is_command(&arguments)) become_engine(&arguments);
  struct Request request = read_request(&arguments);
  if (request.action == START) start(&arguments, &request);
  if (request.action == DELETE) answer_delete(&request);
  prepare_to_serve(&arguments);
  become_engine(&arguments);
}
