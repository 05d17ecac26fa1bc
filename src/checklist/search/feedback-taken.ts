import type { CallFact, CodeFile } from "../../project/facts/code-facts.js";
import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { leadsTo, nodeOf } from "./call-graph.js";
import { callEvidence, codeEvidence } from "./code-evidence.js";
import { isMetricName } from "./metric-names.js";
import { queriesOf, readsLately } from "./queries.js";
import { feedbackWords } from "./served-quality.js";
import { servingPath } from "./serving-path.js";
import { trainingWay } from "./training-way.js";
import { valuesWithin, writtenAs } from "./values.js";

/** How what happened in use comes back: into the data of the next training, or into the cases that the model is judged by. */
export function feedbackTaken(project: ChecklistProject, training: ReadonlySet<string>): readonly Evidence[] {
  const isOnWay = trainingWay(project, training);
  const { functions: serving } = servingPath(project);
  return project.code.flatMap((file) => {
    if (file.role !== "source") return [];
    const reads = file.calls.filter(({ name }) => readers.test(name));
    return reads.flatMap((call): readonly Evidence[] => {
      const isFed = namesFeedback(call);
      const query = queriesOf(call, file, project.code).find(readsLately);
      if (!isFed && query === undefined) return [];
      if (isOnWay(file.path, call.within)) {
        const what = isFed
          ? `\`${call.text}\` reads feedback into the training data`
          : `\`${call.text}\` reads what happened since the last training`;
        return [callEvidence(project, { file, call }, { what, rule: "feedback-read" })];
      }
      return isFed && !serving.has(nodeOf(file.path, call.within)) ? becomesCases(project, file, call) : [];
    });
  });
}

const readers = /^(?:read|read_\w+|load\w*|scan_\w+|execute|query|fetch\w*|get_table|table|open|urlopen|concat)$/;
const isFeedback = new RegExp(
  `(?:${feedbackWords.source.replace(/labels\?\\b\|/, "")}|hard_?(?:examples|negatives)|reviewed|relabel)`,
  "i",
);

function namesFeedback({ positional, named }: CallFact): boolean {
  return [...positional, ...Object.values(named)]
    .flatMap((value) => [...valuesWithin(value)])
    .some((value) => isFeedback.test(writtenAs(value)));
}

/** A script that turns feedback into examples: it writes down cases, and computes no metric. */
function becomesCases(project: ChecklistProject, file: CodeFile, call: CallFact): readonly Evidence[] {
  const reached = leadsTo(project, [nodeOf(file.path, call.within)]);
  const near = file.calls.filter(({ within }) => reached.has(nodeOf(file.path, within)));
  const words = near.flatMap(({ name, resultName = "" }) => [name, resultName]);
  const isWritten = near.some(({ name }) => /^(?:write\w*|to_\w+|dump|append|insert\w*|save\w*|add\w*)$/.test(name));
  if (!isWritten || near.some(({ name }) => isMetricName(name)) || !words.some((word) => cases.test(word))) return [];
  const place = { ...call, path: file.path };
  const told = { what: `\`${call.text}\` reads feedback, which becomes cases`, rule: "feedback-cases" };
  return [codeEvidence(project, place, told)];
}

const cases = /cases|examples|data_?set|labell?ed|golden|relabel|annotat/i;
