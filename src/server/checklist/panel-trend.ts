import { numberText, shareText } from "../../report/checklist/words.js";
import { escapeHtml } from "../../report/html.js";
import type { Panel } from "./panel.js";

/** Earlier runs as a table, for a look at the trend. */
export function earlierHtml({ earlier, report }: Panel): string {
  if (earlier.length === 0) return "";
  const { result } = report;
  const now = {
    when: "now",
    mlTestScore: result.mlTestScore.final,
    lowestStage: result.overall,
    openQuestions: result.openQuestions.length,
  };
  const rows = [now, ...earlier].map(
    ({ when, mlTestScore, lowestStage, openQuestions }) =>
      `<tr><th scope="row">${escapeHtml(when)}</th><td>${numberText(mlTestScore)}</td><td>${shareText(lowestStage)}</td><td>${openQuestions}</td></tr>`,
  );
  return `<details data-keep="earlier"><summary>Earlier runs</summary><table><thead><tr><th scope="col">Run</th><th scope="col">ML Test Score</th><th scope="col">Overall</th><th scope="col">Open questions</th></tr></thead><tbody>${rows.join("")}</tbody></table></details>`;
}
