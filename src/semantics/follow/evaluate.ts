import type { Expression, Mapping, Operation, Sequence, Template } from "../../syntax/expressions.js";
import { isBuiltin } from "../../knowledge/builtins.js";
import { pageGlobals } from "../../knowledge/script-globals.js";
import { assign } from "./assign.js";
import { attributeOf } from "./attributes.js";
import { eitherWay } from "./branches.js";
import { evaluateCall } from "./calls.js";
import { anonymous, thisValue } from "./closures.js";
import { elementOf } from "./elements.js";
import { memberAt, oneOfThose } from "./entries.js";
import { comprehension } from "./comprehension.js";
import { findCell, type Environment } from "./environment.js";
import { foldComparison, foldOperation } from "./fold.js";
import { makeEntity, setField, subscriptField, type Run } from "./run.js";
import { cell } from "./store.js";
import { readCell } from "./read-cell.js";
import { starName } from "./star-names.js";
import { memberSymbol, symbolFor } from "./symbols.js";
import { joinValues, truth, type Entity, type Value } from "../values.js";

/** Deeper expressions than people write are left unknown, so that generated code cannot exhaust the stack. */
const deepest = 300;

/** The value of an expression in a scope, and its effects on the run. Total: what cannot be known is an entity of unknown origin. */
export function evaluate(run: Run, scope: Environment, expression: Expression): Value {
  if (run.depth > deepest) return unknown(run, expression, []);
  run.depth++;
  const value = evaluateInner(run, scope, expression);
  run.depth--;
  return value;
}

function evaluateInner(run: Run, scope: Environment, expression: Expression): Value {
  switch (expression.kind) {
    case "Name":
      return nameValue(run, scope, expression.id, expression);
    case "Literal":
      return expression.value === undefined || expression.type === "bytes"
        ? unknown(run, expression, [])
        : { kind: "literal", value: expression.value };
    case "Attribute":
      return attributeOf(run, evaluate(run, scope, expression.object), expression.name, expression);
    case "Call":
      return evaluateCall(run, scope, expression);
    case "Subscript":
      return subscript(run, scope, expression);
    case "Sequence":
      return sequence(run, scope, expression);
    case "Mapping":
      return mapping(run, scope, expression);
    case "Operation": {
      const operands = evaluateOperands(run, scope, expression);
      const folded = foldOperation(expression.operator, operands);
      return folded ?? makeEntity(run, { how: "operation", operator: expression.operator }, expression, operands);
    }
    case "Comparison": {
      const operands = evaluateAll(run, scope, expression.operands);
      if (run.frame.unit === run.main) {
        expression.operands.forEach((operand, index) => noteValue(run, operand, operands[index]!));
      }
      const folded = foldComparison(expression.operators, operands);
      return (
        folded ?? makeEntity(run, { how: "operation", operator: expression.operators[0] ?? "==" }, expression, operands)
      );
    }
    case "Conditional": {
      const known = truth(evaluate(run, scope, expression.test));
      if (known === true) return evaluate(run, scope, expression.then);
      if (known === false) return evaluate(run, scope, expression.otherwise);
      let then: Value | undefined;
      let otherwise: Value | undefined;
      eitherWay(
        run,
        () => (then = evaluate(run, scope, expression.then)),
        () => (otherwise = evaluate(run, scope, expression.otherwise)),
      );
      return joinValues(then!, otherwise!);
    }
    case "FunctionExpression":
      return anonymous(run, scope, expression.function);
    case "Comprehension":
      return comprehension(run, scope, expression);
    case "AssignExpression": {
      const value = evaluate(run, scope, expression.value);
      assign(run, scope, expression.target, value);
      return value;
    }
    case "Await":
      return evaluate(run, scope, expression.value);
    case "Yield": {
      const value = expression.value === undefined ? undefined : evaluate(run, scope, expression.value);
      if (value !== undefined) run.frame.yields.push(value);
      run.frame.onYield?.(value);
      return unknown(run, expression, []);
    }
    case "Spread":
      return elementOf(run, evaluate(run, scope, expression.value), expression);
    case "Template":
      return template(run, scope, expression);
    case "Unknown":
      return unknown(run, expression, evaluateAll(run, scope, expression.parts));
    case "Slice":
      return unknown(
        run,
        expression,
        evaluateAll(
          run,
          scope,
          [expression.lower, expression.upper, expression.step].filter((part) => part !== undefined),
        ),
      );
  }
}

