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

/** As `oncePerTurn`, but the first call in a turn is served at once, and those that follow it once at the end. */
export function atOnceAndOncePerTurn(work: () => void): () => void {
  let isOpen = true;
  let isWanted = false;
  return () => {
    if (!isOpen) {
      isWanted = true;
      return;
    }
    isOpen = false;
    setImmediate(() => {
      isOpen = true;
      if (!isWanted) return;
      isWanted = false;
      work();
    });
    work();
  };
}
