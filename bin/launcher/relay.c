// What moves a terminal's bytes: a thread of the engine's process, made by sys/relay.ts, that runs nothing but this. It sleeps
// until one of its sources can be read, reads once and writes once. All that is out of the ordinary (an end, an error, a sink
// that is full) it hands back, with the bytes that it has already: the program goes on from there.
//
// It has no memory but what it is given, no libc (its thread has no thread-local storage of its own), and takes no signals.
#include "launcher.h"

/** struct epoll_event. */
struct Event {
  unsigned events;
  word slot;
}
#if defined(__x86_64__)
__attribute__((packed))
#endif
;

/** Both sides change it by atomic operations only: what else is in the slot belongs to whoever has it. */
enum State { FREE, GIVEN, MOVING, RETURNED };

/** sys/relay.ts has the same layout. */
struct Slot {
  int state;
  int source;
  int sink;
  /** Of the slot's area: what was read and not written. */
  int from;
  int until;
  /** Nobody has the terminal open: only an edge tells of a change. */
  int is_silent;
  /** How often it has moved something; the program looks whether that has changed. */
  int moves;
  int spare;
};

struct Table {
  int epoll;
  /** A pipe: a byte says that something was returned. */
  int notice;
  /** One for each slot. */
  byte *areas;
  int spare[4];
  struct Slot slots[];
};

#define AREA_BYTES 4096
#define EVENTS 16
#define IO_ERROR -5
#define AGAIN -11
#define INTERRUPTED -4

#define EPOLL_CTL_DEL 2
#define EPOLL_CTL_MOD 3
#define EPOLLIN 1
#define EPOLLET (1U << 31)

/**
 * A terminal that no process has open fails to be read, is ready all the same, and may be opened again. That is how most
 * processes end: the program learns of it by the process's end, and needs no second word of it from here.
 */
static void watch_silent(struct Table *table, struct Slot *slot, word number, int is_silent) {
  if (slot->is_silent == is_silent) return;
  slot->is_silent = is_silent;
  struct Event event = {EPOLLIN | (is_silent ? EPOLLET : 0), number};
  system(epoll_ctl, table->epoll, EPOLL_CTL_MOD, slot->source, &event);
}

static void move(struct Table *table, word number) {
  struct Slot *slot = &table->slots[number];
  int state = GIVEN;
  // Taken back meanwhile.
  if (!__atomic_compare_exchange_n(&slot->state, &state, MOVING, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) return;
  byte *area = table->areas + number * AREA_BYTES;
  long count = system(read, slot->source, area, AREA_BYTES);
  long written = count > 0 ? system(write, slot->sink, area, count) : 0;
  if (count == IO_ERROR || count == AGAIN || count == INTERRUPTED || (count > 0 && written == count)) {
    if (count > 0) slot->moves += 1;
    if (count > 0 || count == IO_ERROR) watch_silent(table, slot, number, count < 0);
    __atomic_store_n(&slot->state, GIVEN, __ATOMIC_SEQ_CST);
    return;
  }
  slot->from = written > 0 ? (int)written : 0;
  slot->until = count > 0 ? (int)count : 0;
  struct Event none = {0, 0};
  system(epoll_ctl, table->epoll, EPOLL_CTL_DEL, slot->source, &none);
  __atomic_store_n(&slot->state, RETURNED, __ATOMIC_SEQ_CST);
  // When the pipe is full there is news enough in it.
  system(write, table->notice, "", 1);
}

__attribute__((noreturn)) int relay(struct Table *table) {
  struct Event events[EVENTS];
  for (;;) {
    long count = system(epoll_pwait, table->epoll, events, EVENTS, -1, 0, 0);
    for (long at = 0; at < count; at += 1) move(table, events[at].slot);
  }
}
