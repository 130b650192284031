// What the launcher's parts know of each other. launcher.c says what it is for.
#pragma once

#include "system.h"

/** The kernel's arguments of a new process (execve(2), getauxval(3)): argc words, then the environment, then pairs. */
struct Arguments {
  word count;
  char **values;
  char **environment;
  /** Pairs of AT_… and value, up to AT_NULL. */
  word *auxiliary;
};

/** What the command line says, as far as it matters before there is an engine. */
struct Request {
  enum { OTHER, START, DELETE } action;
  const char *namespace;
  const char *id;
  const char *address;
  int debug;
};

/** Whether this was called as `runts`, or `runts-` and something: the operator's command (bin/containerd-shim-runts-v2.ts). */
int is_command(const struct Arguments *arguments);

/** Longest path that is put together here. */
#define PATH_BYTES 4096

/** Reads the flags as shim/args.ts does. Whatever is unusual makes it OTHER: the engine has the words for it. */
struct Request read_request(const struct Arguments *arguments);

/** `start`: makes the shim, waits for its answer, never returns. */
__attribute__((noreturn)) void start(const struct Arguments *arguments, const struct Request *request);

/** `delete`, answered without an engine where the shim has left its answer. Returns where it has not. */
void answer_delete(const struct Request *request);

/** Fills `variable` with RUNTS_ADDON=<path> of the ffi addon; false where there is no way to have it. */
int provide_addon(const char *executable, char *variable);

/** The process's name is the one that people look for: the kernel has taken it from the path that was executed. */
void take_name(const struct Arguments *arguments);

/** For the shim that serves: a name, signals that wait for it, and sleep until there is something to do. */
void prepare_to_serve(const struct Arguments *arguments);

/** Whether this process has been a shim before it executed this. */
int is_shim_again(const struct Arguments *arguments);

/** Becomes the engine: never returns. */
__attribute__((noreturn)) void become_engine(const struct Arguments *arguments);

/** The thread that moves a terminal's bytes (relay.c); its table is sys/relay.ts's. */
struct Table;
__attribute__((noreturn)) int relay(struct Table *table);

/** By which the shim knows that somebody waits for the end of its start: "<descriptor> <pid of the caller>". */
#define START_VARIABLE "RUNTS_START="
#define ADDON_VARIABLE "RUNTS_ADDON="
/** Of a shim that has executed itself anew: "<descriptor of its state> <its pid>", and what wakes it, where it is to sleep. */
#define STATE_VARIABLE "RUNTS_STATE="
#define SLEEP_VARIABLE "RUNTS_SLEEP="
/** Where `relay` is. */
#define RELAY_VARIABLE "RUNTS_RELAY="
