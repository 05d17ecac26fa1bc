import { isModuleType } from "../../knowledge/torch.js";
import type { Expression } from "../../syntax/expressions.js";
import type { FormModule, Loop } from "../../syntax/form.js";
import { eachStatement } from "../code/visit.js";
import { isCalledModule } from "./modules.js";
import type { Model } from "../model.js";
import { alternatives, type Entity, type Value } from "../values.js";
import { memo } from "../code/memo.js";

/** Parameters of a module: all of them, those that want gradients, or some that a condition or a position picks. */
export interface ParameterSource {
  readonly module: Entity;
  readonly part: "all" | "trainable" | "some";
}

/** What an optimizer (or whoever takes parameters) is given. */
export interface ParameterSet {
  readonly sources: readonly ParameterSource[];
  /** Single tensors, made as parameters or read off a module. */
  readonly tensors: readonly Entity[];
  /** False when something among them is not known. */
  readonly isComplete: boolean;
}

interface Gathering {
  readonly model: Model;
  readonly sources: ParameterSource[];
  readonly tensors: Entity[];
  readonly seen: Set<Entity>;
  isComplete: boolean;
}

/** Whose parameters a value holds, through lists, groups, chains, filters and comprehensions. */
export function parametersIn(model: Model, value: Value | undefined): ParameterSet {
  const found: Gathering = { model, sources: [], tensors: [], seen: new Set(), isComplete: true };
  gather(found, value, "all");
  return found;
}

function gather(into: Gathering, value: Value | undefined, part: ParameterSource["part"]): void {
  if (value === undefined) into.isComplete = false;
  else if (value.kind === "tuple") for (const item of value.items) gather(into, item, part);
  else if (value.kind === "union") for (const option of value.options) gather(into, option, part);
  else if (value.kind === "entity" && !into.seen.has(value)) {
    into.seen.add(value);
    gatherEntity(into, value, part);
  } else if (value.kind !== "entity" && value.kind !== "literal") into.isComplete = false;
}

function gatherEntity(into: Gathering, value: Entity, part: ParameterSource["part"]): void {
  const { origin } = value;
  if (isTensor(value)) {
    into.tensors.push(value);
    return;
  }
  switch (origin.how) {
    case "call":
      gatherCall(into, value, origin, part);
      return;
    case "container":
      gatherContainer(into, value, part);
      return;
    case "operation":
      if (origin.operator === "+") for (const from of value.from) gather(into, from, part);
      else gather(into, value.from[0], "some");
      return;
    case "element":
      // The second of each pair of `named_parameters()`; what a loop takes out of `parameters()`.
      gather(into, origin.of, origin.index === 0 ? "some" : asksForGradients(value) ? "trainable" : part);
      return;
    case "index":
    case "slice":
      gather(into, origin.of, "some");
      return;
    case "attribute":
      if (isModuleLike(value)) into.sources.push({ module: value, part: "some" });
      else if (origin.of.kind === "entity" && holdsWeights(origin.of)) {
        into.sources.push({ module: origin.of, part: "some" });
        into.tensors.push(value);
        return;
      } else into.tensors.push(value);
      into.isComplete = false;
      return;
    default:
      if (isModuleLike(value)) into.sources.push({ module: value, part: "some" });
      else into.isComplete = false;
  }
}

function gatherCall(
  into: Gathering,
  value: Entity,
  origin: Entity["origin"] & { readonly how: "call" },
  part: ParameterSource["part"],
): void {
  const { path, method, receiver, args } = origin;
  const [first] = args.positional;
  if (isModuleLike(value)) into.sources.push({ module: value, part: "some" });
  else if (method === "parameters" || method === "named_parameters") {
    for (const module of alternatives(receiver)) {
      if (module.kind === "entity") into.sources.push({ module, part });
      else into.isComplete = false;
    }
  } else if (path !== undefined && handsOn.test(path)) {
    if (args.open && args.spread === undefined) into.isComplete = false;
    for (const given of [...args.positional, ...(args.spread ?? [])]) gather(into, given, part);
    for (const held of into.model.heldBy(value)) gather(into, held, part);
  } else if (path === "builtins.filter") {
    gather(into, args.positional[1], narrowed(part, first === undefined ? "" : sourceOf(first)));
  } else if (method === "values" || method === "items") gather(into, receiver, part);
  else {
    // Somebody out of sight chooses among what is given.
    into.isComplete = false;
    for (const given of [...(receiver === undefined ? [] : [receiver]), ...args.positional]) {
      if (given.kind === "entity" && (isModuleLike(given) || given.origin.how === "call")) gather(into, given, "some");
    }
  }
}

/** Functions whose result is what they were given. */
const handsOn =
  /^(builtins\.(list|tuple|iter|set|sorted|reversed|dict)|itertools\.chain(\.from_iterable)?|tqdm\.\w+|builtins\.next)$/;

function gatherContainer(into: Gathering, value: Entity, part: ParameterSource["part"]): void {
  if (value.type === "builtins.dict" && value.site?.kind !== "Comprehension") {
    const group = value.fields.get("[params]")?.initial;
    if (typeof group === "object") gather(into, group, part);
    else for (const from of value.from) gather(into, from, part);
  } else if (value.site?.kind === "Comprehension") {
    const conditions = value.site.clauses.flatMap((clause) => clause.conditions);
    const text = conditions.map(({ start, end }) => value.unit.form.text.slice(start, end)).join(" ");
    gather(into, value.from[0], conditions.length === 0 ? part : narrowed(part, text));
  } else for (const from of value.items ?? value.from) gather(into, from, part);
  for (const held of into.model.heldBy(value)) gather(into, held, part);
}

function narrowed(part: ParameterSource["part"], condition: string): ParameterSource["part"] {
  return part === "some" || !condition.includes("requires_grad") ? "some" : "trainable";
}

function sourceOf(value: Value): string {
  if (value.kind !== "closure") return "";
  return value.unit.form.text.slice(value.form.start, value.form.end);
}

function isModuleLike(value: Entity): boolean {
  return isCalledModule(value) || (value.type !== undefined && isModuleType(value.type));
}

/** `layer.weight`, `model.encoder.bias` of a module with a name of its own, not of one that a loop takes out of many. */
function holdsWeights(value: Entity): boolean {
  const { origin } = value;
  if (origin.how === "attribute" && origin.of.kind === "entity" && !isModuleLike(value)) return holdsWeights(origin.of);
  return isModuleLike(value) && origin.how !== "element" && origin.how !== "index";
}

const loopsOver = memo((form: FormModule): ReadonlyMap<Expression, Loop> => {
  const found = new Map<Expression, Loop>();
  eachStatement(form.body, (statement) => {
    if (statement.kind === "Loop" && statement.iterable !== undefined) found.set(statement.iterable, statement);
  });
  return found;
});

/** Does the loop that takes a parameter out look whether it wants gradients, before it puts it anywhere? */
function asksForGradients({ site, unit }: Entity): boolean {
  if (site === undefined) return false;
  const loop = loopsOver(unit.form).get(site);
  return loop !== undefined && /requires_grad\b(?!\s*=[^=])/.test(unit.form.text.slice(loop.start, loop.end));
}

function isTensor({ type, origin }: Entity): boolean {
  if (type !== undefined && /^torch\.(Tensor|nn\.(parameter\.)?Parameter)$/.test(type)) return true;
  if (origin.how !== "call" || origin.path === undefined) return false;
  return /^torch\.(nn\.Parameter|autograd\.Variable|(zeros|ones|rand|randn|full|empty|tensor)(_like)?)$/.test(
    origin.path,
  );
}
