import type { BinaryOperator } from "./expression-nodes.js";

/** The operators as they are written, from CPython's names for them. */
export const binaryOperators: Readonly<Record<BinaryOperator, string>> = {
  Add: "+",
  Sub: "-",
  Mult: "*",
  MatMult: "@",
  Div: "/",
  Mod: "%",
  Pow: "**",
  LShift: "<<",
  RShift: ">>",
  BitOr: "|",
  BitXor: "^",
  BitAnd: "&",
  FloorDiv: "//",
};

export const unaryOperators = { Invert: "~", Not: "not", UAdd: "+", USub: "-" } as const;

export const comparisonOperators = {
  Eq: "==",
  NotEq: "!=",
  Lt: "<",
  LtE: "<=",
  Gt: ">",
  GtE: ">=",
  Is: "is",
  IsNot: "is not",
  In: "in",
  NotIn: "not in",
} as const;
