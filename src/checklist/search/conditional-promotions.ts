import { eachExpression, nestedBlocks } from "../../semantics/code/visit.js";
import type { Expression } from "../../syntax/expressions.js";
import type { FormModule, Statement } from "../../syntax/form.js";
import { lastName } from "../../project/facts/code/guards.js";
import type { ChecklistProject } from "../project.js";
import type { InCode } from "./code-evidence.js";
import { isMetricName } from "./metric-names.js";

export interface ConditionalPromotion extends InCode {
  /** The call that promotes, and the test that decides, as written. */
  readonly text: string;
  readonly test: string;
}

/** Releases of a model that happen only when a comparison of a metric holds. */
export async function conditionalPromotions({
  code,
  form,
}: Pick<ChecklistProject, "code" | "form">): Promise<readonly ConditionalPromotion[]> {
  const found: ConditionalPromotion[] = [];
  for (const file of code) {
    if (file.role !== "source" || !file.calls.some(({ name }) => promotions.test(name))) continue;
    const parsed = await form(file.path);
    if (parsed === undefined) continue;
    const decided = decidedCalls(parsed);
    for (const { name, text, line, within } of file.calls) {
      if (!promotions.test(name)) continue;
      const test = decided.get(text);
      if (test !== undefined) found.push({ path: file.path, line, within, text, test });
    }
  }
  return found;
}

const promotions =
  /^(?:set_registered_model_alias|transition_model_version_stage|register_model|create_model_version|link_artifact|link_model|promote\w*|publish\w*|push_to_hub|upload_model|deploy\w*|approve\w*|update_model_package)$/;

/** The callees in branches whose test compares a metric, as written, with that test. */
function decidedCalls({ body, text }: FormModule): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (statements: readonly Statement[], test: string | undefined): void => {
    for (const statement of statements) {
      if (statement.kind === "FunctionStatement") visit(statement.function.body, undefined);
      else if (statement.kind === "ClassStatement") visit(statement.body, undefined);
      else if (statement.kind === "Branch") {
        const own = comparesMetric(statement.test) ? text.slice(statement.test.start, statement.test.end) : test;
        visit(statement.body, own);
        visit(statement.otherwise, own);
      } else {
        for (const block of nestedBlocks(statement)) visit(block, test);
        if (test === undefined || nestedBlocks(statement).length > 0) continue;
        eachExpression([statement], (part) => {
          if (part.kind === "Call") found.set(text.slice(part.callee.start, part.callee.end), test);
        });
      }
    }
  };
  visit(body, undefined);
  return found;
}

function comparesMetric(test: Expression): boolean {
  const seen = { comparison: false, metric: false };
  eachExpression([{ kind: "ExpressionStatement", start: test.start, end: test.end, expression: test }], (part) => {
    if (part.kind === "Comparison" && part.operators.some((operator) => /^[<>]=?$/.test(operator)))
      seen.comparison = true;
    const name = part.kind === "Literal" && typeof part.value === "string" ? part.value : lastName(part);
    if (
      name
        .split(/_(?=candidate|champion|new|old|current|challenger)|(?:candidate|champion|new|old|current|challenger)_/)
        .some(isMetricName)
    )
      seen.metric = true;
  });
  return seen.comparison && seen.metric;
}
