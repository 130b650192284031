// Linux for a program without a libc: system calls, and the few string functions that the launcher needs.
#pragma once

#include <asm/unistd.h>
#include <linux/fcntl.h>
#include <linux/mman.h>
#include <linux/prctl.h>
#include <linux/sched.h>
#include <linux/signal.h>
#include <linux/stat.h>
#include <linux/types.h>
#include <linux/un.h>

typedef unsigned long word;
typedef unsigned char byte;

/** A system call; a failure is -errno. */
static inline long call6(long number, long a, long b, long c, long d, long e, long f) {
#if defined(__x86_64__)
  register long fourth __asm__("r10") = d;
  register long fifth __asm__("r8") = e;
  register long sixth __asm__("r9") = f;
  long result;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(number), "D"(a), "S"(b), "d"(c), "r"(fourth), "r"(fifth), "r"(sixth)
                   : "rcx", "r11", "memory");
  return result;
#elif defined(__aarch64__)
  register long which __asm__("x8") = number;
  register long result __asm__("x0") = a;
  register long second __asm__("x1") = b;
  register long third __asm__("x2") = c;
  register long fourth __asm__("x3") = d;
  register long fifth __asm__("x4") = e;
  register long sixth __asm__("x5") = f;
  __asm__ volatile("svc 0"
                   : "+r"(result)
                   : "r"(which), "r"(second), "r"(third), "r"(fourth), "r"(fifth), "r"(sixth)
                   : "memory");
  return result;
#else
#error "neither x86-64 nor arm64"
#endif
}

#define SELECT(_1, _2, _3, _4, _5, _6, name, ...) name
#define CALL1(n, a) call6(n, (long)(a), 0, 0, 0, 0, 0)
#define CALL2(n, a, b) call6(n, (long)(a), (long)(b), 0, 0, 0, 0)
#define CALL3(n, a, b, c) call6(n, (long)(a), (long)(b), (long)(c), 0, 0, 0)
#define CALL4(n, a, b, c, d) call6(n, (long)(a), (long)(b), (long)(c), (long)(d), 0, 0)
#define CALL5(n, a, b, c, d, e) call6(n, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e), 0)
#define CALL6(n, a, b, c, d, e, f) call6(n, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e), (long)(f))
/** system(openat, AT_FDCWD, path, flags): by the call's name, with one to six arguments. */
#define system(name, ...) \
  SELECT(__VA_ARGS__, CALL6, CALL5, CALL4, CALL3, CALL2, CALL1)(__NR_##name, __VA_ARGS__)

static inline word length_of(const char *text) {
  word length = 0;
  while (text[length] != 0) length += 1;
  return length;
}

static inline int starts_with(const char *text, const char *prefix) {
  while (*prefix != 0) {
    if (*text++ != *prefix++) return 0;
  }
  return 1;
}

static inline int equals(const char *a, const char *b) { return starts_with(a, b) && a[length_of(b)] == 0; }

/** What is behind the last slash. */
static inline const char *last_component(const char *path) {
  const char *name = path;
  for (const char *at = path; *at != 0; at += 1) {
    if (*at == '/') name = at + 1;
  }
  return name;
}

/** Copies `text` to `target` and returns where its NUL is, for the next piece. */
static inline char *append(char *target, const char *text) {
  while (*text != 0) *target++ = *text++;
  *target = 0;
  return target;
}

static inline char *append_number(char *target, word value) {
  char digits[24];
  int count = 0;
  do digits[count++] = (char)('0' + value % 10);
  while ((value /= 10) != 0);
  while (count > 0) *target++ = digits[--count];
  *target = 0;
  return target;
}

static inline void say(const char *text) { system(write, 2, text, length_of(text)); }

__attribute__((noreturn)) static inline void leave(int status) {
  for (;;) system(exit_group, status);
}
