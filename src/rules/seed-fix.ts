import { isMainGuard } from "../semantics/follow/branches.js";
import type { Draw } from "../semantics/seeds/first-draw.js";
import { frames } from "../semantics/code/frames.js";
import { localName } from "../semantics/code/local-names.js";
import type { Model } from "../semantics/model.js";
import type { Frame } from "../semantics/follow/run.js";
import { seedConstant } from "../semantics/seeds/seeding.js";
import { nestedBlocks } from "../semantics/code/visit.js";
import type { Statement } from "../syntax/form.js";
import type { Span } from "../syntax/span.js";
import type { Report, ReportEdit } from "./rule.js";

type Fix = NonNullable<Report["fixes"]>[number];

/** Seeds a library once, where the script starts: at the head of the function that the main guard calls, or after the imports. */
export function seedFix(model: Model, draw: Draw, module: string, setter: string): Fix | undefined {
  const name = localName(model.form, module);
  if (name === undefined) return undefined;
  const line = `${name}.${setter}(${seedConstant(model) ?? "0"})`;
  const edit = startOfMain(model, draw, line) ?? afterImports(model, draw, line);
  return edit && { title: `Add \`${line}\``, safety: "suggestion", edits: [edit] };
}

/** Where the guard calls a function, that function's first line; where it holds the code itself, the guard's. */
function startOfMain(model: Model, draw: Draw, line: string): ReportEdit | undefined {
  const around = [...frames(draw.frame)];
  const main: Frame | undefined = around.at(-2);
  const first = main?.isRoot === false ? (main.call ?? draw.call) : draw.call;
  const guard = model.form.body.find((statement) => contains(statement, first));
  if (guard?.kind !== "Branch" || !isMainGuard(guard)) return undefined;
  const form = main?.closure?.form;
  const isPlain = main?.unit.path === model.path && main.closure?.owner === undefined;
  // Not where a loop calls it once for each fold.
  const isCalledOnce = guard.body.some(
    (statement) =>
      (statement.kind === "ExpressionStatement" || statement.kind === "Assign") && contains(statement, first),
  );
  const body = form !== undefined && isPlain && isCalledOnce && !form.isLambda ? form.body : guard.body;
  const [head, next] = body;
  const start = head?.kind === "ExpressionStatement" && head.expression.kind === "Literal" ? next : head;
  return start && before(model, start, line);
}

/** After the last import before the draw, and after the constant that the line uses. */
function afterImports(model: Model, draw: Draw, line: string): ReportEdit | undefined {
  const { body, text } = model.form;
  const calls = [draw.call, ...[...frames(draw.frame)].flatMap(({ call }) => call ?? [])];
  const use = body.findIndex((statement) => calls.some((call) => contains(statement, call)) && !defines(statement));
  const earlier = use < 0 ? body : body.slice(0, use);
  const constant = seedConstant(model);
  const isConstant = (statement: Statement): boolean =>
    statement.kind === "Assign" && statement.targets.some((target) => target.kind === "Name" && target.id === constant);
  if (constant !== undefined && !earlier.some(isConstant)) return undefined;
  const anchor = earlier.findLast((statement) => isConstant(statement) || holdsImport(statement));
  if (anchor === undefined) return undefined;
  const end = text.indexOf("\n", anchor.end);
  if (end < 0 || !/^[ \t\r]*(#.*)?$/.test(text.slice(anchor.end, end))) return undefined;
  return { start: end + 1, end: end + 1, newText: isConstant(anchor) ? `${line}\n` : `\n${line}\n` };
}

function before({ form: { text } }: Model, { start }: Statement, line: string): ReportEdit | undefined {
  const indent = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return /^[ \t]*$/.test(indent) ? { start, end: start, newText: `${line}\n${indent}` } : undefined;
}

function holdsImport(statement: Statement): boolean {
  return statement.kind === "Import" || nestedBlocks(statement).some((block) => block.some(holdsImport));
}

function defines({ kind }: Statement): boolean {
  return kind === "FunctionStatement" || kind === "ClassStatement";
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
