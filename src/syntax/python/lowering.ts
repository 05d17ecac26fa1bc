import type * as expressions from "../expressions.js";
import { unknown } from "../depth.js";
import type { Span } from "../span.js";
import type { Name } from "./expression-nodes.js";
import { Kind } from "./kind.js";
import type { Constant } from "./literal-nodes.js";

/** What lowering carries along while it descends. */
export interface Lowering {
  depth: number;
  /** Set by a `yield`, read and restored by the function around it. */
  yields: boolean;
}

export function lowerName(node: Name): expressions.Name {
  return { kind: "Name", start: node.start, end: node.end, id: node.id };
}

export function lowerConstant(node: Constant): expressions.Literal {
  return { kind: "Literal", start: node.start, end: node.end, type: literalTypes[node.type], value: node.value };
}

const literalTypes = {
  int: "number",
  float: "number",
  complex: "number",
  str: "string",
  bytes: "bytes",
  NoneType: "none",
  bool: "boolean",
  ellipsis: "other",
} as const;

/** All names and literals in a tree that is too deep for the form, found without recursion. */
export function lowerFlat(node: Span): expressions.Unknown {
  const parts: expressions.Expression[] = [];
  const waiting: unknown[] = [node];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== "object" || value === null) continue;
    if (isLeaf(value)) {
      parts.push(value.kind === Kind.Name ? lowerName(value) : lowerConstant(value));
      continue;
    }
    const children: unknown[] = Object.values(value);
    for (let index = children.length - 1; index >= 0; index--) waiting.push(children[index]);
  }
  return unknown(node, parts);
}

function isLeaf(value: object): value is Name | Constant {
  return "kind" in value && (value.kind === Kind.Name || value.kind === Kind.Constant);
}
