/** By which a launcher tells the process that it makes that it waits for the end of `start`: `<descriptor> <pid of its caller>`. */
export const waiterVariable = "RUNTS_START";

/** "<descriptor of the state> <pid>": an image of the process with that pid has left it for the next one (bin/launcher/sleep.c). */
export const stateVariable = "RUNTS_STATE";
/** "<descriptor that is readable when there is something to do> <pid>": sleep before the engine begins. */
export const sleepVariable = "RUNTS_SLEEP";
