// Becoming the engine: its dynamic loader is mapped as the kernel would have done it, and sees an environment without
// anybody's variables for it, for the loader or for the memory allocator, but ours.
#include <linux/auxvec.h>
#include <linux/elf.h>
#include <linux/time_types.h>

#include "launcher.h"

extern const byte engine_headers[];

/**
 * What an idle shim does without (docs/performance.md): no JIT, no helper threads of the garbage collector, no WebAssembly, no
 * timer that wakes it every second (sys/memory.ts has its part); bytes allocated between two collections at least; free pages
 * go back at once, without a thread that does it later. And threads for calls that hang (sys/outside.ts), which come into
 * being when they are needed; it would be one for each processor.
 */
static const char *const engine_variables[] = {
    "BUN_JSC_useJIT=0",       "BUN_JSC_useConcurrentGC=0",      "BUN_JSC_numberOfGCMarkers=1", "BUN_JSC_useWasm=0",
    "BUN_GC_TIMER_DISABLE=1", "BUN_JSC_largeHeapSize=4194304", "MIMALLOC_PURGE_DELAY=0",
    "UV_THREADPOOL_SIZE=128",
};
#define ENGINE_VARIABLES (sizeof engine_variables / sizeof *engine_variables)

/** Whose variables would change what this program is: engine, loader, allocator. What we start gets them as they were. */
static const char *const foreign[] = {"BUN_",  "NODE_", "JSC_",   "WTF_", "MIMALLOC_",
                                      "LD_", "UV_", "MALLOC_", "GLIBC_TUNABLES=",
                                      ADDON_VARIABLE, RELAY_VARIABLE};

static int is_foreign(const char *variable) {
  for (word at = 0; at < sizeof foreign / sizeof *foreign; at += 1) {
    if (starts_with(variable, foreign[at])) return 1;
  }
  return 0;
}

__attribute__((noreturn)) static void fail(const char *what) {
  say("failed to load " ENGINE_LOADER ": ");
  say(what);
  say("\n");
  leave(127);
}

/** `page`: its size, which is no constant on arm64. */
static word page_floor(word address, word page) { return address & -page; }
static word page_ceiling(word address, word page) { return page_floor(address + page - 1, page); }

