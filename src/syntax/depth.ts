import type { Expression, Unknown } from "./expressions.js";
import type { Span } from "./span.js";

/**
 * How deep the form may nest. People do not come near it; generated and hostile files do, and what lies deeper becomes one flat
 * `Unknown` that lists the names and literals in it, so that nothing that walks the form can run out of stack.
 */
export const maximumDepth = 400;

export function unknown(span: Span, parts: readonly Expression[]): Unknown {
  return { kind: "Unknown", start: span.start, end: span.end, parts };
}
