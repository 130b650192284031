// The command line, in Go's manner: one or two dashes, `-flag value` or `-flag=value`, up to the first word that is no flag.
#include "launcher.h"

static const char *const valued[] = {"namespace", "id", "address", "bundle", "publish-binary", "socket", "debug-socket"};

/** Where `word`'s value begins if it is the flag `name`: behind `=`, or at its end. */
static const char *flag_value(const char *word, const char *name) {
  if (*word != '-') return 0;
  word += word[1] == '-' ? 2 : 1;
  if (!starts_with(word, name)) return 0;
  word += length_of(name);
  return *word == 0 || *word == '=' ? word : 0;
}

int is_command(const struct Arguments *arguments) {
  if (arguments->count == 0) return 0;
  const char *name = last_component(arguments->values[0]);
  return starts_with(name, "runts") && (name[5] == 0 || name[5] == '-');
}

struct Request read_request(const struct Arguments *arguments) {
  struct Request request = {.action = OTHER, .namespace = "", .id = "", .address = "", .debug = 0};
  const struct Request other = request;
  for (word at = 1; at < arguments->count; at += 1) {
    const char *text = arguments->values[at];
    if (*text != '-') {
      if (equals(text, "start")) request.action = START;
      if (equals(text, "delete")) request.action = DELETE;
      // Neither works without these, and the engine says it.
      return *request.namespace == 0 || *request.id == 0 ? other : request;
    }
    if (equals(text, "-debug") || equals(text, "--debug")) {
      request.debug = 1;
      continue;
    }
    const char *value = 0;
    word which = 0;
    for (; value == 0 && which < sizeof valued / sizeof *valued; which += 1) value = flag_value(text, valued[which]);
    if (value == 0) return other;
    if (*value == '=') value += 1;
    else if (at + 1 < arguments->count) value = arguments->values[++at];
    else return other;
    if (which == 1) request.namespace = value;
    if (which == 2) request.id = value;
    if (which == 3) request.address = value;
  }
  return other;
}
