import type { Call, Expression } from "../../syntax/expressions.js";
import { memo } from "../code/memo.js";
import { eachStatementInScope } from "../code/visit.js";
import { writtenArgument } from "../code/written-arguments.js";
import type { Frame } from "../follow/run.js";
import type { Statement } from "../../syntax/form.js";

/** A spelling of what a path is made of: alike at two places of a file only where both name the same file. */
export function fileNamed(frame: Frame, expression: Expression): string {
  return spelled(behind({ frame, isTop: false, expression }, deepest), deepest);
}

/** The same of the folder that the path is in, where an attribute of the object holds it: `os.path.join(self.cache, name)`. */
export function folderNamed(frame: Frame, expression: Expression): string | undefined {
  let at: Place | undefined = behind({ frame, isTop: false, expression }, deepest);
  for (let steps = deepest; at !== undefined && steps > 0; steps -= 1) {
    const folder = folderOf(at.expression);
    at = folder === undefined ? undefined : behind({ ...at, expression: folder }, deepest);
    if (at !== undefined && isOwnAttribute(at)) return spelled(at, deepest);
  }
  return undefined;
}

interface Place {
  readonly frame: Frame;
  /** At the top level of the file, whatever function is running. */
  readonly isTop: boolean;
  readonly expression: Expression;
}

/** How far names are followed, one behind the other, and how deep an expression is spelled. */
const deepest = 6;

/** The path behind parameters, names and opened files. */
function behind(at: Place, depth: number): Place {
  if (depth === 0) return at;
  const { expression, frame } = at;
  if (expression.kind === "Call") {
    const path = pathOpened(expression);
    return path === undefined ? at : behind({ ...at, expression: path }, depth - 1);
  }
  if (expression.kind !== "Name") return at;
  const written = at.isTop ? at : writtenArgument(frame, expression);
  if (written.expression !== expression) return behind({ ...at, ...written }, depth - 1);
  const own = at.isTop ? undefined : definitions(bodyOf(frame)).get(expression.id);
  if (own !== undefined) return own.length === 1 ? behind({ ...at, expression: own[0]! }, depth - 1) : at;
  if (isParameter(at, expression.id)) return at;
  const [top, ...more] = definitions(frame.unit.form.body).get(expression.id) ?? [];
  return top === undefined || more.length > 0 ? at : behind({ frame, isTop: true, expression: top }, depth - 1);
}

/** What `open(path)`, `path.open()` and `str(path)` are about. */
function pathOpened({ callee, args }: Call): Expression | undefined {
  if (callee.kind === "Name") return /^(open|str|Path)$/.test(callee.id) ? args[0]?.value : undefined;
  if (callee.kind !== "Attribute") return undefined;
  if (callee.name === "Path" || (callee.name === "open" && args[0]?.value.kind !== "Literal")) return args[0]?.value;
  return callee.name === "open" ? callee.object : undefined;
}

/** What each name is given in a function, or at the top level. */
const definitions = memo((body: readonly Statement[]): ReadonlyMap<string, readonly Expression[]> => {
  const found = new Map<string, Expression[]>();
  const add = (target: Expression | undefined, value: Expression): void => {
    if (target?.kind === "Name") found.set(target.id, [...(found.get(target.id) ?? []), value]);
    // What comes out of something else is that thing's own, each time anew.
    else if (target?.kind === "Sequence") for (const item of target.items) add(item, target);
  };
  eachStatementInScope(body, (statement) => {
    if (statement.kind === "With") for (const { context, target } of statement.items) add(target, context);
    if (statement.kind === "Loop" && statement.target !== undefined) add(statement.target, statement.target);
    if (statement.kind !== "Assign") return;
    for (const target of statement.targets)
      add(target, statement.operator === undefined ? (statement.value ?? target) : target);
  });
  return found;
});

function spelled({ frame, isTop, expression }: Place, depth: number): string {
  const at = (inner: Expression): string => spelled(behind({ frame, isTop, expression: inner }, depth - 1), depth - 1);
  // Two places that are too deep, or of a kind that makes something new, are never the same.
  const unlike = `@${expression.start}`;
  if (depth === 0) return unlike;
  switch (expression.kind) {
    case "Literal":
      return expression.value === undefined ? unlike : JSON.stringify(expression.value);
    case "Name":
      return isOwnName({ frame, isTop, expression }) ? `${expression.id}@${bodyStart(frame)}` : expression.id;
    case "Attribute":
      return isOwnAttribute({ frame, isTop, expression })
        ? `self@${frame.closure?.owner?.form.start}.${expression.name}`
        : `${at(expression.object)}.${expression.name}`;
    case "Call":
      return `${at(expression.callee)}(${expression.args.map(({ name, value }) => `${name ?? ""}=${at(value)}`).join()})`;
    case "Operation":
      return `(${expression.operands.map(at).join(expression.operator)})`;
    case "Subscript":
      return `${at(expression.object)}[${at(expression.index)}]`;
    case "Template":
      return `f${JSON.stringify(expression.texts)}(${expression.parts.map(at).join()})`;
    default:
      return unlike;
  }
}

function folderOf(expression: Expression): Expression | undefined {
  if (expression.kind === "Operation") return expression.operator === "/" ? expression.operands[0] : undefined;
  if (expression.kind !== "Call" || expression.callee.kind !== "Attribute") return undefined;
  if (expression.callee.name === "joinpath") return expression.callee.object;
  return expression.callee.name === "join" ? expression.args[0]?.value : undefined;
}

/** An attribute of the object whose method runs: the same in every method of its class. */
function isOwnAttribute({ frame, isTop, expression }: Place): boolean {
  if (isTop || expression.kind !== "Attribute" || expression.object.kind !== "Name") return false;
  return frame.closure?.owner !== undefined && frame.closure.form.params[0]?.name === expression.object.id;
}

function isOwnName(at: Place): boolean {
  const { expression, frame, isTop } = at;
  if (isTop || frame.closure === undefined || expression.kind !== "Name") return false;
  return isParameter(at, expression.id) || definitions(bodyOf(frame)).has(expression.id);
}

function isParameter({ frame, isTop }: Place, name: string): boolean {
  return !isTop && frame.closure?.form.params.some((param) => param.name === name) === true;
}

function bodyOf({ closure, unit }: Frame): readonly Statement[] {
  return closure?.form.body ?? unit.form.body;
}

function bodyStart({ closure }: Frame): number {
  return closure?.form.start ?? 0;
}
