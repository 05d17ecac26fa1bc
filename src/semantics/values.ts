import type { Call, Expression } from "../syntax/expressions.js";
import type { ClassStatement, FunctionForm } from "../syntax/form.js";
import type { CallFacts } from "../knowledge/call-facts.js";
import type { Environment } from "./follow/environment.js";
import type { Cell } from "./follow/store.js";
import type { Unit } from "./follow/unit.js";

/** What can be known of an expression's value. Unknown is an `Entity` about which nothing is recorded but where it came from. */
export type Value =
  | LiteralValue
  | LibrarySymbol
  | Entity
  | Closure
  | UserClass
  | ModuleValue
  | Tuple
  | Union
  | SuperValue
  | PendingImport;

export interface LiteralValue {
  readonly kind: "literal";
  readonly value: string | number | boolean | null;
}

/** A module, class, function or constant of a library, by its full dotted path: `torch.nn.CrossEntropyLoss`. */
export interface LibrarySymbol {
  readonly kind: "symbol";
  readonly path: string;
  /** Its attributes that were met, and what is known of calling it: looked up once. */
  members?: Map<string, LibrarySymbol>;
  facts?: CallFacts;
}

/** A name imported from the workspace that nothing has read yet: only cells hold it, and `readCell` never returns it. */
export interface PendingImport {
  readonly kind: "pending";
  readonly resolve: () => Value;
  /** True for a name of another file that its own code has yet to bind. */
  readonly isUnbound: boolean;
}

/** A module of the workspace. */
export interface ModuleValue {
  readonly kind: "module";
  readonly unit: Unit;
}

export interface Tuple {
  readonly kind: "tuple";
  readonly items: readonly Value[];
}

/** One of several, after branches that disagree. Never nested, at most eight. */
export interface Union {
  readonly kind: "union";
  readonly options: readonly Value[];
}

export interface Closure {
  readonly kind: "closure";
  readonly form: FunctionForm;
  readonly environment: Environment;
  readonly unit: Unit;
  /** The class that the function is a method of. */
  readonly owner: UserClass | undefined;
  /** The receiver, once the method is bound. */
  readonly self: Value | undefined;
  /** Decorators as values; effects such as `torch.no_grad()` apply while the body runs. */
  readonly decorators: readonly Value[];
}

export interface UserClass {
  readonly kind: "class";
  readonly form: ClassStatement;
  readonly unit: Unit;
  readonly bases: readonly Value[];
  /** Class attributes and methods. */
  readonly members: Environment;
}

export interface SuperValue {
  readonly kind: "super";
  readonly self: Value;
  readonly owner: UserClass;
}

export interface CallArguments {
  readonly positional: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  /** True when `*args` or `**kwargs` may carry more than is seen. */
  readonly open: boolean;
  /** What stands behind a star and is no tuple; left out when there is none. */
  readonly spread?: readonly Value[];
  /** What stands behind two stars. */
  readonly keyed?: readonly Value[];
}

export type Origin =
  | { readonly how: "parameter"; readonly name: string; readonly function: FunctionForm }
  | { readonly how: "attribute"; readonly of: Value; readonly name: string }
  /** What a loop or an unpacking takes out of a container. */
  | { readonly how: "element"; readonly of: Value; readonly index: number | undefined }
  | { readonly how: "index" | "slice"; readonly of: Value; readonly by: Expression }
  | {
      readonly how: "call";
      /** The library function or class, when it is one. */
      readonly path: string | undefined;
      readonly receiver: Value | undefined;
      readonly method: string | undefined;
      readonly call: Call;
      readonly args: CallArguments;
    }
  | { readonly how: "instance"; readonly args: CallArguments }
  | { readonly how: "operation"; readonly operator: string }
  | { readonly how: "container" }
  | { readonly how: "unknown" };

