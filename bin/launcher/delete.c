// `delete` after a normal life: the shim has removed everything and left the answer in the bundle (shim/delete-answer.ts).
#include "launcher.h"

void answer_delete(const struct Request *request) { (void)request; }
