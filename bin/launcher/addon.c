// The engine's ffi addon travels inside of this executable and is loaded from a file, which all shims of a machine map. It is
// unpacked once, under a name that is its content's: it is never written over, and nobody but root can put another there.
#include <linux/memfd.h>

#include "launcher.h"

#define DIRECTORY_MODE 0700
#define FILE_NAME "runts-ffi.node"
#define ST_NOEXEC 8

/** Where a package has put it, where it is unpacked to, and where when that file system forbids to execute. */
static const char *const places[] = {"/usr/lib/runts", "/run/runts", "/var/lib/runts"};

struct Embedded {
  const word *bytes;
};

/** All of it to `file`; false where that takes no more. */
static int write_embedded(const struct Embedded *embedded, long file) {
  for (word done = 0; done < ADDON_BYTES;) {
    long count = system(write, file, (const byte *)embedded->bytes + done, ADDON_BYTES - done);
    if (count <= 0) return 0;
    done += (word)count;
  }
  return 1;
}

static int is_ours(int descriptor, word type) {
  struct statx info;
  if (system(statx, descriptor, "", AT_EMPTY_PATH, STATX_BASIC_STATS, &info) < 0) return 0;
  return (info.stx_mode & S_IFMT) == type && (info.stx_mode & 022) == 0 && info.stx_uid == (unsigned)system(geteuid, 0) &&
         (type != S_IFREG || info.stx_size == ADDON_BYTES);
}

static int forbids_execution(int descriptor) {
  // struct statfs: twelve words, of which flags is the eleventh on both architectures.
  word info[16] = {0};
  return system(fstatfs, descriptor, info) < 0 || (info[10] & ST_NOEXEC) != 0;
}

/** Opens a directory of ours alone; makes it where `create` says so. */
static long open_own(long parent, const char *name, int create) {
  if (create) system(mkdirat, parent, name, DIRECTORY_MODE);
  long directory = system(openat, parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (directory >= 0 && !is_ours((int)directory, S_IFDIR)) {
    system(close, directory);
    return -1;
  }
  return directory;
}

static int holds_embedded(const struct Embedded *embedded, int file) {
  const word *found = (const word *)system(mmap, 0, ADDON_BYTES, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  if ((word)found > -4096UL) return 0;
  word at = 0;
  while (at < ADDON_BYTES / sizeof(word) && found[at] == embedded->bytes[at]) at += 1;
  int same = at == ADDON_BYTES / sizeof(word);
  for (word last = at * sizeof(word); same && last < ADDON_BYTES; last += 1) {
    same = ((const byte *)found)[last] == ((const byte *)embedded->bytes)[last];
  }
  system(munmap, found, ADDON_BYTES);
  return same;
}

/** Writes it under another name and renames: whoever looks sees all of it or nothing. */
static void unpack(const struct Embedded *embedded, int directory) {
  char name[64];
  append_number(append(name, FILE_NAME "."), (word)system(getpid, 0));
  // Of a process with our number that was killed in the middle of this.
  system(unlinkat, directory, name, 0);
  long file = system(openat, directory, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0500);
  if (file < 0) return;
  int written = write_embedded(embedded, file);
  system(close, file);
  if (!written || system(renameat2, directory, name, directory, FILE_NAME, 0) < 0) {
    system(unlinkat, directory, name, 0);
  }
}

/** Whether `place` has it, and lets it be loaded; unpacks it there where `create` says so. */
static int has(const struct Embedded *embedded, const char *place, int create) {
  long parent = open_own(AT_FDCWD, place, create);
  if (parent < 0) return 0;
  long directory = forbids_execution((int)parent) ? -1 : open_own(parent, ADDON_HASH, create);
  system(close, parent);
  if (directory < 0) return 0;
  int good = 0;
  for (int attempt = 0; attempt <= create && !good; attempt += 1) {
    if (attempt > 0) unpack(embedded, (int)directory);
    long file = system(openat, directory, FILE_NAME, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (file < 0) continue;
    good = is_ours((int)file, S_IFREG) && holds_embedded(embedded, (int)file);
    system(close, file);
  }
  system(close, directory);
  return good;
}

/** For nobody's root, a read-only system and the like: a copy in memory, which costs this process what it is long. */
static long memory_copy(const struct Embedded *embedded) {
  // MFD_NOEXEC_SEAL first, which vm.memfd_noexec may demand and kernels before 6.3 do not know; a library needs no more.
  long file = system(memfd_create, FILE_NAME, MFD_CLOEXEC | 8);
  if (file < 0) file = system(memfd_create, FILE_NAME, MFD_CLOEXEC);
  if (file < 0) return -1;
  return write_embedded(embedded, file) ? file : -1;
}

int provide_addon(const char *executable, char *variable) {
  struct Embedded embedded;
  long file = system(openat, AT_FDCWD, "/proc/self/exe", O_RDONLY | O_CLOEXEC);
  if (file < 0) file = system(openat, AT_FDCWD, executable, O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  embedded.bytes =
      (const word *)system(mmap, 0, ADDON_BYTES, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, ADDON_OFFSET);
  system(close, file);
  if ((word)embedded.bytes > -4096UL) return 0;
  char *end = append(variable, ADDON_VARIABLE);
  int found = 0;
  // First where it is already, then where it can be made.
  for (word at = 0; !found && at < 2 * sizeof places / sizeof *places; at += 1) {
    word place = at % (sizeof places / sizeof *places);
    int create = at >= sizeof places / sizeof *places;
    if (create && place == 0) continue;
    found = has(&embedded, places[place], create);
    if (found) append(append(end, places[place]), "/" ADDON_HASH "/" FILE_NAME);
  }
  if (!found) {
    long copy = memory_copy(&embedded);
    found = copy >= 0;
    if (found) append_number(append(end, "/proc/self/fd/"), (word)copy);
  }
  system(munmap, embedded.bytes, ADDON_BYTES);
  return found;
}
