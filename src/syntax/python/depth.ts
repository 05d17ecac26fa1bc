import type { Invalid } from "./expression-nodes.js";
import { Kind } from "./kind.js";
import { report, type Parser } from "./parser.js";
import { skipRest } from "./recovery.js";

/**
 * How deep a tree may be. Both this parser and those who walk its trees recurse, so a text that is nested deeper gives
 * an error at the place where it becomes too deep, and a tree without what is below. An operator, an attribute or an
 * `elif` counts 1. What makes the parser itself recurse (a bracket, a block, a lambda) counts NESTING_WEIGHT, so it can
 * be nested as deep as CPython allows: 200 times.
 */
export const MAX_DEPTH = 1000;

const NESTING_WEIGHT = 5;

/** Goes one level deeper; false if that is too deep. Each call is followed by one of `leave`. */
export function enter(parser: Parser): boolean {
  parser.depth += NESTING_WEIGHT;
  if (parser.depth > parser.deepest) parser.deepest = parser.depth;
  return parser.depth <= MAX_DEPTH;
}

export function leave(parser: Parser): void {
  parser.depth -= NESTING_WEIGHT;
}

/** What stands for an expression that is nested too deep. */
export function tooDeep(parser: Parser): Invalid {
  const { start } = parser;
  skipTooDeep(parser);
  return { kind: Kind.Invalid, start, end: Math.max(start, parser.previousEnd), parts: [] };
}

/** Reports that an operator chain has become too long, and skips the rest of it. */
export function skipTooDeep(parser: Parser): void {
  reportDepth(parser, parser.start);
  skipRest(parser);
}

export function reportDepth(parser: Parser, offset: number): void {
  report(parser, offset, "This is nested too deep to be analysed.");
}
