// `delete` after a normal life: the shim has removed everything itself and left in the bundle what `delete` is to answer
// (shim/bundle/delete-answer.ts). The engine would find nothing to do and say the same.
#include <linux/socket.h>

#include "launcher.h"

/** The socket's path, a newline, the encoded DeleteResponse. */
#define ANSWER_BYTES 4096
#define FILE_NAME "delete.answer"

/** Whether a shim that was killed has left its socket there: nobody listens. */
static int is_abandoned(const char *path) {
  struct sockaddr_un address = {.sun_family = 1 /* AF_UNIX */};
  if (length_of(path) >= sizeof address.sun_path) return 1;
  append(address.sun_path, path);
  struct statx info;
  if (system(statx, AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, STATX_TYPE, &info) == -2 /* ENOENT */) return 0;
  // SOCK_STREAM, SOCK_CLOEXEC, SOCK_NONBLOCK: a full backlog is somebody who listens.
  long probe = system(socket, 1, 1 | 02000000 | 04000, 0);
  long result = system(connect, probe, &address, sizeof address);
  system(close, probe);
  return result != 0 && result != -11 /* EAGAIN */;
}

void answer_delete(const struct Request *request) {
  char path[PATH_BYTES];
  word length = length_of(request->id);
  if (length > PATH_BYTES / 2) return;
  for (word at = 0; at < length; at += 1) {
    if (request->id[at] == '/') return;
  }
  append(append(append(path, "../"), request->id), "/" FILE_NAME);
  long file = system(openat, AT_FDCWD, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (file < 0) return;
  struct statx info;
  char answer[ANSWER_BYTES];
  long count = -1;
  if (system(statx, file, "", AT_EMPTY_PATH, STATX_BASIC_STATS, &info) == 0 && (info.stx_mode & S_IFMT) == S_IFREG &&
      (info.stx_mode & 022) == 0 && info.stx_uid == (unsigned)system(geteuid, 0)) {
    count = system(read, file, answer, sizeof answer);
  }
  system(close, file);
  if (count <= 0 || count == sizeof answer) return;
  long line = 0;
  while (line < count && answer[line] != '\n') line += 1;
  if (line == count) return;
  answer[line] = 0;
  if (is_abandoned(answer)) return;
  for (long at = line + 1; at < count;) {
    long written = system(write, 1, answer + at, count - at);
    if (written < 0) leave(1);
    at += written;
  }
  leave(0);
}
