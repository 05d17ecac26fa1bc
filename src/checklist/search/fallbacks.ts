import { eachStatementInScope } from "../../semantics/code/visit.js";
import { positionsOf } from "../../syntax/positions.js";
import type { Statement } from "../../syntax/form.js";
import type { CodeFile } from "../../project/facts/code-facts.js";
import { callGraph, reachableFrom } from "../../project/facts/wire.js";
import { onceFor } from "../../project/facts/once-for.js";
import type { ChecklistProject } from "../project.js";
import { predictRoutes } from "./predict-routes.js";

/** A place where the service answers without the model. */
export interface Fallback {
  readonly path: string;
  readonly line: number;
  readonly within: string;
  readonly what: string;
}

/** `except` branches behind routes that predict, which answer with something else and leave a trace of it. */
export async function fallbacksOf(project: ChecklistProject): Promise<readonly Fallback[]> {
  const routes = predictRoutes(project);
  const starts = routes.flatMap(({ file, handler }) => (handler === undefined ? [] : [`${file.path}#${handler.name}`]));
  const reached = new Set([...reachableFrom(starts, withoutTops(project.code))].filter((node) => !node.endsWith("#")));
  const files = new Set([
    ...routes.map(({ file }) => file.path),
    ...[...reached].map((node) => node.split("#")[0] ?? ""),
  ]);
  const found: Fallback[] = [];
  for (const path of files) {
    const form = await project.form(path);
    const file = project.code.find((one) => one.path === path);
    if (form === undefined || file === undefined || file.role !== "source") continue;
    const positions = positionsOf(form);
    const visit = (body: readonly Statement[]): void =>
      eachStatementInScope(body, (statement) => {
        if (statement.kind === "FunctionStatement") visit(statement.function.body);
        if (statement.kind === "ClassStatement") visit(statement.body);
        if (statement.kind !== "Try") return;
        const { line } = positions.range({ start: statement.start, end: statement.start }).start;
        const owner = file.functions.filter((one) => one.line <= line && one.endLine >= line).at(-1);
        if (owner === undefined || !reached.has(`${path}#${owner.name}`)) return;
        const handler = statement.handlers.find((one) => answers(one.body));
        const start = handler?.body[0]?.start;
        if (start === undefined) return;
        found.push({
          path,
          line: positions.range({ start, end: start }).start.line,
          within: owner.name,
          what: `${owner.name} answers without the model when that fails`,
        });
      });
    visit(form.body);
  }
  return found;
}

/** The handler gives something back, and tells that it did: by a counter, or by calling what answers instead. */
function answers(body: readonly Statement[]): boolean {
  const state = { gives: false, tells: false, leaves: false };
  eachStatementInScope(body, (statement) => {
    if (statement.kind === "Return" && statement.value !== undefined) {
      const isNothing =
        statement.value.kind === "Literal" && (statement.value.value === null || statement.value.value === undefined);
      state.gives ||= !isNothing;
      state.tells ||= statement.value.kind === "Call";
    }
    if (statement.kind === "Raise") state.leaves = true;
    if (statement.kind === "Assign") state.gives = true;
    if (statement.kind === "ExpressionStatement") state.tells = true;
    if (statement.kind === "Assign" && statement.value?.kind === "Call") state.tells = true;
  });
  return state.gives && state.tells && !state.leaves;
}

/** What stands at the top of a file leads anywhere. */
const withoutTops = onceFor(
  (code: readonly CodeFile[]): ReturnType<typeof callGraph> =>
    new Map([...callGraph(code)].filter(([from]) => !from.endsWith("#"))),
);
