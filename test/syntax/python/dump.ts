import { Kind } from "../../../src/syntax/python/kind.js";

/**
 * A statement of our tree in the form that `scripts/differential.py` gives CPython's: kind, span and fields in
 * CPython's order, strings in JSON.
 */
export function dumpNode(node: object, text: string, options: DumpOptions): string {
  const dumper = new Dumper(text, options);
  return dumper.dump(node);
}

export interface DumpOptions {
  /** Older versions of CPython do not know the places of what is inside f-strings. */
  readonly fieldsHavePlaces: boolean;
}

interface AnyNode {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** CPython's name of each kind, and the fields that are compared, in CPython's order. */
const SHAPES: readonly (readonly [Kind, string, string])[] = [
  [Kind.FunctionDef, "FunctionDef", "name args body decorator_list returns type_params"],
  [Kind.AsyncFunctionDef, "AsyncFunctionDef", "name args body decorator_list returns type_params"],
  [Kind.ClassDef, "ClassDef", "name bases keywords body decorator_list type_params"],
  [Kind.Return, "Return", "value"],
  [Kind.Delete, "Delete", "targets"],
  [Kind.Assign, "Assign", "targets value"],
  [Kind.TypeAlias, "TypeAlias", "name type_params value"],
  [Kind.AugAssign, "AugAssign", "target op value"],
  [Kind.AnnAssign, "AnnAssign", "target annotation value simple"],
  [Kind.For, "For", "target iter body orelse"],
  [Kind.AsyncFor, "AsyncFor", "target iter body orelse"],
  [Kind.While, "While", "test body orelse"],
  [Kind.If, "If", "test body orelse"],
  [Kind.With, "With", "items body"],
  [Kind.AsyncWith, "AsyncWith", "items body"],
  [Kind.Match, "Match", "subject cases"],
  [Kind.Raise, "Raise", "exc cause"],
  [Kind.Try, "Try", "body handlers orelse finalbody"],
  [Kind.TryStar, "TryStar", "body handlers orelse finalbody"],
  [Kind.Assert, "Assert", "test msg"],
  [Kind.Import, "Import", "names"],
  [Kind.ImportFrom, "ImportFrom", "module names level"],
  [Kind.Global, "Global", "names"],
  [Kind.Nonlocal, "Nonlocal", "names"],
  [Kind.Expr, "Expr", "value"],
  [Kind.Pass, "Pass", ""],
  [Kind.Break, "Break", ""],
  [Kind.Continue, "Continue", ""],
  [Kind.BoolOp, "BoolOp", "op values"],
  [Kind.NamedExpr, "NamedExpr", "target value"],
  [Kind.BinOp, "BinOp", "left op right"],
  [Kind.UnaryOp, "UnaryOp", "op operand"],
  [Kind.Lambda, "Lambda", "args body"],
  [Kind.IfExp, "IfExp", "test body orelse"],
  [Kind.Dict, "Dict", "keys values"],
  [Kind.Set, "Set", "elts"],
  [Kind.ListComp, "ListComp", "elt generators"],
  [Kind.SetComp, "SetComp", "elt generators"],
  [Kind.DictComp, "DictComp", "key value generators"],
  [Kind.GeneratorExp, "GeneratorExp", "elt generators"],
  [Kind.Await, "Await", "value"],
  [Kind.Yield, "Yield", "value"],
  [Kind.YieldFrom, "YieldFrom", "value"],
  [Kind.Compare, "Compare", "left ops comparators"],
  [Kind.Call, "Call", "func args keywords"],
  [Kind.Attribute, "Attribute", "value attr"],
  [Kind.Subscript, "Subscript", "value slice"],
  [Kind.Starred, "Starred", "value"],
  [Kind.Name, "Name", "id"],
  [Kind.List, "List", "elts"],
  [Kind.Tuple, "Tuple", "elts"],
  [Kind.Slice, "Slice", "lower upper step"],
  [Kind.Invalid, "Invalid", "parts"],
  [Kind.comprehension, "comprehension", "target iter ifs is_async"],
  [Kind.ExceptHandler, "ExceptHandler", "type name body"],
  [Kind.arguments, "arguments", "posonlyargs args vararg kwonlyargs kw_defaults kwarg defaults"],
  [Kind.arg, "arg", "arg annotation"],
  [Kind.keyword, "keyword", "arg value"],
  [Kind.alias, "alias", "name asname"],
  [Kind.withitem, "withitem", "context_expr optional_vars"],
  [Kind.match_case, "match_case", "pattern guard body"],
  [Kind.MatchValue, "MatchValue", "value"],
  [Kind.MatchSingleton, "MatchSingleton", "value"],
  [Kind.MatchSequence, "MatchSequence", "patterns"],
  [Kind.MatchMapping, "MatchMapping", "keys patterns rest"],
  [Kind.MatchClass, "MatchClass", "cls patterns kwd_attrs kwd_patterns"],
  [Kind.MatchStar, "MatchStar", "name"],
  [Kind.MatchAs, "MatchAs", "pattern name"],
  [Kind.MatchOr, "MatchOr", "patterns"],
  [Kind.TypeVar, "TypeVar", "name bound default_value"],
  [Kind.ParamSpec, "ParamSpec", "name bound default_value"],
  [Kind.TypeVarTuple, "TypeVarTuple", "name bound default_value"],
  [Kind.Magic, "Magic", ""],
];

/** These have no place in CPython's tree. */
const PLACELESS = new Set([Kind.comprehension, Kind.arguments, Kind.withitem, Kind.match_case]);

const shapes = new Map<Kind, { readonly name: string; readonly fields: readonly string[] }>(
  SHAPES.map(([kind, name, fields]) => [kind, { name, fields: fields === "" ? [] : fields.split(" ") }]),
);

/** The kinds with a shape, and those that `Dumper` writes in a way of their own. */
export const DUMPED_KINDS: ReadonlySet<string> = new Set([
  ...SHAPES.map(([, name]) => name),
  "Constant",
  "JoinedStr",
  "FormattedValue",
]);

class Dumper {
  readonly #text: string;
  readonly #options: DumpOptions;
  #fieldDepth = 0;

