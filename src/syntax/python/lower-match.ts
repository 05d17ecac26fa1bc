import type * as expressions from "../expressions.js";
import type * as form from "../form.js";
import { maximumDepth, unknown } from "../depth.js";
import { Kind } from "./kind.js";
import { lowerExpression } from "./lower-expressions.js";
import { lowerBlock } from "./lower-statements.js";
import type { Lowering } from "./lowering.js";
import type { Match, MatchCase } from "./nodes.js";
import type { Pattern } from "./pattern-nodes.js";

export function lowerMatch(lowering: Lowering, node: Match): form.Match {
  const subject = lowerExpression(lowering, node.subject);
  const arms = node.cases.map((arm) => lowerArm(lowering, arm));
  return { kind: "Match", start: node.start, end: node.end, subject, arms };
}

function lowerArm(lowering: Lowering, { pattern, guard, body }: MatchCase): form.Match["arms"][number] {
  const names: string[] = [];
  const evaluated: expressions.Expression[] = [];
  readPattern(lowering, pattern, names, evaluated);
  if (guard !== null) evaluated.push(lowerExpression(lowering, guard));
  const test =
    evaluated.length > 1 ? unknown({ start: pattern.start, end: (guard ?? pattern).end }, evaluated) : evaluated[0];
  // A bare name without a guard takes everything, as `_` does.
  const isDefault = guard === null && pattern.kind === Kind.MatchAs && pattern.pattern === null;
  return { names, test, body: lowerBlock(lowering, body), isDefault };
}

/** Adds the names that a pattern binds and the expressions that it evaluates (values, classes, keys), in the order of the source. */
function readPattern(lowering: Lowering, node: Pattern, names: string[], evaluated: expressions.Expression[]): void {
  if (lowering.depth >= maximumDepth) return;
  lowering.depth++;
  const read = (inner: Pattern): void => readPattern(lowering, inner, names, evaluated);
  switch (node.kind) {
    case Kind.MatchValue:
      evaluated.push(lowerExpression(lowering, node.value));
      break;
    case Kind.MatchSingleton: {
      const type = node.value === null ? "none" : "boolean";
      evaluated.push({ kind: "Literal", start: node.start, end: node.end, type, value: node.value });
      break;
    }
    case Kind.MatchSequence:
    case Kind.MatchOr:
      node.patterns.forEach(read);
      break;
    case Kind.MatchMapping:
      node.patterns.forEach((inner, index) => {
        const key = node.keys[index];
        if (key !== undefined) evaluated.push(lowerExpression(lowering, key));
        read(inner);
      });
      if (node.rest !== null) names.push(node.rest);
      break;
    case Kind.MatchClass:
      evaluated.push(lowerExpression(lowering, node.cls));
      node.patterns.forEach(read);
      node.kwd_patterns.forEach(read);
      break;
    case Kind.MatchStar:
      if (node.name !== null) names.push(node.name);
      break;
    case Kind.MatchAs:
      if (node.pattern !== null) read(node.pattern);
      if (node.name !== null) names.push(node.name);
      break;
  }
  lowering.depth--;
}
