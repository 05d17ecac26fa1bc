/** What renders the checklist, in one place that is loaded with the first run. */
import type { ChecklistReport } from "../../report/checklist/checklist-report.js";
import { checklistHtml } from "../../report/checklist/html.js";
import { checklistJson } from "../../report/checklist/json.js";
import { checklistMarkdown } from "../../report/checklist/markdown.js";
import type { ExportFormat } from "../../protocol-checklist.js";
import { panelHtml } from "./panel-html.js";
import { panelStyle } from "./panel-style.js";
import type { Panel } from "./panel.js";

export function rendered(panel: Panel): { readonly html: string; readonly style: string } {
  return { html: panelHtml(panel), style: panelStyle };
}

/** A run in the forms in which others read it, as the command line writes them. */
export const exported: Readonly<Record<ExportFormat, (report: ChecklistReport) => string>> = {
  ...{ markdown: checklistMarkdown, html: checklistHtml, json: checklistJson },
  // Its Markdown is made for pull requests: what matters at first sight, all else folded, short enough for a comment.
  "pull-request": checklistMarkdown,
};
