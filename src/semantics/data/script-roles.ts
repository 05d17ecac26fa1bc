import type { Call, Expression, Name } from "../../syntax/expressions.js";
import { scopeOf, surroundingsOf } from "../code/surroundings.js";
import type { Model } from "../model.js";
import { roleOfName } from "./own-names.js";

/** What rows are for in a script; "either" for a part that a function called `split...` hands out. */
export type ScriptRole = "train" | "test" | "validation" | "either" | undefined;

/** Are these the two sides of a split, one to train on and one that is held out? */
export function areApart(first: ScriptRole, second: ScriptRole): boolean {
  if (first === undefined || second === undefined) return false;
  return first !== second || first === "either";
}

/** What an expression's rows are for, by the name or key that they get, or by what is done with them. */
export function roleOfPart(model: Model, part: Expression): ScriptRole {
  return climb(model, part, 0, new Set());
}

/** The same of an array of parts that is taken apart: `const [train, test] = ...`. */
export function rolesOfParts(model: Model, whole: Expression): readonly ScriptRole[] {
  const statement = surroundingsOf(model.form).statements.get(whole);
  if (statement?.kind !== "Assign") return [];
  return statement.targets.flatMap((target) =>
    target.kind === "Sequence" ? target.items.map((item) => roleOfTarget(model, item, 0, new Set())) : [],
  );
}

/** What the rows are for that a call leaves in an array: of its name, or of what is done with it afterwards. */
export function roleOfRest(model: Model, rows: Expression): ScriptRole {
  return roleOfTarget(model, rows, 0, new Set([rows]));
}

/** Further than that, what is done says little of these rows. */
const mostSteps = 3;

function climb(model: Model, from: Expression, depth: number, seen: Set<Expression>): ScriptRole {
  const { parents, statements, functions } = surroundingsOf(model.form);
  if (seen.has(from)) return undefined;
  seen.add(from);
  let at = from;
  for (let parent = parents.get(at); parent !== undefined; at = parent, parent = parents.get(at)) {
    if (parent.kind === "Call" && parent.callee !== at) {
      const role = roleByCall(parent);
      if (role !== undefined) return role;
    }
    // An index or a comparison holds no rows any more.
    if (parent.kind === "Comparison" || (parent.kind === "Subscript" && parent.object !== at)) return undefined;
    if (parent.kind === "Attribute" && /^(length|size|shape|dispose|print)$/.test(parent.name)) return undefined;
    if (parent.kind === "Mapping") {
      const key = parent.entries.find(({ value }) => value === at)?.key;
      const role = key?.kind === "Name" ? roleOfName(key.id) : roleOfName(String(keyText(key)));
      if (role !== undefined) return role;
    }
  }
  const statement = statements.get(at);
  if (statement?.kind === "Return") return /split/i.test(functions.get(at)?.name ?? "") ? "either" : undefined;
  if (statement?.kind !== "Assign" || statement.value === undefined) return undefined;
  if (statement.targets.some((target) => isWithin(target, from))) return undefined;
  for (const target of statement.targets) {
    const own = matching(target, statement.value, from);
    const role = own === undefined ? undefined : roleOfTarget(model, own, depth, seen);
    if (role !== undefined) return role;
  }
  return undefined;
}

function keyText(key: Expression | undefined): unknown {
  return key?.kind === "Literal" ? key.value : undefined;
}

function isWithin(outer: Expression, inner: Expression): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** In `[a, b] = [rows.slice(0, 9), rows.slice(9)]` each has its own name. */
function matching(target: Expression, value: Expression, part: Expression): Expression | undefined {
  if (target.kind !== "Sequence" || value.kind !== "Sequence") return target;
  const index = value.items.findIndex((item) => isWithin(item, part));
  return target.items[index];
}

function roleOfTarget(model: Model, target: Expression, depth: number, seen: Set<Expression>): ScriptRole {
  if (target.kind === "Attribute") return roleOfName(target.name);
  if (target.kind === "Sequence" || target.kind === "Mapping") {
    const parts = target.kind === "Sequence" ? target.items : target.entries.map(({ value }) => value);
    for (const part of parts) {
      const role = roleOfTarget(model, part, depth, seen);
      if (role !== undefined) return role;
    }
    return undefined;
  }
  if (target.kind !== "Name") return undefined;
  return roleOfName(target.id) ?? (depth < mostSteps ? roleByUse(model, target, depth, seen) : undefined);
}

function roleByUse(model: Model, name: Name, depth: number, seen: Set<Expression>): ScriptRole {
  const { form } = model;
  const scope = scopeOf(form, name);
  for (const reference of surroundingsOf(form).names.get(name.id) ?? []) {
    if (reference === name || scopeOf(form, reference) !== scope) continue;
    const role = climb(model, reference, depth + 1, seen);
    if (role !== undefined) return role;
  }
  return undefined;
}

/** `writeFileSync("train.csv", rows)`, `model.fit(rows)`, `net.train(rows)`, `evaluate(rows)`, `train.push(...rows)`, `testSet.addAll(rows)`. */
function roleByCall({ callee, args }: Call): ScriptRole {
  const name = callee.kind === "Attribute" ? callee.name : callee.kind === "Name" ? callee.id : "";
  if (/^(write|save)/i.test(name)) {
    const path = args.find(({ value }) => value.kind === "Literal" && typeof value.value === "string")?.value;
    return path?.kind === "Literal" ? roleOfName(String(path.value)) : undefined;
  }
  if (/^(fit|fitDataset|train|trainAsync|trainOnBatch|fitModel|trainModel)$/.test(name)) return "train";
  if (/^(evaluate\w*|test|validate|score|accuracy|run)$/.test(name)) return "test";
  if (callee.kind !== "Attribute" || !/^(push|concat|unshift|add\w*)$/.test(name)) return undefined;
  const { object } = callee;
  return object.kind === "Name"
    ? roleOfName(object.id)
    : object.kind === "Attribute"
      ? roleOfName(object.name)
      : undefined;
}
