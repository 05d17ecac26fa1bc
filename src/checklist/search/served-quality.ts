import type { CallFact, CodeFile } from "../../project/facts/code-facts.js";
import { onceFor, onceForEach } from "../../project/facts/once-for.js";
import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { callsByNode, functionsOf, leadsTo, nodeOf, reaching } from "./call-graph.js";
import { callEvidence, callSearch, codeEvidence } from "./code-evidence.js";
import { isMetricName } from "./metric-names.js";
import { asksOthers, joinsServed, queriesOf } from "./queries.js";
import { textIn, valuesWithin, writtenAs } from "./values.js";

/** Ways for labels and corrections to come back: routes that store them. */
export function feedbackRoutes(project: ChecklistProject): readonly Evidence[] {
  return routesOf(project.code).flatMap(({ file, form, route }): readonly Evidence[] => {
    const reached = leadsTo(project, [nodeOf(file.path, form.name)]);
    const calls = callsByNode(project.code);
    const stored = [...reached].some((node) => !node.endsWith("#") && calls.get(node)?.some(stores) === true);
    if (!stored) return [];
    const place = { path: file.path, line: form.line, within: form.name };
    return [
      codeEvidence(project, place, {
        what: `\`${route}\` stores what turned out to be true`,
        rule: "feedback-route",
      }),
    ];
  });
}

const routesOf = onceForEach((file: CodeFile) => {
  if (file.role !== "source") return [];
  return file.functions.flatMap((form) => {
    const route = form.decorators
      .map(({ positional }) => textIn(positional[0]))
      .find((one) => one !== undefined && feedbackWords.test(one));
    return route === undefined ? [] : [{ file, form, route }];
  });
});

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
  return scoringCalls(project.code).flatMap(({ file, call }): readonly ServedQuality[] => {
    const isEstimate = estimates(call);
    if (!isEstimate && !isOnServed(project, file, call)) return [];
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
}

const scoringCalls = callSearch((call) => estimates(call) || isScore(call));

function estimates({ path = "" }: CallFact): boolean {
  return /^nannyml\.(?:\w+\.)*(?:CBPE|DLE|PerformanceCalculator)(?:\.\w+)?$|^river\.metrics\.\w+\.update$/.test(path);
}

const scores =
  /^(?:sklearn\.metrics\.(?!pairwise)\w+|torchmetrics\..*|evaluate\..*compute|evidently\..*(?:Classification|Regression)\w*|scipy\.stats\.(?:spearmanr|pearsonr)|numpy\.(?:mean|abs|sqrt|average))$/;

/** A metric of a library, or one that the project computes itself. */
function isScore({ path = "", name, target }: CallFact): boolean {
  return scores.test(path) || (target !== undefined && isMetricName(name));
}

/** Does its function join by an identifier, or read what was served and what came later? */
function isOnServed(project: ChecklistProject, file: CodeFile, call: CallFact): boolean {
  const said = saidIn(project.code);
  const functions = [...around(project, file, call)].flatMap((node) => said.get(node) ?? []);
  return (
    functions.some(({ joins }) => joins) &&
    functions.some(({ served }) => served) &&
    functions.some(({ later }) => later)
  );
}

interface Said {
  readonly joins: boolean;
  /** Is something named that was served, and something that came later? */
  readonly served: boolean;
  readonly later: boolean;
}

/** What a query joins with what was served is what came later. */
const everything: Said = { joins: true, served: true, later: true };

/** What the calls of each function are about, by its node. */
const saidIn = onceFor((code: readonly CodeFile[]): ReadonlyMap<string, Said> => {
  const found = new Map<string, Said>();
  for (const { file, node, said, open } of saidInEach(code)) {
    const joins = open.some((call) => queriesOf(call, file, code).some(joinsServed));
    found.set(node, joins ? everything : said);
  }
  return found;
});

const saidInEach = onceForEach((file: CodeFile) =>
  file.role !== "source"
    ? []
    : [...functionsOf(file)].map(([node, calls]) => ({
        ...{ file, node, said: saidBy(file, calls) },
        open: calls.filter((call) => asksOthers(call, file)),
      })),
);

function saidBy(file: CodeFile, calls: readonly CallFact[]): Said {
  let [joins, served, later] = [false, false, false];
  for (const call of calls) {
    if (queriesOf(call, file, []).some(joinsServed)) return everything;
    const given = [...call.positional, ...Object.values(call.named)]
      .flatMap((value) => [...valuesWithin(value)])
      .map(writtenAs);
    const words = [call.text, call.resultName ?? "", ...given].join(" ");
    served ||= /predict|served|scored|inference|prediction_log/i.test(words);
    later ||= feedbackLater.test(words);
    joins ||=
      (/^(?:merge|join|merge_asof)$/.test(call.name) &&
        given.some((text) => /_?id$|^id$|key|timestamp|date|time/i.test(text))) ||
      given.some((text) => /\bjoin\b/i.test(text) && /_id\b/i.test(text));
  }
  return { joins, served, later };
}

const feedbackLater =
  /label|feedback|outcome|ground_?truth|actual|observed|truth|target|sales|churned|default(?:ed|s)/i;

/** The function of a call, those that call it, and what these lead to: a script reads in one and scores in another. */
function around(project: ChecklistProject, file: CodeFile, call: CallFact): ReadonlySet<string> {
  const node = nodeOf(file.path, call.within);
  const isTop = call.within === "" || call.within === "__main__";
  const before = isTop ? new Set<string>() : reaching(project, node);
  const callers = file.functions.map(({ name }) => nodeOf(file.path, name)).filter((one) => before.has(one));
  const starts = isTop ? [node] : [node, ...callers];
  return new Set([...leadsTo(project, starts)].filter((one) => !one.endsWith("#") || one === node));
}

/** Where labels are joined with the log of predictions although nothing is scored there. */
export function labelJoins(project: ChecklistProject): readonly Evidence[] {
  return joiningCalls(project.code).map((found) =>
    callEvidence(project, found, {
      what: `\`${found.call.text}\` joins predictions with their labels`,
      rule: "label-join",
    }),
  );
}

const joiningCalls = callSearch((call) => /^(?:merge|join)$/.test(call.name) && isJoinOfLabels(call));

function isJoinOfLabels(call: CallFact): boolean {
  const given = [...call.positional, ...Object.values(call.named)]
    .flatMap((value) => [...valuesWithin(value)])
    .map(writtenAs)
    .join(" ");
  const said = `${call.text} ${given}`;
  return /(?:prediction|request|trace)_?id/i.test(given) || (/predict|served/i.test(said) && feedbackWords.test(said));
}
