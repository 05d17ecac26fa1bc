import type { Span } from "../span.js";
import type { Kind } from "./kind.js";
import type { Constant, FormattedValue, JoinedStr } from "./literal-nodes.js";

/** Every expression of the tree. Parentheses leave no node, but a tuple includes its own. */
export type Expression =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | SetDisplay
  | ListComp
  | DictComp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice
  | Invalid
  | Magic;

export interface BoolOp extends Span {
  readonly kind: Kind.BoolOp;
  readonly op: "And" | "Or";
  readonly values: readonly Expression[];
}

export interface NamedExpr extends Span {
  readonly kind: Kind.NamedExpr;
  readonly target: Expression;
  readonly value: Expression;
}

export type BinaryOperator =
  | "Add"
  | "Sub"
  | "Mult"
  | "MatMult"
  | "Div"
  | "Mod"
  | "Pow"
  | "LShift"
  | "RShift"
  | "BitOr"
  | "BitXor"
  | "BitAnd"
  | "FloorDiv";

export interface BinOp extends Span {
  readonly kind: Kind.BinOp;
  readonly left: Expression;
  readonly op: BinaryOperator;
  readonly right: Expression;
}

export interface UnaryOp extends Span {
  readonly kind: Kind.UnaryOp;
  readonly op: "Invert" | "Not" | "UAdd" | "USub";
  readonly operand: Expression;
}

export interface Lambda extends Span {
  readonly kind: Kind.Lambda;
  readonly args: Arguments;
  readonly body: Expression;
}

export interface IfExp extends Span {
  readonly kind: Kind.IfExp;
  readonly test: Expression;
  readonly body: Expression;
  readonly orelse: Expression;
}

/** A `null` key is an unpacked mapping (`**other`). */
export interface Dict extends Span {
  readonly kind: Kind.Dict;
  readonly keys: readonly (Expression | null)[];
  readonly values: readonly Expression[];
}

export interface SetDisplay extends Span {
  readonly kind: Kind.Set;
  readonly elts: readonly Expression[];
}

export interface ListComp extends Span {
  readonly kind: Kind.ListComp | Kind.SetComp | Kind.GeneratorExp;
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}

export interface DictComp extends Span {
  readonly kind: Kind.DictComp;
  readonly key: Expression;
  readonly value: Expression;
  readonly generators: readonly Comprehension[];
}

export interface Comprehension extends Span {
  readonly kind: Kind.comprehension;
  readonly target: Expression;
  readonly iter: Expression;
  readonly ifs: readonly Expression[];
  readonly is_async: 0 | 1;
}

export interface Await extends Span {
  readonly kind: Kind.Await;
  readonly value: Expression;
}

export interface Yield extends Span {
  readonly kind: Kind.Yield;
  readonly value: Expression | null;
}

export interface YieldFrom extends Span {
  readonly kind: Kind.YieldFrom;
  readonly value: Expression;
}

export type ComparisonOperator = "Eq" | "NotEq" | "Lt" | "LtE" | "Gt" | "GtE" | "Is" | "IsNot" | "In" | "NotIn";

export interface Compare extends Span {
  readonly kind: Kind.Compare;
  readonly left: Expression;
  readonly ops: readonly ComparisonOperator[];
  readonly comparators: readonly Expression[];
}

export interface Call extends Span {
  readonly kind: Kind.Call;
  readonly func: Expression;
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
  /** The offset just before the closing parenthesis, or the end of an unclosed call. */
  readonly argsEnd: number;
}

/** A `null` name is an unpacked mapping (`**options`). The name stands at the start. */
export interface Keyword extends Span {
  readonly kind: Kind.keyword;
  readonly arg: string | null;
  readonly value: Expression;
}

/** `attrStart` is where the attribute's name begins; it is empty while `model.` is being typed. */
export interface Attribute extends Span {
  readonly kind: Kind.Attribute;
  readonly value: Expression;
  readonly attr: string;
  readonly attrStart: number;
}

export interface Subscript extends Span {
  readonly kind: Kind.Subscript;
  readonly value: Expression;
  readonly slice: Expression;
}

export interface Starred extends Span {
  readonly kind: Kind.Starred;
  readonly value: Expression;
}

export interface Name extends Span {
  readonly kind: Kind.Name;
  readonly id: string;
}

export interface List extends Span {
  readonly kind: Kind.List;
  readonly elts: readonly Expression[];
}

export interface Tuple extends Span {
  readonly kind: Kind.Tuple;
  readonly elts: readonly Expression[];
}

export interface Slice extends Span {
  readonly kind: Kind.Slice;
  readonly lower: Expression | null;
  readonly upper: Expression | null;
  readonly step: Expression | null;
}

/** Not Python (any more); `parts` are the expressions that could still be read in it. */
export interface Invalid extends Span {
  readonly kind: Kind.Invalid;
  readonly parts: readonly Expression[];
}

export interface Magic extends Span {
  readonly kind: Kind.Magic;
}

/** A parameter list. It is empty and stands where it would begin when there is none. */
export interface Arguments extends Span {
  readonly kind: Kind.arguments;
  readonly posonlyargs: readonly Arg[];
  readonly args: readonly Arg[];
  readonly vararg: Arg | null;
  readonly kwonlyargs: readonly Arg[];
  /** One for each of `kwonlyargs`; `null` where it has no default. */
  readonly kw_defaults: readonly (Expression | null)[];
  readonly kwarg: Arg | null;
  /** The defaults of the last of `posonlyargs` and `args` together. */
  readonly defaults: readonly Expression[];
}

/** The name stands at the start. */
export interface Arg extends Span {
  readonly kind: Kind.arg;
  readonly arg: string;
  readonly annotation: Expression | null;
}
