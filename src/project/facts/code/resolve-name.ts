import type { Call, Conditional, Expression, Operation } from "../../../syntax/expressions.js";
import { type Binding, lookUp, type Scope } from "./scope.js";

/** What an expression stands for, as far as names tell. */
export type Thing =
  /** A library's or another file's symbol, by the path under which it is imported. */
  | { readonly kind: "symbol"; readonly path: string }
  /** A function, class or method of the file. */
  | { readonly kind: "own"; readonly name: string }
  /** An object that a class made. */
  | { readonly kind: "instance"; readonly of: Thing }
  /** A value that is written down. */
  | { readonly kind: "value"; readonly expression: Expression; readonly scope: Scope };

/** What the classes of a file hold: their methods, what `self.x` is set to, and what they inherit from. */
export interface OwnClass {
  readonly methods: ReadonlySet<string>;
  readonly bases: readonly Expression[];
  readonly scope: Scope;
  readonly attributes: ReadonlyMap<string, readonly { readonly value: Expression; readonly scope: Scope }[]>;
}

/** What a file defines, as far as resolving a name takes it. */
export interface Definitions {
  readonly classes: ReadonlyMap<string, OwnClass>;
  /** What functions return, where it is one expression. */
  readonly returns: ReadonlyMap<string, { readonly value: Expression; readonly scope: Scope }>;
}

/** A name is followed so far through other names. */
const mostSteps = 8;

export function resolve(expression: Expression, scope: Scope, file: Definitions, steps = 0): Thing | undefined {
  if (steps > mostSteps) return undefined;
  switch (expression.kind) {
    case "Name": {
      const found = lookUp(scope, expression.id);
      return found === undefined ? builtin(expression.id) : bound(found.binding, found.scope, file, steps);
    }
    case "Attribute": {
      const object = resolve(expression.object, scope, file, steps + 1);
      return object === undefined ? undefined : member(object, expression.name, file, steps);
    }
    case "Call":
      return made(expression, scope, file, steps);
    case "Await":
      return resolve(expression.value, scope, file, steps);
    case "Operation":
    case "Conditional":
      return oneOf(expression, scope, file, steps) ?? { kind: "value", expression, scope };
    default:
      return { kind: "value", expression, scope };
  }
}

/** What all ways of `given or Log()` and `Log() if on else other` make, where all that is known of them is an object. */
function oneOf(expression: Operation | Conditional, scope: Scope, file: Definitions, steps: number): Thing | undefined {
  const ways =
    expression.kind === "Conditional"
      ? [expression.then, expression.otherwise]
      : expression.operator === "or" || expression.operator === "??"
        ? expression.operands
        : [];
  const things = ways
    .filter((way) => way.kind !== "Literal" || way.value !== null)
    .map((way) => resolve(way, scope, file, steps + 1))
    .filter((thing) => thing !== undefined);
  const [first] = things;
  const isOne = first !== undefined && things.every((thing) => keyOf(thing) === keyOf(first));
  return isOne && first.kind === "instance" ? first : undefined;
}

/** `Log | None` and `Optional[Log]` are a `Log` wherever something is asked of it. */
function withoutNone(annotation: Expression): Expression {
  if (annotation.kind === "Operation" && annotation.operator === "|") {
    const types = annotation.operands.filter((one) => !(one.kind === "Literal" && one.value === null));
    return types.length === 1 && types[0] !== undefined ? withoutNone(types[0]) : annotation;
  }
  const isOptional =
    annotation.kind === "Subscript" && annotation.object.kind === "Name" && annotation.object.id === "Optional";
  return isOptional ? withoutNone(annotation.index) : annotation;
}

function builtin(name: string): Thing {
  return { kind: "symbol", path: `builtins.${name}` };
}

function bound(binding: Binding, scope: Scope, file: Definitions, steps: number): Thing | undefined {
  switch (binding.kind) {
    case "import":
      return { kind: "symbol", path: binding.path };
    case "own":
      return { kind: "own", name: binding.name };
    case "self":
      return { kind: "instance", of: { kind: "own", name: binding.of } };
    case "param": {
      const { annotation } = binding;
      const type = annotation && scope.parent && resolve(withoutNone(annotation), scope.parent, file, steps + 1);
      return type?.kind === "symbol" || type?.kind === "own" ? { kind: "instance", of: type } : undefined;
    }
    case "values":
      return agreed(
        binding.values.map((value) => value && { value, scope }),
        file,
        steps,
      );
  }
}