/** Maps the segments of the loader that is open as `file`. Returns its entry, and where it begins in `base`; or 0 and `why`. */
static word map_segments(long file, word *base, word page, const char **why) {
  union {
    Elf64_Ehdr header;
    byte bytes[2048];
  } start;
  long count = system(pread64, file, &start, sizeof start, 0);
  const Elf64_Ehdr *header = &start.header;
  if (count < (long)sizeof *header || header->e_type != ET_DYN ||
      header->e_phoff + header->e_phnum * sizeof(Elf64_Phdr) > (word)count) {
    *why = "not a loader";
    return 0;
  }
  const Elf64_Phdr *segments = (const Elf64_Phdr *)(start.bytes + header->e_phoff);
  word end = 0;
  for (int at = 0; at < header->e_phnum; at += 1) {
    if (segments[at].p_type == PT_LOAD) end = page_ceiling(segments[at].p_vaddr + segments[at].p_memsz, page);
  }
  long place = system(mmap, 0, end, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  *why = "no memory";
  if ((word)place > -4096UL) return 0;
  *base = (word)place;
  for (int at = 0; at < header->e_phnum; at += 1) {
    const Elf64_Phdr *segment = &segments[at];
    if (segment->p_type != PT_LOAD) continue;
    int protection = (segment->p_flags & PF_R ? PROT_READ : 0) | (segment->p_flags & PF_W ? PROT_WRITE : 0) |
                     (segment->p_flags & PF_X ? PROT_EXEC : 0);
    word from = page_floor(segment->p_vaddr, page);
    word filled = segment->p_vaddr + segment->p_filesz;
    word until = segment->p_vaddr + segment->p_memsz;
    if ((word)system(mmap, *base + from, filled - from, protection, MAP_PRIVATE | MAP_FIXED, file,
                     segment->p_offset - (segment->p_vaddr - from)) > -4096UL) {
      *why = "cannot map it";
      system(munmap, place, end);
      return 0;
    }
    if (until == filled) continue;
    for (byte *zero = (byte *)(*base + filled); zero < (byte *)page_ceiling(*base + filled, page); zero += 1) *zero = 0;
    word rest = page_ceiling(filled, page);
    if (page_ceiling(until, page) > rest && (word)system(mmap, *base + rest, page_ceiling(until, page) - rest, protection,
                                                   MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS, -1, 0) > -4096UL) {
      system(munmap, place, end);
      return 0;
    }
  }
  return *base + header->e_entry;
}

/** As map_segments. */
static word map_loader(word *base, word page, const char **why) {
  *why = "cannot open it";
  long file = system(openat, AT_FDCWD, ENGINE_LOADER, O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  word entry = map_segments(file, base, page, why);
  system(close, file);
  return entry;
}

/** A tenth of a second. */
static void pause_a_little(void) {
  struct __kernel_timespec time = {.tv_sec = 0, .tv_nsec = 100 * 1000 * 1000};
  system(nanosleep, &time, 0);
}

/**
 * A shim that was one before has containers, and nobody to tell of a failure: what the machine lacks now it may have in a moment.
 * Tenths of a second.
 */
#define PATIENCE 600

/** Leaves this program for `entry`, with a stack as the kernel makes it. */
__attribute__((noreturn)) static void jump(word entry, word *stack) {
#if defined(__x86_64__)
  __asm__ volatile("mov %0, %%rsp\n xor %%edx, %%edx\n xor %%ebp, %%ebp\n jmp *%1" : : "r"(stack), "a"(entry) : "memory");
#else
  __asm__ volatile("mov sp, %0\n mov x0, #0\n mov x29, #0\n mov x30, #0\n br %1" : : "r"(stack), "r"(entry) : "memory");
#endif
  __builtin_unreachable();
}

void take_name(const struct Arguments *arguments) {
  if (arguments->count > 0) system(prctl, PR_SET_NAME, last_component(arguments->values[0]), 0, 0, 0);
}

void become_engine(const struct Arguments *arguments) {
  take_name(arguments);
  const char *executable = "";
  word page = 4096;
  word pairs = 0;
  for (word *at = arguments->auxiliary; at[0] != AT_NULL; at += 2) {
    if (at[0] == AT_EXECFN) executable = (const char *)at[1];
    if (at[0] == AT_PAGESZ) page = at[1];
    pairs += 1;
  }
  char addon[PATH_BYTES];
  int left = is_shim_again(arguments) ? PATIENCE : 0;
  int has_addon;
  while (!(has_addon = provide_addon(executable, addon)) && left-- > 0) pause_a_little();
  char relay_variable[64];
  append_number(append(relay_variable, RELAY_VARIABLE), (word)relay);
  word base = 0;
  word entry;
  const char *why;
  while ((entry = map_loader(&base, page, &why)) == 0) {
    if (left-- <= 0) fail(why);
    pause_a_little();
  }

  word variables = 0;
  while (arguments->environment[variables] != 0) variables += 1;
  word stack[1 + arguments->count + 1 + variables + ENGINE_VARIABLES + 2 + 1 + 2 * (pairs + 1) + 1];
  // Sixteen bytes are what both architectures' calls expect.
  word *top = (word *)(((word)stack + 15) & -16UL);
  word *next = top;
  *next++ = arguments->count;
  for (word at = 0; at < arguments->count; at += 1) *next++ = (word)arguments->values[at];
  *next++ = 0;
  for (word at = 0; at < variables; at += 1) {
    if (!is_foreign(arguments->environment[at])) *next++ = (word)arguments->environment[at];
  }
  // An operator's command is no idle shim: it has the engine as it is.
  for (word at = 0; !is_command(arguments) && at < ENGINE_VARIABLES; at += 1) *next++ = (word)engine_variables[at];
  if (has_addon) *next++ = (word)addon;
  *next++ = (word)relay_variable;
  *next++ = 0;
  for (word at = 0; at <= pairs; at += 1) {
    word key = arguments->auxiliary[2 * at];
    word value = arguments->auxiliary[2 * at + 1];
    if (key == AT_PHDR) value = (word)engine_headers;
    if (key == AT_PHNUM) value = ENGINE_HEADERS;
    if (key == AT_ENTRY) value = ENGINE_ENTRY;
    if (key == AT_BASE) value = base;
    *next++ = key;
    *next++ = value;
  }
  jump(entry, top);
}
