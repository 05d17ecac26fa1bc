import type { FunctionForm } from "./form.js";
import type { Span } from "./span.js";

/** The expressions of the common form. */
export type Expression =
  | Name
  | Literal
  | Template
  | Attribute
  | Subscript
  | Slice
  | Call
  | Sequence
  | Mapping
  | Operation
  | Comparison
  | Conditional
  | FunctionExpression
  | Comprehension
  | AssignExpression
  | Await
  | Yield
  | Spread
  | Unknown;

export interface Name extends Span {
  readonly kind: "Name";
  readonly id: string;
}

/** A number too large or too odd to hold, an ellipsis and a regular expression keep `value` undefined. */
export interface Literal extends Span {
  readonly kind: "Literal";
  readonly type: "string" | "bytes" | "number" | "boolean" | "none" | "other";
  readonly value: string | number | boolean | null | undefined;
}

/**
 * An f-string or a template literal; `parts` holds its embedded expressions (those of format specifications too), `texts` the
 * literal stretches before, between and after them, so there is always one text more than parts.
 */
export interface Template extends Span {
  readonly kind: "Template";
  readonly parts: readonly Expression[];
  readonly texts: readonly string[];
}

export interface Attribute extends Span {
  readonly kind: "Attribute";
  readonly object: Expression;
  readonly name: string;
  readonly nameSpan: Span;
}

export interface Subscript extends Span {
  readonly kind: "Subscript";
  readonly object: Expression;
  /** A `Slice`, or a tuple `Sequence` for `a[i, j:k]`. */
  readonly index: Expression;
}

export interface Slice extends Span {
  readonly kind: "Slice";
  readonly lower: Expression | undefined;
  readonly upper: Expression | undefined;
  readonly step: Expression | undefined;
}

export interface Call extends Span {
  readonly kind: "Call";
  readonly callee: Expression;
  readonly args: readonly Argument[];
  /** The offset just before the closing parenthesis, where an edit may add an argument. */
  readonly argsEnd: number;
  /** `new C()` in TypeScript; a Python call of a class looks like any call. */
  readonly isNew: boolean;
}

export interface Argument extends Span {
  /** A Python keyword's name; TypeScript's options objects stay a `Mapping` argument. */
  readonly name: string | undefined;
  readonly spread: "none" | "sequence" | "mapping";
  readonly value: Expression;
}

export interface Sequence extends Span {
  readonly kind: "Sequence";
  readonly form: "list" | "tuple" | "set";
  readonly items: readonly Expression[];
}

/** A dict or an object literal. An entry without a key is a spread (`**other`, `...other`). */
export interface Mapping extends Span {
  readonly kind: "Mapping";
  readonly entries: readonly { readonly key: Expression | undefined; readonly value: Expression }[];
}

/**
 * Arithmetic, bitwise, boolean and unary operators, spelled as in the source (`not`/`!` is "not", `and`/`&&` "and", `or`/`||` "or").
 * A chain of one operator is one operation, worked from the left: `a - b - c` has three operands; only `**` nests to the right.
 */
export interface Operation extends Span {
  readonly kind: "Operation";
  readonly operator: string;
  readonly operands: readonly Expression[];
}

/** A chain `a < b <= c`: one operator fewer than operands. `===` is "==", `!==` is "!="; "is", "is not", "in", "not in" as in Python; "instanceof". */
export interface Comparison extends Span {
  readonly kind: "Comparison";
  readonly operators: readonly string[];
  readonly operands: readonly Expression[];
}

export interface Conditional extends Span {
  readonly kind: "Conditional";
  readonly test: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

/** A lambda, an arrow function or a function expression. */
export interface FunctionExpression extends Span {
  readonly kind: "FunctionExpression";
  readonly function: FunctionForm;
}

export interface Comprehension extends Span {
  readonly kind: "Comprehension";
  readonly form: "list" | "set" | "mapping" | "generator";
  /** The key of a mapping comprehension. */
  readonly key: Expression | undefined;
  readonly element: Expression;
  readonly clauses: readonly {
    readonly target: Expression;
    readonly iterable: Expression;
    readonly conditions: readonly Expression[];
  }[];
}

/** `(a := f())`, and TypeScript's assignments in an expression; `operator` as in `Assign`. */
export interface AssignExpression extends Span {
  readonly kind: "AssignExpression";
  readonly target: Expression;
  readonly operator: string | undefined;
  readonly value: Expression;
}

export interface Await extends Span {
  readonly kind: "Await";
  readonly value: Expression;
}

/** `yield from xs` and `yield* xs` yield a `Spread`. */
export interface Yield extends Span {
  readonly kind: "Yield";
  readonly value: Expression | undefined;
}

export interface Spread extends Span {
  readonly kind: "Spread";
  readonly value: Expression;
}

/** Broken source, and what the common form has no word for; its parts are still visited. */
export interface Unknown extends Span {
  readonly kind: "Unknown";
  readonly parts: readonly Expression[];
}
