/** By which a launcher tells the process that it makes that it waits for the end of `start`: `<descriptor> <pid of its caller>`. */
export const waiterVariable = "RUNTS_START";
