import { setImmediate } from "node:timers/promises";

/** One line on a terminal's standard error that says how far a long run is; nothing elsewhere, and nothing in the first second. */
export interface Progress {
  /** Notes one more file; now and then lets the terminal and Ctrl-C have their turn. */
  step(): Promise<void>;
  /** Takes the line away, so that other output can be written. */
  clear(): void;
  end(): void;
}

/** `lineOf` makes the line of how many were noted. */
export function startProgress(lineOf: (done: number) => string, stream: NodeJS.WriteStream): Progress {
  let done = 0;
  let isShown = false;
  let lastTurn = performance.now();
  const started = lastTurn;

  const clear = (): void => {
    if (isShown) stream.write("\r\u001b[K");
    isShown = false;
  };

  const show = (): void => {
    if (performance.now() - started < 1000) return;
    stream.write(`\r\u001b[K${lineOf(done)}`);
    isShown = true;
  };

  const timer = stream.isTTY ? setInterval(show, 100).unref() : undefined;
  return {
    step: async () => {
      done++;
      if (performance.now() - lastTurn < 50) return;
      await setImmediate();
      lastTurn = performance.now();
    },
    clear,
    end: () => {
      clearInterval(timer);
      clear();
    },
  };
}
