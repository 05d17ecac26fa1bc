import type { Call, Expression } from "../../syntax/expressions.js";
import type { Branch, Statement } from "../../syntax/form.js";
import { perModel } from "../code/per-model.js";
import { scopeOf, surroundingsOf } from "../code/surroundings.js";
import { eachExpression, eachStatementInScope, pushExpressions, pushParts } from "../code/visit.js";
import type { Model } from "../model.js";
import { roleOfName } from "./own-names.js";
import { areApart, roleOfPart, rolesOfParts } from "./script-roles.js";

/** A row that is drawn into the one part or the other by itself: `Math.random() < 0.8 ? train : test`. */
export interface RowDraw {
  /** What draws the number. */
  readonly draw: Call;
  /** What the number is compared with. */
  readonly threshold: Expression;
}

/** The draws of a script that decide which part of a split a row goes to. */
export const rowDraws = perModel((model): readonly RowDraw[] => {
  if (!/rand|rng|prng|uniform|\.next\(|\.double\(|\.quick\(/i.test(model.form.text)) return [];
  const found: RowDraw[] = [];
  eachExpression(model.form.body, (expression) => {
    if (expression.kind !== "Comparison" || expression.operands.length !== 2) return;
    const [left, right] = expression.operands;
    const draw = drawOf(model, left) ?? drawOf(model, right);
    if (draw === undefined || left === undefined || right === undefined) return;
    const threshold = drawOf(model, left) === undefined ? left : right;
    if (decidesPart(model, expression)) found.push({ draw, threshold });
  });
  return found.sort((a, b) => a.draw.start - b.draw.start);
});

/** A call without arguments that gives a random number, or the name of what one gave. */
function drawOf(model: Model, expression: Expression | undefined): Call | undefined {
  if (expression?.kind === "Call") {
    const { callee, args } = expression;
    return args.length === 0 && /(rand|rng|uniform|^next$|double|quick)\w*$/i.test(nameOf(callee))
      ? expression
      : undefined;
  }
  if (expression?.kind !== "Name") return undefined;
  const { names, statements } = surroundingsOf(model.form);
  const scope = scopeOf(model.form, expression);
  for (const reference of names.get(expression.id) ?? []) {
    const statement = statements.get(reference);
    if (statement?.kind !== "Assign" || !statement.targets.includes(reference)) continue;
    if (scopeOf(model.form, reference) === scope && statement.value?.kind === "Call")
      return drawOf(model, statement.value);
  }
  return undefined;
}

function nameOf(callee: Expression): string {
  return callee.kind === "Attribute" ? callee.name : callee.kind === "Name" ? callee.id : "";
}

/** Does the outcome of a comparison say whether a row is trained on? */
function decidesPart(model: Model, test: Expression): boolean {
  const { parents, statements, functions, definitions } = surroundingsOf(model.form);
  let at = test;
  for (let parent = parents.get(at); parent !== undefined; at = parent, parent = parents.get(at))
    if (parent.kind === "Conditional" && isWithin(parent.test, test) && arePartNames([parent.then], [parent.otherwise]))
      return true;
  const statement = statements.get(at);
  switch (statement?.kind) {
    case "Branch":
      return isWithin(statement.test, test) && areParts(model, statement);
    case "Assign":
      return statement.targets.some(
        (target) => target.kind === "Name" && /^(is|in|for|use|to)?_?(train|test|val)/i.test(target.id),
      );
    case "Return": {
      // `rows.filter(() => Math.random() < 0.8)`.
      const form = functions.get(test);
      const step = form === undefined ? undefined : definitions.get(form)?.at;
      const call = step?.kind === "FunctionExpression" ? parents.get(step) : undefined;
      if (call?.kind !== "Call") return false;
      const [first, second] = rolesOfParts(model, call);
      if (nameOf(call.callee) === "partition") return areApart(first, second);
      if (nameOf(call.callee) !== "filter") return false;
      return roleOfPart(model, call) !== undefined && hasOtherPart(model);
    }
    default:
      return false;
  }
}

function isWithin(outer: Expression, inner: Expression): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** `if (draw) train.push(row); else test.push(row);`, the second also behind a branch that leaves. */
function areParts(model: Model, branch: Branch): boolean {
  const block = surroundingsOf(model.form).blocks.get(branch) ?? [];
  const rest = branch.otherwise.length > 0 ? branch.otherwise : block.slice(block.indexOf(branch) + 1);
  return arePartNames(expressionsIn(branch.body), expressionsIn(rest));
}

function expressionsIn(body: readonly Statement[]): readonly Expression[] {
  const found: Expression[] = [];
  eachStatementInScope(body, (statement) => pushExpressions(statement, found));
  return found;
}

function arePartNames(first: readonly Expression[], second: readonly Expression[]): boolean {
  const roles = rolesIn(first);
  const others = rolesIn(second);
  return [...roles].some((role) => [...others].some((other) => other !== role));
}

/** The roles of the names, keys and short strings in expressions. */
function rolesIn(expressions: readonly Expression[]): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [...expressions];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const name =
      next.kind === "Name"
        ? next.id
        : next.kind === "Attribute"
          ? next.name
          : next.kind === "Literal" && typeof next.value === "string" && next.value.length < 20
            ? next.value
            : "";
    const role = roleOfName(name);
    if (role !== undefined) found.add(role);
    pushParts(next, pending);
  }
  return found;
}

/** Is there a name for held-out rows beside one for those that are trained on? */
function hasOtherPart(model: Model): boolean {
  const roles = new Set([...surroundingsOf(model.form).names.keys()].map((name) => roleOfName(name)));
  return roles.has("train") && (roles.has("test") || roles.has("validation"));
}
