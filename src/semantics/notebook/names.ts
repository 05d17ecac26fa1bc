import type { Expression, Name } from "../../syntax/expressions.js";
import type { FunctionForm, Statement } from "../../syntax/form.js";
import { memo } from "../code/memo.js";
import { eachStatement, eachStatementInScope, nestedBlocks, pushExpressions, pushParts } from "../code/visit.js";
import { boundNames, functionNames, targetNames } from "../follow/environment.js";

/** What one statement of a notebook's top level does with the notebook's own names. */
export interface NameUse {
  /** Names that it gives a value, with the statement's kind of doing so. */
  readonly sets: ReadonlyMap<string, "value" | "import" | "definition">;
  /** Names whose value it changes in place: `frame["a"] = 1`, `model.fit(rows)`. */
  readonly changes: ReadonlySet<string>;
  /** Names that it needs when it runs, in order. */
  readonly reads: readonly Name[];
  /** Names that its functions read when they are called. */
  readonly later: readonly Name[];
}

/** Python's rules of scopes: what functions, classes and comprehensions call their own is no name of the notebook's. */
export const namesOf: (statement: Statement) => NameUse = memo((statement: Statement) => {
  const use = {
    sets: setBy(statement),
    changes: new Set<string>(),
    reads: [] as Name[],
    later: [] as Name[],
  };
  readBlock([statement], { own: new Set(), isLater: false }, use);
  // A loop may read in its second round what it set in the first; an assignment reads before it sets.
  const targets = new Set<string>();
  if (statement.kind === "Assign") for (const one of statement.targets) targetNames(one, targets);
  const reads = use.reads.filter(({ id }) => !use.sets.has(id) || targets.has(id)).sort((a, b) => a.start - b.start);
  return { ...use, reads };
});

/** What a statement sets of the notebook's names, and those that functions in it declare to be the notebook's. */
function setBy(statement: Statement): Map<string, "value" | "import" | "definition"> {
  const names = [...boundNames([statement], "python"), ...globalsIn([statement], eachStatement)];
  const sets = new Map<string, "value" | "import" | "definition">(names.map((name) => [name, "value"]));
  eachStatementInScope([statement], (one) => {
    if (one.kind === "Import") for (const { local } of one.names) sets.set(local, "import");
    if (one.kind === "FunctionStatement") sets.set(one.function.name ?? "", "definition");
    if (one.kind === "ClassStatement") sets.set(one.name ?? "", "definition");
  });
  return sets;
}

interface Scope {
  readonly own: ReadonlySet<string>;
  readonly isLater: boolean;
}

interface Reading {
  readonly changes: Set<string>;
  readonly reads: Name[];
  readonly later: Name[];
}

function readBlock(body: readonly Statement[], scope: Scope, use: Reading): void {
  for (const statement of body) {
    // Whoever catches the error of a missing name expects it to be missing.
    const isGuarded = statement.kind === "Try" && statement.handlers.length > 0;
    if (isGuarded) for (const block of nestedBlocks(statement).slice(1)) readBlock(block, scope, use);
    else readStatement(statement, scope, use);
  }
}

function readStatement(statement: Statement, scope: Scope, use: Reading): void {
  const targets = statement.kind === "Assign" ? statement.targets : [];
  if (statement.kind === "Assign" || statement.kind === "Delete") noteChanges(statement.targets, use);
  if (statement.kind === "ExpressionStatement") noteCall(statement.expression, use);
  const found: Expression[] = [];
  pushExpressions(statement, found);
  const plain = new Set<Expression>();
  const isRead = statement.kind === "Assign" && statement.operator !== undefined;
  if (!isRead) for (const target of targetsOf(statement, targets)) eachTargetName(target, (name) => plain.add(name));
  for (const one of found) readExpression(one, scope, plain, use);
  if (statement.kind === "FunctionStatement") readFunction(statement.function, scope, use);
  else if (statement.kind === "ClassStatement")
    readBlock(statement.body, { ...scope, own: union(scope.own, boundNames(statement.body, "python")) }, use);
  for (const block of nestedBlocks(statement)) readBlock(block, scope, use);
}