/** A value with an identity: an object, a tensor, a frame, or something of which only the origin is known. */
export interface Entity {
  readonly kind: "entity";
  readonly id: number;
  readonly origin: Origin;
  readonly site: Expression | undefined;
  readonly unit: Unit;
  /** What it was made from: the edges of the lineage graph. */
  readonly from: readonly Value[];
  /** The library type, by full path, when that is known. */
  readonly type: string | undefined;
  /** The class of the workspace that it is an instance of. */
  readonly class: UserClass | undefined;
  /** The members of a list or dict literal, in order. */
  readonly items: readonly Value[] | undefined;
  /** Gradient state (`Grad` flags) when it was made. */
  readonly grad: number;
  /** Attributes, and subscripts by literal key as `[key]`; filled as they are met, by `setField`. */
  fields: Map<string, Cell>;
  /** Flow-sensitive facts by name: mode, what it was fitted on, what was appended; made by `factCell`. */
  facts: Map<string, Cell>;
  /** Methods called on it anywhere in the file: how a bare parameter is proven to be a model or a loader. */
  methodsCalled: Set<string>;
}

/** Gradient state as flags, so that branches that disagree keep both. */
export const Grad = { on: 1, off: 2, unknown: 4 } as const;

/** Training mode of a module as flags; `fresh` is the train mode that a new module has before anybody sets one. */
export const Mode = { train: 1, eval: 2, unknown: 4, fresh: 8 } as const;

export const noNames: ReadonlyMap<string, never> = new Map<string, never>();

export const noArguments: CallArguments = { positional: [], named: noNames, open: false };

/** The argument at a position or with a name, whichever way it was passed. */
export function argument(args: CallArguments, index: number | undefined, name: string): Value | undefined {
  return args.named.get(name) ?? (index === undefined ? undefined : args.positional[index]);
}

/** The value's alternatives: the options of a union, else the value itself. */
export function alternatives(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return value.kind === "union" ? value.options : [value];
}

const mostOptions = 8;

/** What is known after two paths meet. */
export function joinValues(a: Value, b: Value): Value {
  if (a === b) return a;
  const options: Value[] = [...alternatives(a)];
  for (const option of alternatives(b)) {
    if (!options.some((other) => sameValue(other, option))) options.push(option);
  }
  if (options.length === 1) return options[0]!;
  return { kind: "union", options: options.slice(0, mostOptions) };
}

function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind === "literal" && b.kind === "literal") return a.value === b.value;
  if (a.kind === "symbol" && b.kind === "symbol") return a.path === b.path;
  if (a.kind === "closure" && b.kind === "closure") return a.form === b.form && a.self === b.self;
  if (a.kind === "class" && b.kind === "class") return a.form === b.form;
  if (a.kind === "tuple" && b.kind === "tuple") {
    return a.items.length === b.items.length && a.items.every((item, index) => sameValue(item, b.items[index]!));
  }
  return a.kind === "entity" && b.kind === "entity" && isMadeAlike(a, b);
}

/** A loop's second run makes its entities anew: the same expression over the same parts is the same value. */
function isMadeAlike(a: Entity, b: Entity): boolean {
  return (
    a.site !== undefined &&
    a.site === b.site &&
    isSameOrigin(a.origin, b.origin) &&
    a.facts.has("test-part") === b.facts.has("test-part") &&
    a.from.length === b.from.length &&
    a.from.every((part, index) => part === b.from[index])
  );
}

function isSameOrigin(a: Origin, b: Origin): boolean {
  if (a.how === "element" && b.how === "element") return a.index === b.index;
  if (a.how === "attribute" && b.how === "attribute") return a.name === b.name;
  return a.how === b.how;
}

/** Models, estimators and optimizers are true, whatever they hold; arrays, frames and containers may not be. */
function isNeverFalse({ type }: Entity): boolean {
  return type !== undefined && /^(sklearn|xgboost|lightgbm|catboost|keras|torch\.(nn|optim))\./.test(type);
}

/** True or false where the value decides it. */
export function truth(value: Value): boolean | undefined {
  if (value.kind === "literal") return Boolean(value.value);
  if (value.kind === "tuple") return value.items.length > 0;
  if (value.kind === "closure" || value.kind === "class" || value.kind === "module") return true;
  if (value.kind === "entity" && (value.facts.has("given") || isNeverFalse(value))) return true;
  return undefined;
}
