import { textOf } from "../../../engine/checklist-config.js";
import { detected, type Evidence } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { documentsAt, type Passage, passagesOf } from "../../search/documents.js";

/** Is the problem, its users and a go/no-go criterion written down? */
export const detector: Detector = (project) => {
  const found = passages(project);
  const enough = found.filter(({ words }) => words >= leastWords);
  const best = enough.find(holdsCriterion) ?? enough[0] ?? found[0];
  const short = best !== undefined && best.words < leastWords;
  const measured = best !== undefined && holdsCriterion(best);
  const evidence = (enough.length > 0 ? enough : found.slice(0, 1)).slice(0, 5).map(evidenceOf);
  return detected({
    evidence,
    forks:
      best === undefined
        ? []
        : [
            {
              question: `Does "${best.heading}" in ${best.path} say whose problem it is, and what result means go and which means stop?`,
              at: { path: best.path, line: best.line },
            },
          ],
    missing:
      best === undefined
        ? ["Write a section on the problem, whom it concerns, and the result that decides between go and stop."]
        : short
          ? [`Write more than ${best.words} words under "${best.heading}": at least ${leastWords}.`]
          : measured
            ? [`Let somebody attest that "${best.heading}" in ${best.path} is agreed on.`]
            : [`Name in "${best.heading}" the number with its unit or metric that decides between go and stop.`],
    searched: [
      "Headings on the problem, goals, success or requirements in the README, the documents and decision records.",
    ],
  });
};

const leastWords = 40;
/** A heading with next to nothing under it is none. */
const fewestWords = 10;

function passages({ docs, config }: ChecklistProject): readonly Passage[] {
  const stated = textOf(config, "docs.problem");
  const named = stated === undefined ? [] : documentsAt(docs, exactly(stated.replace(/#.*$/, "")));
  if (named.length > 0) return named;
  return passagesOf(docs, { heading, path, leastWords: fewestWords }).filter(
    ({ heading: title, text }) => !/requirements?$/i.test(title) || !isAboutSoftware(text),
  );
}

const heading =
  /\b(?:problem|goals?|objectives?|success(?: criteri\w+)?|non-?goals?|requirements?|go\s*\/\s*no-?go|acceptance criteria)\b/i;
const path = /(?:^|\/)README[^/]*$|^[^/]+\.(?:md|rst)$|(?:^|\/)docs?\/|(?:^|\/)(?:adrs?|decisions|rfcs?|design)\//i;

function isAboutSoftware(text: string): boolean {
  return /\b(?:pip|conda|npm|install\w*|docker|cuda|python \d|node \d|gpu)\b/i.test(text);
}

function exactly(name: string): RegExp {
  return new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
}

/** A number with a unit, or beside the name of a metric. */
function holdsCriterion({ text }: Passage): boolean {
  return text.split(/(?<=[.!?])\s+|\n/).some((sentence) => withUnit.test(sentence) || withMetric(sentence));
}

const withUnit =
  /\d\s*(?:%|‰|percent\b|points?\b|ms\b|s\b|seconds?\b|minutes?\b|hours?\b|days?\b|weeks?\b|€|\$|eur\b|usd\b|kwh\b|per \w+)|[€$£]\s*\d/i;

function withMetric(sentence: string): boolean {
  return /\d/.test(sentence) && metric.test(sentence);
}

const metric =
  /\b(?:accuracy|precision|recall|sensitivity|specificity|f1|f-score|auc|auroc|pr-auc|mae|rmse|mape|mse|r2|ndcg|map|bleu|rouge|wer|cer|iou|dice|latency|lift|uplift|revenue|cost|error rate|hit rate|ctr|conversion)\b/i;

function evidenceOf(passage: Passage): Evidence {
  const { path: file, line, heading: title, words } = passage;
  const criterion = holdsCriterion(passage) ? "with a number to measure it by" : "without a number to measure it by";
  return {
    ...{ path: file, line, level: words >= leastWords ? "L2" : "L1", rule: "problem-section" },
    what: `"${title}", ${words} words, ${criterion}`,
  };
}
