import { eachExpression } from "../../semantics/code/visit.js";
import { positionsOf } from "../../syntax/positions.js";
import type { ChecklistProject } from "../project.js";
import type { InCode } from "./code-evidence.js";

/** `{"test": frame[frame["day"] >= cut]}` in a function: rows are put aside by what they hold, the same each time. */
export async function partSlices(project: ChecklistProject): Promise<readonly InCode[]> {
  const found: InCode[] = [];
  for (const { path, role, functions } of project.code) {
    const makers = functions.filter(({ name }) => /split|part|cut|by_time|by_date/i.test(name));
    const parsed = role === "source" && makers.length > 0 ? await project.form(path) : undefined;
    if (parsed === undefined) continue;
    const positions = positionsOf(parsed);
    eachExpression(parsed.body, (expression) => {
      if (expression.kind !== "Mapping") return;
      for (const { key, value } of expression.entries) {
        const isTest =
          key?.kind === "Literal" && typeof key.value === "string" && /^(?:test|hold_?out)$/i.test(key.value);
        if (!isTest || value.kind !== "Subscript") continue;
        const { line } = positions.range(value).start;
        const maker = makers.find((one) => one.line <= line && line <= one.endLine);
        if (maker !== undefined) found.push({ path, line, within: maker.name });
      }
    });
  }
  return found;
}

/** `dataset["test"]`: the test part that a data set was published with. */
export async function namedTestParts(project: ChecklistProject): Promise<readonly InCode[]> {
  const isPublished = project.code.some(
    ({ role, calls }) =>
      role === "source" &&
      calls.some(
        ({ path = "", named }) => /^datasets\.(?:\w+\.)*load_dataset$/.test(path) && named.split === undefined,
      ),
  );
  const found: InCode[] = [];
  for (const { path, role, functions } of isPublished ? project.code : []) {
    const parsed = role === "source" ? await project.form(path) : undefined;
    if (parsed === undefined) continue;
    const positions = positionsOf(parsed);
    eachExpression(parsed.body, (expression) => {
      const isTest =
        expression.kind === "Subscript" && expression.index.kind === "Literal" && expression.index.value === "test";
      if (!isTest || found.some((one) => one.path === path)) return;
      const { line } = positions.range(expression).start;
      found.push({ path, line, within: functions.find((one) => one.line <= line && line <= one.endLine)?.name ?? "" });
    });
  }
  return found;
}
