import type { CallFact, CodeFile } from "../../project/facts/code-facts.js";
import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { leadsTo, nodeOf } from "./call-graph.js";
import { callEvidence, codeEvidence } from "./code-evidence.js";
import { textIn, valuesWithin, writtenAs } from "./values.js";

/** Ways for labels and corrections to come back: routes that store them. */
export function feedbackRoutes(project: ChecklistProject): readonly Evidence[] {
  return project.code.flatMap((file) => {
    if (file.role !== "source") return [];
    return file.functions.flatMap((form): readonly Evidence[] => {
      const route = form.decorators
        .map(({ positional }) => textIn(positional[0]))
        .find((one) => one !== undefined && feedbackWords.test(one));
      if (route === undefined) return [];
      const reached = leadsTo(project, [nodeOf(file.path, form.name)]);
      const stored = project.code.some((one) =>
        one.calls.some((call) => reached.has(nodeOf(one.path, call.within)) && call.within !== "" && stores(call)),
      );
      if (!stored) return [];
      const place = { path: file.path, line: form.line, within: form.name };
      return [
        codeEvidence(project, place, {
          what: `\`${route}\` stores what turned out to be true`,
          rule: "feedback-route",
        }),
      ];
    });
  });
}

export const feedbackWords =
  /feedback|labels?\b|outcomes?\b|ground[_-]?truth|actuals?\b|corrections?\b|ratings?\b|thumbs|clicks?\b|conversions?\b/i;

function stores({ name, path = "" }: CallFact): boolean {
  return (
    /^(?:insert\w*|add|write\w*|append|execute|executemany|put\w*|send|publish|produce|save|create|to_sql|to_csv|to_parquet|log\w*|commit|xadd|lpush|upsert|insertOne)$/.test(
      name,
    ) || /^(?:mlflow|langfuse|langsmith|phoenix)\.\w*(?:feedback|assessment|score)/.test(path)
  );
}

/** A quality metric over predictions that are joined with what came later. */
export interface ServedQuality {
  readonly evidence: Evidence;
  readonly functions: ReadonlySet<string>;
}

export function servedQuality(project: ChecklistProject): readonly ServedQuality[] {
  return project.code.flatMap((file) => {
    if (file.role !== "source") return [];
    return file.calls.flatMap((call): readonly ServedQuality[] => {
      const isEstimate =
        /^nannyml\.(?:\w+\.)*(?:CBPE|DLE|PerformanceCalculator)(?:\.\w+)?$|^river\.metrics\.\w+\.update$/.test(
          call.path ?? "",
        );
      if (!isEstimate && !(scores.test(call.path ?? "") && isOnServed(project, file, call))) return [];
      const what = `\`${call.text}\` scores served predictions${isEstimate ? "" : " against their later labels"}`;
      const evidence = codeEvidence(project, { ...call, path: file.path }, { what, rule: "served-quality" });
      const isScheduled = project.wiring
        .entriesOf(file.path, call.within)
        .some(({ repeatedBy }) => repeatedBy === "schedule");
      const { repeatedBy: _, ...bare } = evidence;
      const functions = around(project, file, call);
      return [
        {
          evidence: isScheduled ? { ...evidence, level: "L3", repeatedBy: "schedule" } : { ...bare, level: "L2" },
          functions,
        },
      ];
    });
  });
}

const scores =
  /^(?:sklearn\.metrics\.(?!pairwise)\w+|torchmetrics\..*|evaluate\..*compute|evidently\..*(?:Classification|Regression)\w*|scipy\.stats\.(?:spearmanr|pearsonr)|numpy\.(?:mean|abs|sqrt|average))$/;

/** Does its function join by an identifier, or read what was served and what came later? */
function isOnServed(project: ChecklistProject, file: CodeFile, call: CallFact): boolean {
  const functions = around(project, file, call);
  const words: string[] = [];
  let joins = false;
  for (const other of project.code) {
    if (other.role !== "source") continue;
    for (const one of other.calls) {
      if (!functions.has(nodeOf(other.path, one.within))) continue;
      const given = [...one.positional, ...Object.values(one.named)]
        .flatMap((value) => [...valuesWithin(value)])
        .map(writtenAs);
      words.push(one.text, one.resultName ?? "", ...given);
      joins ||=
        /^(?:merge|join|merge_asof)$/.test(one.name) &&
        given.some((text) => /_?id$|^id$|key|timestamp|date|time/i.test(text));
      joins ||= given.some((text) => /\bjoin\b/i.test(text) && /_id\b/i.test(text));
    }
  }
  const said = words.join(" ");
  return joins && /predict|served|scored|inference|prediction_log/i.test(said) && feedbackLater.test(said);
}

const feedbackLater =
  /label|feedback|outcome|ground_?truth|actual|observed|truth|target|sales|churned|default(?:ed|s)/i;

/** The function of a call, those that call it, and what these lead to: a script reads in one and scores in another. */
function around(project: ChecklistProject, file: CodeFile, call: CallFact): ReadonlySet<string> {
  const node = nodeOf(file.path, call.within);
  const callers = file.functions
    .map(({ name }) => nodeOf(file.path, name))
    .filter((one) => leadsTo(project, [one]).has(node));
  const starts = call.within === "" || call.within === "__main__" ? [node] : [node, ...callers];
  return new Set([...leadsTo(project, starts)].filter((one) => !one.endsWith("#") || one === node));
}

/** Where labels are joined with the log of predictions although nothing is scored there. */
export function labelJoins(project: ChecklistProject): readonly Evidence[] {
  return project.code.flatMap((file) =>
    file.role !== "source"
      ? []
      : file.calls
          .filter((call) => /^(?:merge|join)$/.test(call.name) && isJoinOfLabels(call))
          .map((call) =>
            callEvidence(
              project,
              { file, call },
              { what: `\`${call.text}\` joins predictions with their labels`, rule: "label-join" },
            ),
          ),
  );
}

function isJoinOfLabels(call: CallFact): boolean {
  const given = [...call.positional, ...Object.values(call.named)]
    .flatMap((value) => [...valuesWithin(value)])
    .map(writtenAs)
    .join(" ");
  const said = `${call.text} ${given}`;
  return /(?:prediction|request|trace)_?id/i.test(given) || (/predict|served/i.test(said) && feedbackWords.test(said));
}