/** What several assignments have in common. */
function agreed(
  places: readonly ({ readonly value: Expression; readonly scope: Scope } | undefined)[],
  file: Definitions,
  steps: number,
): Thing | undefined {
  const things = places.slice(0, mostSteps).map((one) => one && resolve(one.value, one.scope, file, steps + 1));
  const [first] = things;
  if (first === undefined || things.some((thing) => thing === undefined || keyOf(thing) !== keyOf(first)))
    return undefined;
  return first;
}

function keyOf(thing: Thing): string {
  if (thing.kind === "symbol") return `symbol ${thing.path}`;
  if (thing.kind === "own") return `own ${thing.name}`;
  if (thing.kind === "instance") return `instance of ${keyOf(thing.of)}`;
  const { expression } = thing;
  return expression.kind === "Literal" ? `literal ${String(expression.value)}` : `at ${expression.start}`;
}

function member(object: Thing, name: string, file: Definitions, steps: number): Thing | undefined {
  if (object.kind === "symbol") return { kind: "symbol", path: `${object.path}.${name}` };
  if (object.kind === "own") return { kind: "own", name: `${object.name}.${name}` };
  if (object.kind === "value") return undefined;
  const type = object.of;
  if (type.kind === "symbol") return { kind: "symbol", path: `${type.path}.${name}` };
  return type.kind === "own" ? ownMember(type.name, name, file, steps) : undefined;
}

function ownMember(type: string, name: string, file: Definitions, steps: number): Thing | undefined {
  const owner = steps > mostSteps ? undefined : file.classes.get(type);
  if (owner === undefined) return undefined;
  if (owner.methods.has(name)) return { kind: "own", name: `${type}.${name}` };
  const set = owner.attributes.get(name);
  if (set !== undefined) return agreed(set, file, steps + 1);
  for (const base of owner.bases) {
    const parent = resolve(base, owner.scope, file, steps + 1);
    if (parent?.kind === "symbol") return { kind: "symbol", path: `${parent.path}.${name}` };
    const inherited = parent?.kind === "own" ? ownMember(parent.name, name, file, steps + 1) : undefined;
    if (inherited !== undefined) return inherited;
  }
  return undefined;
}

/** What a call gives: an object of the class that is called, or what a function of the file returns. */
function made({ callee, args }: Call, scope: Scope, file: Definitions, steps: number): Thing | undefined {
  const called = resolve(callee, scope, file, steps + 1);
  const module = args[0]?.value;
  if (called?.kind === "symbol" && called.path === "builtins.require" && module?.kind === "Literal")
    return { kind: "symbol", path: String(module.value) };
  if (called?.kind === "own") {
    if (file.classes.has(called.name)) return { kind: "instance", of: called };
    const returned = file.returns.get(called.name);
    return returned && resolve(returned.value, returned.scope, file, steps + 1);
  }
  return called?.kind === "symbol" ? ofSymbol(called.path) : undefined;
}

function ofSymbol(path: string): Thing | undefined {
  const parts = path.split(".");
  const last = parts.at(-1) ?? "";
  const known = factories.find(([pattern]) => pattern.test(path));
  if (known !== undefined) return { kind: "instance", of: { kind: "symbol", path: known[1] } };
  if (isClassName(last)) return { kind: "instance", of: { kind: "symbol", path } };
  // A class's own way of making one: `AutoModel.from_pretrained`, `SparkSession.builder`.
  const owner = parts.findLastIndex(isClassName);
  const makes = owner >= 0 && /^(?:from_|load|create|build|open|get_or_create|getOrCreate|builder)/.test(last);
  if (!makes) return undefined;
  return { kind: "instance", of: { kind: "symbol", path: parts.slice(0, owner + 1).join(".") } };
}

/** `StandardScaler`, `SVC`, but no constant such as `MAX_DEPTH`. */
function isClassName(name: string): boolean {
  return /^[A-Z][A-Za-z0-9]*$/.test(name);
}

/** Functions whose result has methods that detectors ask about. */
const factories: readonly (readonly [RegExp, string])[] = [
  [/^pandas\.(?:read_\w+|concat|merge|get_dummies)$/, "pandas.DataFrame"],
  [/^polars\.(?:read_\w+|scan_\w+|concat)$/, "polars.DataFrame"],
  [/^datasets\.load_dataset$/, "datasets.Dataset"],
  [/^optuna\.create_study$/, "optuna.study.Study"],
  [/^sklearn\.pipeline\.make_pipeline$/, "sklearn.pipeline.Pipeline"],
  [/^sklearn\.compose\.make_column_transformer$/, "sklearn.compose.ColumnTransformer"],
  [/^logging\.getLogger$/, "logging.Logger"],
  [/^structlog\.get_logger$/, "logging.Logger"],
  [/^wandb\.init$/, "wandb.Run"],
];