function targetsOf(statement: Statement, assigned: readonly Expression[]): readonly Expression[] {
  if (statement.kind === "Loop") return statement.target === undefined ? [] : [statement.target];
  if (statement.kind === "With") return statement.items.flatMap(({ target }) => (target === undefined ? [] : [target]));
  return statement.kind === "Delete" ? statement.targets : assigned;
}

function readExpression(root: Expression, scope: Scope, plain: ReadonlySet<Expression>, use: Reading): void {
  const pending: Expression[] = [root];
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    if (one.kind === "Name") {
      if (!scope.own.has(one.id) && !plain.has(one)) (scope.isLater ? use.later : use.reads).push(one);
    } else if (one.kind === "FunctionExpression") {
      readFunction(one.function, scope, use);
      pushParts(one, pending);
    } else if (one.kind === "Comprehension") {
      const own = new Set(scope.own);
      for (const { target } of one.clauses) targetNames(target, own);
      const parts: Expression[] = [];
      pushParts(one, parts);
      // What the first clause goes through is evaluated in the scope around it.
      const first = one.clauses[0]?.iterable;
      for (const part of parts) readExpression(part, part === first ? scope : { ...scope, own }, plain, use);
    } else if (one.kind === "AssignExpression" && one.target.kind === "Name") {
      pending.push(one.value);
    } else {
      pushParts(one, pending);
    }
  }
}

function readFunction(form: FunctionForm, scope: Scope, use: Reading): void {
  const { body } = form;
  const own = union(scope.own, functionNames(form, "python"));
  for (const name of globalsIn(body, eachStatementInScope)) own.delete(name);
  readBlock(body, { own, isLater: true }, { ...use, changes: new Set() });
}

/** Names that statements declare to be the module's. */
function globalsIn(body: readonly Statement[], each: typeof eachStatement): readonly string[] {
  const found: string[] = [];
  each(body, (statement) => {
    if (statement.kind === "OuterNames" && statement.scope === "global") found.push(...statement.names);
  });
  return found;
}

function eachTargetName(target: Expression, visit: (name: Name) => void): void {
  if (target.kind === "Name") visit(target);
  else if (target.kind === "Sequence") for (const item of target.items) eachTargetName(item, visit);
  else if (target.kind === "Spread") eachTargetName(target.value, visit);
}

function noteChanges(targets: readonly Expression[], { changes }: Reading): void {
  for (const target of targets) {
    if (target.kind === "Sequence") noteChanges(target.items, { changes, reads: [], later: [] });
    const root = target.kind === "Name" ? undefined : rootOf(target);
    if (root !== undefined) changes.add(root);
  }
}

/** A call as a statement of its own is there for what it does. */
function noteCall(expression: Expression, { changes }: Reading): void {
  if (expression.kind !== "Call" || expression.callee.kind !== "Attribute") return;
  const { callee, args } = expression;
  const isInPlace = args.some(
    ({ name, value }) => name === "inplace" && value.kind === "Literal" && value.value === true,
  );
  const root = rootOf(callee.object);
  if (root !== undefined && (isInPlace || changing.has(callee.name))) changes.add(root);
}

const changing = new Set([
  "fit",
  "partial_fit",
  "train",
  "load_state_dict",
  "append",
  "extend",
  "update",
  "pop",
  "step",
]);

function rootOf(expression: Expression): string | undefined {
  let root = expression;
  while (root.kind === "Attribute" || root.kind === "Subscript") root = root.object;
  return root.kind === "Name" ? root.id : undefined;
}

function union(names: Iterable<string>, more: Iterable<string>): Set<string> {
  return new Set([...names, ...more]);
}
