import type { Model } from "../model.js";

/**
 * What the questions about one file cost, in steps: an event, an entity or a step of training that is looked at. A question
 * that costs more than is allowed has no answer, so that a file of any shape is done in bounded time and the same code
 * always gets the same findings, which a limit of time could not promise.
 */
export interface Work {
  /** What the question that is being answered may still cost; no limit outside of rules and lenses. */
  left: number;
  /** What all questions have cost so far. */
  spent: number;
}

/** What one question may cost. Files of real projects stay below a quarter of it. */
const allowance = 400_000;

/** Thrown when a question costs too much: what asked it knows nothing. */
export const tooMuchWork = new Error("This question costs too much for this file");

export function newWork(): Work {
  return { left: Number.MAX_SAFE_INTEGER, spent: 0 };
}

/** Counts steps of the question that is being answered; throws `tooMuchWork` when they are too many. */
export function spend({ work }: { readonly work: Work }, steps: number): void {
  work.left -= steps;
  work.spent += steps;
  if (work.left < 0) throw tooMuchWork;
}

/** Answers a question with an allowance of its own, so that what it may cost does not depend on who asks first. */
export function withAllowance<T>({ work }: Pick<Model, "work">, answer: () => T): T {
  const { left } = work;
  work.left = allowance;
  try {
    return answer();
  } finally {
    work.left = left;
  }
}
