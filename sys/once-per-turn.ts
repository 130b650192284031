// Signals come in floods: each write to a pipe that is watched is one, and each is handed out for itself.

/** Runs `work` once in this turn of the event loop, however often the returned function is called meanwhile. */
export function oncePerTurn(work: () => void): () => void {
  let isPlanned = false;
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    setImmediate(() => {
      isPlanned = false;
      work();
    });
  };
}
