import type { Argument, Expression } from "./expressions.js";
import type { Span } from "./span.js";

/**
 * The small common form: what Python and TypeScript code have in common, with spans back to the source.
 * Both syntax folders lower their trees to it; names, values, flow and lineage are written once on it.
 * Broken source gives `Unknown` expressions, never an exception.
 * The form nests some hundred levels at most (see depth.ts), so whoever walks it may recurse.
 * Parentheses leave no trace, except as part of a tuple's span.
 */
export interface FormModule {
  readonly language: Language;
  readonly text: string;
  readonly body: readonly Statement[];
  readonly comments: readonly Span[];
  readonly errors: readonly SyntaxProblem[];
  /** All cells, in order, where the file is a notebook: `text` holds those in Python one after the other. */
  readonly notebook?: readonly NotebookPart[];
}

/** A cell of a notebook. Those that are not Python code are empty spans. */
export interface NotebookPart extends Span {
  /** Counts all cells from 1. */
  readonly cell: number;
  readonly kind: "code" | "markdown" | "other";
  /** The text of a cell that is not Python code: Markdown, another language. */
  readonly prose: string;
  /** The count that the kernel gave it when it ran last. */
  readonly executionCount: number | undefined;
  /** True where it is known that another text ran under that count. */
  readonly isEdited?: boolean;
  /** What it last put out, as plain text. */
  readonly outputs: readonly string[];
}

export type Language = "python" | "typescript";

export interface SyntaxProblem {
  readonly offset: number;
  readonly message: string;
}

export type Statement =
  | ExpressionStatement
  | Assign
  | Branch
  | Match
  | Loop
  | With
  | Try
  | FunctionStatement
  | ClassStatement
  | Return
  | Raise
  | Jump
  | Import
  | Delete
  | OuterNames
  | Assert;

export interface ExpressionStatement extends Span {
  readonly kind: "ExpressionStatement";
  readonly expression: Expression;
}

/**
 * `a = b = value` has two targets. `operator` is "+" for `a += value`. A Python annotation without a value has `value` undefined.
 * Destructuring targets are `Sequence` or `Mapping`, a target with a default (`[a = 1] = xs`) an `AssignExpression`. `declares` is TypeScript's keyword; Python declares by assigning.
 */
export interface Assign extends Span {
  readonly kind: "Assign";
  readonly targets: readonly Expression[];
  readonly operator: string | undefined;
  readonly value: Expression | undefined;
  readonly annotation: Expression | undefined;
  readonly declares: "var" | "let" | "const" | undefined;
}

/** `if`; an `elif` chain nests in `otherwise`. */
export interface Branch extends Span {
  readonly kind: "Branch";
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

/** `match` and `switch`. `names` are bound by the pattern; `test` is what is evaluated for the arm (guard, or the case's expression). */
export interface Match extends Span {
  readonly kind: "Match";
  readonly subject: Expression;
  readonly arms: readonly {
    readonly names: readonly string[];
    readonly test: Expression | undefined;
    readonly body: readonly Statement[];
    /** True for `default:`, `case _:` and `case name:`, the last two without a guard. */
    readonly isDefault: boolean;
  }[];
}

/** `for x in xs`, `for (const x of xs)` have target and iterable; `while` and the classic `for` have a test. */
export interface Loop extends Span {
  readonly kind: "Loop";
  readonly form: "each" | "while" | "do";
  readonly target: Expression | undefined;
  readonly iterable: Expression | undefined;
  readonly test: Expression | undefined;
  /** A classic `for`'s initialiser stands before the loop as statements of its own; its update ends the body. */
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

export interface With extends Span {
  readonly kind: "With";
  readonly items: readonly { readonly context: Expression; readonly target: Expression | undefined }[];
  readonly body: readonly Statement[];
}

export interface Try extends Span {
  readonly kind: "Try";
  readonly body: readonly Statement[];
  readonly handlers: readonly Handler[];
  readonly otherwise: readonly Statement[];
  readonly final: readonly Statement[];
}

/** `except` or `catch`, from the keyword to the end of its body. */
export interface Handler extends Span {
  readonly type: Expression | undefined;
  readonly name: string | undefined;
  readonly body: readonly Statement[];
}

export interface FunctionStatement extends Span {
  readonly kind: "FunctionStatement";
  readonly function: FunctionForm;
}

/**
 * A function, method, lambda or arrow; a lambda and an arrow with an expression body have one `Return` as their body.
 * The span leaves decorators out. Without a name, `nameSpan` is empty and stands at the start.
 */
export interface FunctionForm extends Span {
  readonly name: string | undefined;
  readonly nameSpan: Span;
  readonly params: readonly Parameter[];
  readonly decorators: readonly Expression[];
  readonly returns: Expression | undefined;
  readonly body: readonly Statement[];
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  readonly isLambda: boolean;
}

export interface Parameter extends Span {
  readonly name: string;
  /** A destructured TypeScript parameter has its pattern here and an empty name. */
  readonly pattern: Expression | undefined;
  readonly annotation: Expression | undefined;
  readonly defaultValue: Expression | undefined;
  readonly variadic: "none" | "sequence" | "mapping";
  readonly keywordOnly: boolean;
}

export interface ClassStatement extends Span {
  readonly kind: "ClassStatement";
  readonly name: string | undefined;
  readonly nameSpan: Span;
  readonly bases: readonly Expression[];
  readonly keywords: readonly Argument[];
  readonly decorators: readonly Expression[];
  /** Methods are `FunctionStatement`s (a TypeScript constructor is named `constructor`), fields are `Assign`s. */
  readonly body: readonly Statement[];
}

export interface Return extends Span {
  readonly kind: "Return";
  readonly value: Expression | undefined;
}

export interface Raise extends Span {
  readonly kind: "Raise";
  readonly value: Expression | undefined;
  /** `raise value from cause`. */
  readonly cause: Expression | undefined;
}

export interface Jump extends Span {
  readonly kind: "Jump";
  readonly jump: "break" | "continue";
}

/**
 * One statement, one module. `import a.b` binds `a` (module `a.b`, `local` "a", `imported` undefined, `bindsTop` true);
 * `import a.b as c` binds c to the module; `from m import x as y` has `imported` "x"; `from m import *` has `imported` "*".
 * ES `import d from "m"` has `imported` "default", `import * as n from "m"` has `imported` undefined; `export ... from "m"` is an import too,
 * and `export default value` assigns to the name "default". `level` counts the dots of a relative Python import.
 * A CommonJS `const tf = require("m")` stays a call; `semantics/` knows it.
 */
export interface Import extends Span {
  readonly kind: "Import";
  readonly module: string;
  readonly level: number;
  readonly names: readonly ImportedName[];
}

export interface ImportedName extends Span {
  readonly local: string;
  readonly imported: string | undefined;
  readonly bindsTop: boolean;
}

export interface Delete extends Span {
  readonly kind: "Delete";
  readonly targets: readonly Expression[];
}

/** The name that CommonJS's `module.exports = value` binds; `exports.name = value` binds the name. */
export const wholeExport = "module.exports";

/** Python's `global` and `nonlocal`. */
export interface OuterNames extends Span {
  readonly kind: "OuterNames";
  readonly scope: "global" | "nonlocal";
  readonly names: readonly string[];
}

export interface Assert extends Span {
  readonly kind: "Assert";
  readonly test: Expression;
  readonly message: Expression | undefined;
}
