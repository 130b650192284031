/** By which `start` tells the daemon its socket's path: with a group annotation it can't be derived from the flags. */
export const socketVariable = "RUNTS_SOCKET";
