import { textOf } from "../../../engine/checklist-config.js";
import type { DocSection } from "../../../project/facts/file-facts.js";
import { detected, type Evidence, type Fork } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { callsTo } from "../../search/code-evidence.js";
import { passagesOf } from "../../search/documents.js";

/** Is ML warranted here, at feasible cost, with the price of errors known? Files show a worksheet or hints; a person says so. */
export const detector: Detector = (project) => {
  const { docs, config } = project;
  const worksheet = worksheetOf(docs);
  const hints = hintsOf(project);
  const archetype = textOf(config, "project.archetype");
  const open = worksheet?.fields.filter(({ words }) => words < fewestWords) ?? [];
  const absent = worksheet === undefined ? [] : wanted.filter(({ name }) => !name.test(worksheet.text));
  const best = worksheet ?? hints[0];
  const fork: Fork = {
    question: `Was it weighed whether a rule would do, what the project costs${archetype === undefined ? ", which kind of product it is" : ""}, and what each kind of error costs?`,
    ...(best === undefined ? {} : { at: { path: best.path, line: best.line } }),
  };
  const sheet: readonly Evidence[] =
    worksheet === undefined
      ? []
      : [{ path: worksheet.path, line: worksheet.line, level: "L2", what: worksheet.what, rule: "worksheet" }];
  return detected({
    evidence: [...sheet, ...hints],
    forks: [fork],
    missing:
      worksheet === undefined
        ? [
            "Fill in a worksheet: impact, feasibility, archetype, cost of each kind of error, simplest alternative tried.",
          ]
        : [
            ...open.map(({ heading }) => `Fill in "${heading}" of ${worksheet.path}.`),
            ...absent.map(({ text }) => `Say in ${worksheet.path} ${text}.`),
            `Let somebody attest what ${worksheet.path} says.`,
          ],
    searched: [
      "Worksheets on feasibility in the documents, decisions that weigh a rule against a model, and thresholds.",
    ],
  });
};

interface Worksheet {
  readonly path: string;
  readonly line: number;
  readonly what: string;
  readonly text: string;
  readonly fields: readonly DocSection[];
}

/** A document that asks what a worksheet asks: three of its questions are headings, or rows of a table. */
function worksheetOf(docs: readonly DocSection[]): Worksheet | undefined {
  for (const path of new Set(docs.map((section) => section.path))) {
    const sections = docs.filter((section) => section.path === path);
    const [first] = sections;
    const isNamed = name.test(path) || sections.some(({ heading }) => name.test(heading));
    if (first === undefined || !isNamed) continue;
    const text = sections.map((section) => `${section.heading}\n${section.text}`).join("\n");
    if (wanted.filter((field) => field.name.test(text)).length < 3) continue;
    const fields = sections.filter(({ heading }) => wanted.some((field) => field.name.test(heading)));
    const filled = fields.filter(({ words, isTemplate }) => words >= fewestWords && !isTemplate).length;
    const what =
      fields.length === 0 ? "A worksheet" : `A worksheet with ${filled} of ${fields.length} fields filled in`;
    return { path, line: first.line, what, text, fields };
  }
  return undefined;
}

const fewestWords = 5;
const name = /worksheet|feasib|canvas|is (?:ml|machine learning) (?:needed|warranted)|why (?:ml|machine learning)/i;
const wanted: readonly { readonly name: RegExp; readonly text: string }[] = [
  { name: /impact|value|benefit/i, text: "what it would bring" },
  { name: /feasib|difficult|data (?:avail|need)|accuracy (?:need|requ)/i, text: "how feasible it is" },
  { name: /archetype|improve|augment|automat/i, text: "which archetype it is" },
  {
    name: /cost of (?:an? )?(?:each )?(?:error|mistake|false)|false (?:positive|negative|alarm)/i,
    text: "what each kind of error costs",
  },
  { name: /alternative|heuristic|rule-based|baseline|simplest/i, text: "which simpler alternative was tried" },
];

function hintsOf(project: ChecklistProject): readonly Evidence[] {
  const decisions = passagesOf(project.docs, { path: /(?:^|\/)(?:adrs?|decisions|docs?)\/|README/i, leastWords: 15 })
    .filter(({ text }) => /\b(?:heuristics?|rule-based|build (?:vs\.?|versus|or) buy)\b/i.test(text))
    .slice(0, 2)
    .map(({ path, line, heading }): Evidence => ({
      ...{ path, line, level: "L1", rule: "decision" },
      what: `"${heading}" weighs a rule against a model`,
    }));
  const thresholds = callsTo(project, { path: /\.predict_proba$/, name: /^predict_proba$/ }).flatMap(({ file }) =>
    file.assigns
      .filter(({ target, value }) => /threshold|abstain|reject/i.test(target) && value.kind === "literal")
      .slice(0, 1)
      .map(({ target, line }): Evidence => ({
        ...{ path: file.path, line, level: "L1", rule: "threshold" },
        what: `\`${target}\` decides on a probability`,
      })),
  );
  return [...decisions, ...thresholds.slice(0, 1)];
}
