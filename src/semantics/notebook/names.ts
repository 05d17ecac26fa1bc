import type { Expression, Name } from "../../syntax/expressions.js";
import type { FunctionForm, Statement } from "../../syntax/form.js";
import { memo } from "../code/memo.js";
import { eachStatementInScope, nestedBlocks, pushExpressions, pushParts } from "../code/visit.js";

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
    sets: new Map<string, "value" | "import" | "definition">(),
    changes: new Set<string>(),
    reads: [] as Name[],
    later: [] as Name[],
  };
  readBlock([statement], { own: new Set(), isLater: false }, use);
  for (const [name, how] of boundIn([statement])) use.sets.set(name, how);
  for (const name of globalsIn([statement])) if (!use.sets.has(name)) use.sets.set(name, "value");
  // A loop may read in its second round what it set in the first; an assignment reads before it sets.
  const targets = new Set<string>();
  if (statement.kind === "Assign")
    for (const one of statement.targets) eachTargetName(one, ({ id }) => targets.add(id));
  const reads = use.reads.filter(({ id }) => !use.sets.has(id) || targets.has(id)).sort((a, b) => a.start - b.start);
  return { ...use, reads };
});

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
    readBlock(statement.body, { ...scope, own: union(scope.own, boundIn(statement.body).keys()) }, use);
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
      const own = new Set<string>();
      for (const { target } of one.clauses) eachTargetName(target, ({ id }) => own.add(id));
      const parts: Expression[] = [];
      pushParts(one, parts);
      for (const part of parts) readExpression(part, { ...scope, own: union(scope.own, own) }, plain, use);
    } else if (one.kind === "AssignExpression" && one.target.kind === "Name") {
      pending.push(one.value);
    } else {
      pushParts(one, pending);
    }
  }
}

function readFunction({ params, body }: FunctionForm, scope: Scope, use: Reading): void {
  const own = union(scope.own, [...params.map(({ name }) => name), ...boundIn(body).keys()]);
  for (const name of globalsIn(body)) own.delete(name);
  readBlock(body, { own, isLater: true }, { ...use, changes: new Set() });
}

/** What a scope binds, nested blocks included. */
function boundIn(body: readonly Statement[]): Map<string, "value" | "import" | "definition"> {
  const bound = new Map<string, "value" | "import" | "definition">();
  eachStatementInScope(body, (statement) => {
    const set = ({ id }: Name): void => void bound.set(id, "value");
    for (const target of targetsOf(statement, statement.kind === "Assign" ? statement.targets : []))
      if (statement.kind !== "Delete") eachTargetName(target, set);
    if (statement.kind === "Import") for (const { local } of statement.names) bound.set(local, "import");
    if (statement.kind === "FunctionStatement") bound.set(statement.function.name ?? "", "definition");
    if (statement.kind === "ClassStatement") bound.set(statement.name ?? "", "definition");
    if (statement.kind === "Match")
      for (const name of statement.arms.flatMap(({ names }) => names)) bound.set(name, "value");
    if (statement.kind === "Try")
      for (const { name } of statement.handlers) if (name !== undefined) bound.set(name, "value");
    const found: Expression[] = [];
    pushExpressions(statement, found);
    for (let one = found.pop(); one !== undefined; one = found.pop()) {
      if (one.kind === "AssignExpression") eachTargetName(one.target, set);
      pushParts(one, found);
    }
  });
  return bound;
}

/** Names that functions declare to be the module's. */
function globalsIn(body: readonly Statement[]): readonly string[] {
  const found: string[] = [];
  const visit = (statements: readonly Statement[]): void =>
    eachStatementInScope(statements, (statement) => {
      if (statement.kind === "OuterNames" && statement.scope === "global") found.push(...statement.names);
      if (statement.kind === "FunctionStatement") visit(statement.function.body);
      if (statement.kind === "ClassStatement") visit(statement.body);
    });
  visit(body);
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
