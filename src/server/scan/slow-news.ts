/** Lets something happen soon, and not again before a while has gone by: news that change with every file would otherwise cost more than the files. */
export interface SlowNews {
  soon(): void;
  /** Now, whatever waited. */
  now(): void;
  stop(): void;
}

/** In milliseconds; more often nobody can read it. */
const shortest = 400;
/** At most this share of the time goes into telling. */
const share = 0.05;

export function openSlowNews(tell: () => void): SlowNews {
  let timer: NodeJS.Timeout | undefined;
  let notBefore = 0;
  const now = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const begin = performance.now();
    tell();
    const end = performance.now();
    notBefore = end + Math.max(shortest, (end - begin) / share);
  };
  return {
    now,
    soon: () => {
      timer ??= setTimeout(now, Math.max(0, notBefore - performance.now()));
    },
    stop: () => clearTimeout(timer),
  };
}