  constructor(text: string, options: DumpOptions) {
    this.#text = text;
    this.#options = options;
  }

  dump(value: unknown): string {
    if (value === null || value === undefined) return "~";
    if (Array.isArray(value)) return `[${value.map((item) => this.dump(item)).join(" ")}]`;
    if (typeof value === "boolean") return value ? "True" : "False";
    if (typeof value === "string" || typeof value === "number") return String(value);
    return this.#node(value as AnyNode);
  }

  #span(node: AnyNode): string {
    const isPlaced = this.#fieldDepth === 0 || this.#options.fieldsHavePlaces;
    return isPlaced && !PLACELESS.has(node.kind) ? `@${node.start}-${node.end}` : "";
  }

  #node(node: AnyNode): string {
    if (node.kind === Kind.Constant) {
      return `(Constant${this.#span(node)} ${String(node["type"])} ${this.#constant(node)})`;
    }
    if (node.kind === Kind.JoinedStr) return this.#joined(node);
    if (node.kind === Kind.FormattedValue) {
      const { value, conversion, format_spec: format } = node;
      return `(FormattedValue${this.#span(node)} ${this.dump(value)} ${String(conversion)} ${this.dump(format)})`;
    }
    const shape = shapes.get(node.kind);
    if (shape === undefined) throw new Error(`No shape for kind ${node.kind}`);
    const fields = shape.fields.map((field) => ` ${this.dump(node[field])}`);
    return `(${shape.name}${this.#span(node)}${fields.join("")})`;
  }

  #joined(node: AnyNode): string {
    const span = this.#span(node);
    this.#fieldDepth++;
    const values = this.dump(node["values"]);
    this.#fieldDepth--;
    return `(JoinedStr${span} ${values} ${this.#isNamed(node) ? "*" : asciiJson(node["texts"])})`;
  }

  #constant(node: AnyNode): string {
    const { type, value } = node;
    if (typeof value === "string") return type === "str" && this.#isNamed(node) ? "*" : asciiJson(value);
    if (type === "NoneType") return "None";
    if (type === "float") {
      const bytes = new DataView(new ArrayBuffer(8));
      bytes.setFloat64(0, Number(value));
      return bytes.getBigUint64(0).toString(16).padStart(16, "0");
    }
    return this.dump(value);
  }

  /** Whether characters are given by their names, which the parser does not know. */
  #isNamed(node: AnyNode): boolean {
    return this.#text.slice(node.start, node.end).includes("\\N{");
  }
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
