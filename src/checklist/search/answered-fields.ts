import { eachExpression, eachStatement } from "../../semantics/code/visit.js";
import { codeEvidence } from "./code-evidence.js";
import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { textIn } from "./values.js";

/** Routes such as `/health` and `/metadata` whose answer says when the model was trained, or which one it is. */
export async function ageInAnswers(project: ChecklistProject): Promise<readonly Evidence[]> {
  const found: Evidence[] = [];
  for (const file of project.code) {
    if (file.role !== "source") continue;
    for (const { name, line, endLine, decorators } of file.functions) {
      const route = decorators
        .map(({ positional }) => textIn(positional[0]))
        .find((one) => one !== undefined && infoRoute.test(one));
      if (route === undefined) continue;
      const form = await project.form(file.path);
      const from = form === undefined ? 0 : offsetOf(form.text, line);
      const to = form === undefined ? 0 : offsetOf(form.text, endLine + 1);
      const names: string[] = [];
      eachStatement(form?.body ?? [], (statement) => {
        if (statement.start < from || statement.end > to) return;
        eachExpression([statement], (part) => {
          if (part.kind === "Mapping") {
            for (const { key } of part.entries)
              if (key?.kind === "Literal" && typeof key.value === "string") names.push(key.value);
          }
          if (part.kind === "Call") for (const { name: given } of part.args) if (given !== undefined) names.push(given);
        });
      });
      const field = names.find((one) => agedField.test(one));
      if (field === undefined) continue;
      const what = `\`${route}\` answers with \`${field}\``;
      found.push(codeEvidence(project, { path: file.path, line, within: name }, { what, rule: "age-answer" }));
    }
  }
  return found;
}

const infoRoute = /health|ready|live|metadata|version|info|status|model/i;
const agedField =
  /^(?:model_?)?(?:trained_?(?:at|on)|training_?(?:date|time|timestamp)|model_?age\w*|age_days|model_?timestamp|model_?version)$/i;

function offsetOf(text: string, line: number): number {
  let at = 0;
  for (let count = 1; count < line; count++) {
    const next = text.indexOf("\n", at);
    if (next < 0) return text.length;
    at = next + 1;
  }
  return at;
}