function evaluateAll(run: Run, scope: Environment, expressions: readonly Expression[]): Value[] {
  const values: Value[] = [];
  for (const expression of expressions) values.push(evaluate(run, scope, expression));
  return values;
}

/** `and` and `or` leave out what they need not look at: `scaler or StandardScaler().fit(x)` fits nothing where there is a scaler. */
function evaluateOperands(run: Run, scope: Environment, { operator, operands }: Operation): Value[] {
  const decisive = operator === "and" ? false : operator === "or" ? true : undefined;
  const values: Value[] = [];
  for (const operand of operands) {
    const value = evaluate(run, scope, operand);
    values.push(value);
    if (decisive !== undefined && truth(value) === decisive) break;
  }
  return values;
}

export function unknown(run: Run, site: Expression | undefined, from: readonly Value[]): Entity {
  return makeEntity(run, { how: "unknown" }, site, from);
}

function nameValue(run: Run, scope: Environment, name: string, site: Expression): Value {
  const place = findCell(scope, name);
  if (place !== undefined) return readCell(run, place) ?? unknown(run, site, []);
  if (name === "this") return thisValue(run) ?? unknown(run, site, []);
  if (run.frame.unit.form.language === "typescript") return symbolFor(run, globalSymbol(name));
  const builtins = symbolFor(run, "builtins");
  return (
    builtins.members?.get(name) ?? (isBuiltin(name) ? memberSymbol(run, builtins, name) : strayName(run, name, site))
  );
}

/** A name that nothing in sight binds but a star import, or nothing at all: one value wherever it stands. */
function strayName(run: Run, name: string, site: Expression): Value {
  const path = starName(run.frame.unit.form, name);
  const made = path === undefined ? unknown(run, site, []) : symbolFor(run, path);
  run.frame.unit.globals.cells.set(name, cell(made));
  return made;
}

function globalSymbol(name: string): string {
  return pageGlobals.get(name) ?? `globals.${name}`;
}

function noteValue(run: Run, expression: Expression, value: Value): void {
  const before = run.record.values.get(expression);
  run.record.values.set(expression, before === undefined ? value : joinValues(before, value));
}

function subscript(run: Run, scope: Environment, expression: Expression & { kind: "Subscript" }): Value {
  const object = evaluate(run, scope, expression.object);
  const by = expression.index;
  const first = by.kind === "Sequence" ? by.items[0] : by;
  if (first?.kind === "Slice") {
    const bounds = evaluate(run, scope, by);
    return makeEntity(run, { how: "slice", of: object, by }, expression, [object, bounds]);
  }
  const index = evaluate(run, scope, by);
  // A class subscripted by a type is still that class: `List[int]`, `Dataset[Row]`.
  if (object.kind === "symbol" || object.kind === "class") return object;
  if (index.kind === "literal") {
    const known = memberAt(run, object, index.value);
    if (known !== undefined) return known;
  } else {
    const known = oneOfThose(run, object);
    if (known !== undefined) return known;
  }
  return makeEntity(run, { how: "index", of: object, by }, expression, [object, index]);
}

function sequence(run: Run, scope: Environment, expression: Sequence): Value {
  const items = expression.items.map((item) => evaluate(run, scope, item));
  const hasSpread = expression.items.some((item) => item.kind === "Spread");
  if (expression.form === "tuple" && !hasSpread) return { kind: "tuple", items };
  return makeEntity(run, { how: "container" }, expression, items, {
    type: `builtins.${expression.form}`,
    items: hasSpread ? undefined : items,
  });
}

function mapping(run: Run, scope: Environment, expression: Mapping): Value {
  const entries = expression.entries.map(({ key, value }) => ({
    key: key === undefined ? undefined : evaluate(run, scope, key),
    value: evaluate(run, scope, value),
  }));
  const made = makeEntity(
    run,
    { how: "container" },
    expression,
    entries.map((entry) => entry.value),
    { type: "builtins.dict" },
  );
  for (const { key, value } of entries) {
    if (key?.kind === "literal") setField(made, subscriptField(run, key.value), cell(value));
  }
  return made;
}

/** `f"{column}_rate"`, where the column is known, is a text like any other. */
function template(run: Run, scope: Environment, expression: Template): Value {
  const parts = evaluateAll(run, scope, expression.parts);
  let text = expression.texts[0] ?? "";
  for (const [index, part] of parts.entries()) {
    if (part.kind !== "literal" || part.value === null) return unknown(run, expression, parts);
    text += String(part.value) + (expression.texts[index + 1] ?? "");
  }
  return parts.length === 0 ? unknown(run, expression, parts) : { kind: "literal", value: text };
}
