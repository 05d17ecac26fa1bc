import type { SyntaxProblem } from "../form.js";
import type { Span } from "../span.js";
import type { Arguments, BinaryOperator, Expression, Keyword, Name } from "./expression-nodes.js";
import type { Kind } from "./kind.js";
import type { Pattern } from "./pattern-nodes.js";

/**
 * What a parse gives, for broken source too. Nodes and fields have CPython's own names (`ast`), and offsets of UTF-16
 * units; where CPython has `None` a field is `null`.
 */
export interface PythonTree {
  readonly module: Module;
  readonly errors: readonly SyntaxProblem[];
  /** From each `#` to the end of its line. */
  readonly comments: readonly Span[];
}

export interface Module extends Span {
  readonly kind: Kind.Module;
  readonly body: readonly Statement[];
}

export type Statement =
  | FunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | While
  | If
  | With
  | Match
  | Raise
  | Try
  | Assert
  | Import
  | ImportFrom
  | OuterNames
  | Expr
  | Jump;

/** Starts at `def` or `async`, after the decorators, as in CPython. */
export interface FunctionDef extends Span {
  readonly kind: Kind.FunctionDef | Kind.AsyncFunctionDef;
  readonly name: string;
  readonly nameStart: number;
  readonly args: Arguments;
  readonly body: readonly Statement[];
  readonly decorator_list: readonly Expression[];
  readonly returns: Expression | null;
  readonly type_params: readonly TypeParameter[];
}

/** Starts at `class`, after the decorators, as in CPython. */
export interface ClassDef extends Span {
  readonly kind: Kind.ClassDef;
  readonly name: string;
  readonly nameStart: number;
  readonly bases: readonly Expression[];
  readonly keywords: readonly Keyword[];
  readonly body: readonly Statement[];
  readonly decorator_list: readonly Expression[];
  readonly type_params: readonly TypeParameter[];
}

export interface TypeParameter extends Span {
  readonly kind: Kind.TypeVar | Kind.ParamSpec | Kind.TypeVarTuple;
  readonly name: string;
  /** Only a `TypeVar` can have one. */
  readonly bound: Expression | null;
  readonly default_value: Expression | null;
}

export interface Return extends Span {
  readonly kind: Kind.Return;
  readonly value: Expression | null;
}

export interface Delete extends Span {
  readonly kind: Kind.Delete;
  readonly targets: readonly Expression[];
}

export interface Assign extends Span {
  readonly kind: Kind.Assign;
  readonly targets: readonly Expression[];
  readonly value: Expression;
}

export interface TypeAlias extends Span {
  readonly kind: Kind.TypeAlias;
  readonly name: Name;
  readonly type_params: readonly TypeParameter[];
  readonly value: Expression;
}

export interface AugAssign extends Span {
  readonly kind: Kind.AugAssign;
  readonly target: Expression;
  readonly op: BinaryOperator;
  readonly value: Expression;
}

export interface AnnAssign extends Span {
  readonly kind: Kind.AnnAssign;
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value: Expression | null;
  /** 1 for a bare name without parentheses. */
  readonly simple: 0 | 1;
}

export interface For extends Span {
  readonly kind: Kind.For | Kind.AsyncFor;
  readonly target: Expression;
  readonly iter: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

export interface While extends Span {
  readonly kind: Kind.While;
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

/** An `elif` is an `If` alone in `orelse`. */
export interface If extends Span {
  readonly kind: Kind.If;
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

export interface With extends Span {
  readonly kind: Kind.With | Kind.AsyncWith;
  readonly items: readonly WithItem[];
  readonly body: readonly Statement[];
}

export interface WithItem extends Span {
  readonly kind: Kind.withitem;
  readonly context_expr: Expression;
  readonly optional_vars: Expression | null;
}

export interface Match extends Span {
  readonly kind: Kind.Match;
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}

export interface MatchCase extends Span {
  readonly kind: Kind.match_case;
  readonly pattern: Pattern;
  readonly guard: Expression | null;
  readonly body: readonly Statement[];
}

export interface Raise extends Span {
  readonly kind: Kind.Raise;
  readonly exc: Expression | null;
  readonly cause: Expression | null;
}

export interface Try extends Span {
  readonly kind: Kind.Try | Kind.TryStar;
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Statement[];
  readonly finalbody: readonly Statement[];
}

export interface ExceptHandler extends Span {
  readonly kind: Kind.ExceptHandler;
  readonly type: Expression | null;
  readonly name: string | null;
  readonly body: readonly Statement[];
}

export interface Assert extends Span {
  readonly kind: Kind.Assert;
  readonly test: Expression;
  readonly msg: Expression | null;
}

export interface Import extends Span {
  readonly kind: Kind.Import;
  readonly names: readonly Alias[];
}

/** `level` counts the leading dots; `module` is `null` when there is nothing else. */
export interface ImportFrom extends Span {
  readonly kind: Kind.ImportFrom;
  readonly module: string | null;
  readonly names: readonly Alias[];
  readonly level: number;
}

export interface Alias extends Span {
  readonly kind: Kind.alias;
  readonly name: string;
  readonly asname: string | null;
}

export interface OuterNames extends Span {
  readonly kind: Kind.Global | Kind.Nonlocal;
  readonly names: readonly string[];
}

export interface Expr extends Span {
  readonly kind: Kind.Expr;
  readonly value: Expression;
}

export interface Jump extends Span {
  readonly kind: Kind.Pass | Kind.Break | Kind.Continue;
}
