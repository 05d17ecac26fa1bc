import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Expression, Literal, Name, Unknown } from "../expressions.js";
import type { Statement } from "../form.js";
import { unknown } from "../depth.js";

/** What lowering carries along while it descends. */
export interface Lowering {
  readonly text: string;
  depth: number;
  /** The statements before the one being lowered: where a class expression puts its class. */
  before: Statement[];
  /** A plain `break` leaves a `switch`, not the loop around it. */
  inSwitch: boolean;
}

export function newLowering(text: string): Lowering {
  return { text, depth: 0, before: [], inSwitch: false };
}

/** Lowers statements into a list of their own, one level down. */
export function inBlock(lowering: Lowering, lower: () => void): Statement[] {
  const outside = lowering.before;
  const inside: Statement[] = [];
  lowering.before = inside;
  lowering.depth++;
  lower();
  lowering.depth--;
  lowering.before = outside;
  return inside;
}

export function lowerIdentifier({ range, name }: TSESTree.Identifier | TSESTree.JSXIdentifier): Name | Unknown {
  const [start] = range;
  // While a name is still to be typed the parser invents an empty one.
  if (name === "") return unknown({ start, end: start }, []);
  // An annotated parameter's range takes its type in.
  return { kind: "Name", start, end: start + name.length, id: name };
}

export function lowerLiteral(node: TSESTree.Literal): Literal {
  const [start, end] = node.range;
  if ("regex" in node) return { kind: "Literal", start, end, type: "other", value: undefined };
  const { value } = node;
  if (typeof value === "bigint") return { kind: "Literal", start, end, type: "number", value: undefined };
  const type = value === null ? "none" : literalTypes[typeof value as keyof typeof literalTypes];
  return { kind: "Literal", start, end, type, value };
}

const literalTypes = { string: "string", number: "number", boolean: "boolean" } as const;

/** All names and literals in a tree that is too deep for the form, found without recursion. */
export function lowerFlat(node: TSESTree.Node): Unknown {
  const parts: Expression[] = [];
  const waiting: unknown[] = [node];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== "object" || value === null) continue;
    if (isNode(value) && value.type === "Identifier") parts.push(lowerIdentifier(value));
    else if (isNode(value) && value.type === "Literal") parts.push(lowerLiteral(value));
    else {
      const children: unknown[] = Object.values(value);
      for (let index = children.length - 1; index >= 0; index--) waiting.push(children[index]);
    }
  }
  return unknown({ start: node.range[0], end: node.range[1] }, parts);
}

function isNode(value: object): value is TSESTree.Node {
  return "type" in value && "range" in value;
}
