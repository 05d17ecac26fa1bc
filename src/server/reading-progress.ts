import type { Reading } from "./projects.js";

/** As much of an editor's window as is needed; a client without progress gives one that shows nothing. */
export interface ProgressWindow {
  createWorkDoneProgress(): Promise<ProgressBar>;
}

export interface ProgressBar {
  begin(title: string, percentage: number | undefined, message: string): void;
  report(message: string): void;
  done(): void;
}

/** In milliseconds: what takes less is not worth a look at the status bar. */
const quietTime = 1000;
/** How many files go by from one message to the next. */
const step = 100;

/** Shows in the editor that a project is read as a whole, when that takes a while. Clients without progress are told nothing. */
export function openReading(window: ProgressWindow, wait = quietTime): Reading {
  let shown: ProgressBar | undefined;
  let hasEnded = false;
  let count = 0;

  const show = async (): Promise<void> => {
    const progress = await window.createWorkDoneProgress();
    if (hasEnded) return;
    shown = progress;
    shown.begin("ML Preflight", undefined, message(count));
  };
  // A client that refuses to show progress loses nothing else.
  const timer = setTimeout(() => void show().catch(() => undefined), wait);

  return {
    onFile: (read) => {
      count = read;
      if (read % step === 0) shown?.report(message(read));
    },
    end: () => {
      hasEnded = true;
      clearTimeout(timer);
      shown?.done();
    },
  };
}

function message(count: number): string {
  return `Reading the project: ${count} files`;
}
