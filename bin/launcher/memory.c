// What compilers call for structures and arrays where they do not write the loop themselves: gcc on arm64 does, on x86-64 it has an
// instruction for it.
#include "system.h"

#if defined(__aarch64__)
void *memcpy(void *to, const void *from, word count) {
  for (word at = 0; at < count; at += 1) ((byte *)to)[at] = ((const byte *)from)[at];
  return to;
}

void *memset(void *to, int value, word count) {
  for (word at = 0; at < count; at += 1) ((byte *)to)[at] = (byte)value;
  return to;
}
#endif
