import { numberOf } from "../../../engine/checklist-config.js";
import { isMetric } from "../../../knowledge/metrics.js";
import type { CallFact, CodeFile } from "../../../project/facts/code-facts.js";
import type { Evidence } from "../../evidence.js";
import type { Detector } from "../../project.js";
import { callEvidence, callSearch, callsTo, codeEvidence } from "../../search/code-evidence.js";
import { inParts } from "../../search/parts.js";
import { ageLimits } from "../../search/model-age.js";
import type { ChecklistProject } from "../../project.js";

/** Is it known how fast quality falls as the model ages? */
export const detector: Detector = (project) => {
  const days = numberOf(project.config, "freshness.maxAgeDays");
  const limits: readonly Evidence[] = [
    ...ageLimits(project),
    ...(days === undefined
      ? []
      : [
          {
            ...({ path: ".preflight/config.yaml", line: 1, level: "L3", rule: "age-limit" } as const),
            what: `the team's configuration says that a model may be ${days} days old`,
          },
        ]),
  ];
  const tests = [...backtests(project), ...statements(project)];
  return inParts(
    [
      {
        evidence: tests,
        absent: "no backtest shows how quality falls with age",
        missing: "Score models of several training cut-offs on later data, and keep the quality by age.",
      },
      {
        evidence: limits,
        absent: "no limit of age is set from what was measured",
        missing: "Set `max_model_age_days` in the configuration from what the backtest shows.",
      },
    ],
    {
      forks: [{ question: "Is it known how fast quality falls as the model ages, and where is that written down?" }],
      searched: [
        "Backtests over training cut-offs in code, limits of age in configurations, statements with numbers in documents.",
      ],
    },
  );
};

function backtests(project: ChecklistProject): readonly Evidence[] {
  const calls = callsTo(project, { path: backtesters }).map((found) =>
    callEvidence(project, found, {
      what: `\`${found.call.text}\` scores models of several cut-offs`,
      rule: "backtest",
    }),
  );
  const own = repeatedRuns(project.code).map(({ file, call }) =>
    codeEvidence(
      project,
      { ...call, path: file.path },
      { what: `\`${call.text}\` runs for several training cut-offs`, rule: "backtest" },
    ),
  );
  return [...calls, ...own];
}

const repeatedRuns = callSearch(
  ({ inLoop, name, path, named, positional, target, text, within }, file) =>
    inLoop &&
    /^(?:fit|train\w*|fit_\w+|evaluate\w*|score\w*)$/.test(name) &&
    (target !== undefined || path !== undefined || text.includes(".")) &&
    (wordsOf({ positional, named }).some((word) => cutoffs.test(word)) || keepsAges(file, within)),
);

/** Does a function write down, in its loops, a score of each age: `rows.append({"age_days": age, "ap": metric(...)})`? */
function keepsAges({ calls }: CodeFile, within: string): boolean {
  const mine = calls.filter((call) => call.inLoop && call.within === within);
  return (
    mine.some(({ path = "" }) => isMetric(path)) && mine.some((call) => wordsOf(call).some((word) => ages.test(word)))
  );
}

/** The names of arguments, the texts of what is given, and the keys of records. */
function wordsOf({ positional, named }: Pick<CallFact, "positional" | "named">): readonly string[] {
  const given = [...positional, ...Object.values(named)];
  return [
    ...Object.keys(named),
    ...given.flatMap((value) =>
      "text" in value ? value.text : value.kind === "dict" ? Object.keys(value.entries) : [],
    ),
  ];
}

const ages = /^(?:model_)?age(?:_?(?:in_)?(?:days|weeks|months))?$|^(?:days|weeks|months)_(?:since|after|old)/i;
const cutoffs = /cut_?off|train_(?:end|until)|age_(?:days|weeks|months)|horizon|as_of|origin/i;
const backtesters =
  /^(?:prophet\.diagnostics\.(?:cross_validation|performance_metrics)|darts\..*\.(?:historical_forecasts|backtest)|sktime\..*\.(?:evaluate|ExpandingWindowSplitter|SlidingWindowSplitter)|gluonts\..*\.(?:backtest_metrics|make_evaluation_predictions)|statsforecast\..*\.cross_validation|neuralforecast\..*\.cross_validation|skforecast\..*backtesting\w*|mlforecast\..*\.cross_validation)$/;

/** A document that says with numbers how quality depends on age. */
function statements({ docs }: ChecklistProject): readonly Evidence[] {
  return docs.flatMap(({ path, line, heading, text, isTemplate }): readonly Evidence[] => {
    if (isTemplate || !/\d/.test(text)) return [];
    const isAbout =
      /(?:model|quality|accuracy|error|mae|auc|f1)\b(?:[^.]|\.\d)*\b(?:age|ages|decay\w*|degrad\w*|stale\w*|weeks? old|days? old|months? old)/i;
    const sentence = text
      .split(/(?<=[.!?])\s+/)
      .find((one) => isAbout.test(one) && (one.match(/\d+(?:\.\d+)?/g) ?? []).length >= 2);
    if (sentence === undefined) return [];
    return [{ path, line, level: "L2", what: `"${heading}" says how quality falls with age`, rule: "statement" }];
  });
}
