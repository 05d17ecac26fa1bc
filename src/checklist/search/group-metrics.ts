import type { CodeFile } from "../../project/facts/code-facts.js";
import { onceForEach } from "../../project/facts/once-for.js";
import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { leadingTo, nodeOf } from "./call-graph.js";
import { callSearch, type FoundCall, provesSomething, testEvidence } from "./code-evidence.js";
import { textsOfCall, wordsOf } from "./fact-values.js";
import { isMetricName } from "./metric-names.js";
import { pipelineCallEvidence } from "./pipeline-evidence.js";
import { isJudging } from "./predictions.js";
import { usedOnly } from "./used-only.js";

/** Metrics that are computed for groups of rows: with a limit in CI or a pipeline they are wired, otherwise only used. */
export function groupMetrics(
  project: ChecklistProject,
  { fairness }: { readonly fairness: boolean },
): readonly Evidence[] {
  const found = groupCalls(project, fairness);
  const limited = limitsAbout(project, found);
  const inCode = found.map((one) => {
    const evidence = pipelineCallEvidence(project, one, {
      what: `\`${one.call.text}\` measures by group`,
      rule: "by-group",
    });
    return limited.has(nodeOf(one.file.path, one.call.within)) ? evidence : usedOnly(evidence);
  });
  return [...inCode, ...testsOf(project, found)];
}

function groupCalls({ code }: ChecklistProject, fairness: boolean): readonly FoundCall[] {
  return fairness ? fairCalls(code) : fairAndSliced(code);
}

const isFair = ({ path }: CodeFile["calls"][number]): boolean => path !== undefined && fairnessPaths.test(path);
const fairCalls = callSearch(isFair);
const fairAndSliced = onceForEach((file: CodeFile): readonly FoundCall[] =>
  file.role !== "source"
    ? []
    : [...file.calls.filter(isFair), ...file.calls.filter((call) => isSliced(call, file))].map((call) => ({
        file,
        call,
      })),
);

const fairnessPaths =
  /^(?:fairlearn\.metrics\.\w+|aif360\.(?:metrics|sklearn\.metrics)\.\w+|aequitas\..*|fairness_indicators\..*|responsibleai\.\w+)$/;
const slicePaths =
  /^(?:tensorflow_model_analysis\.(?:SlicingSpec|run_model_analysis)|snorkel\.slicing\.\w+|giskard\.scan|deepchecks\.\w+(?:\.\w+)*\.(?:WeakSegmentsPerformance|SegmentPerformance))$/;

/** A metric within `groupby`, or in a loop over the values of a column. */
function isSliced(call: CodeFile["calls"][number], { calls }: CodeFile): boolean {
  if (call.path !== undefined && slicePaths.test(call.path)) return true;
  const isMetric = isJudging(call) || (call.target !== undefined && isMetricName(call.name));
  const isAgain = isMetric && (call.inLoop || call.within.includes("<lambda>"));
  const mayHandOn = /^(?:apply|agg|aggregate|map_groups)$/.test(call.name);
  if (!isAgain && !mayHandOn) return false;
  const around = calls.filter(({ within }) => within === call.within);
  if (isAgain && around.some(({ name }) => /^(?:groupby|group_by|partition_by|unique|group)$/.test(name))) return true;
  // `frame.groupby("country").apply(score)` hands the metric on.
  if (!mayHandOn || !/groupby|group_by/.test(call.text)) return false;
  return (
    around.some((one) => isJudging(one) || isMetricName(one.name)) ||
    call.positional.some((value) => value.kind === "symbol" && !collecting.test(value.text))
  );
}

/** What gathers the rows of a group, and measures nothing. */
const collecting = /^(?:set|list|tuple|frozenset|len|sorted|str|int|float|dict)$/;

/** Functions that measure by group and lead to a test that stops, or are called where one is. */
function limitsAbout(project: ChecklistProject, found: readonly FoundCall[]): ReadonlySet<string> {
  const limited = new Set<string>();
  const limits = limitsIn(project.code);
  const guards = new Set(limits.map(({ path, within }) => nodeOf(path, within)));
  for (const { file, call } of found) {
    const node = nodeOf(file.path, call.within);
    const words = groupWords({ file, call });
    // A gate that stands elsewhere names the groups: `slice_`, `worst_group`, `min_region_recall`.
    if (
      limits.some(({ mentions }) =>
        mentions.some((name) => isGroupName(name) || words.some((word) => isPart(word, name))),
      )
    )
      limited.add(node);
    else if ([...leadingTo(project, [node])].some((one) => guards.has(one))) limited.add(node);
  }
  return limited;
}

const limitsIn = onceForEach(({ path, role, guards }: CodeFile) =>
  role === "source" ? guards.filter(isLimit).map(({ within, mentions }) => ({ path, within, mentions })) : [],
);

/** What the groups are called: `region` of `groupby("region")`, `age_band` of `sensitive_features=test["age_band"]`. */
function groupWords({ file, call }: FoundCall): readonly string[] {
  const grouping = file.calls.filter(({ within, name }) => within === call.within && /^group_?by$/.test(name));
  const texts = [...grouping, call].flatMap((one) => [
    ...textsOfCall(one),
    ...Object.values(one.named).flatMap((value) =>
      [...wordsOf(value).matchAll(/["'](\w+)["']/g)].map(([, word = ""]) => word),
    ),
  ]);
  return texts.filter((text) => /^[a-z]\w{3,}$/i.test(text) && !Object.hasOwn(call.named, text));
}

function isPart(word: string, name: string): boolean {
  return `_${name}_`.includes(`_${word}_`);
}

/** `worst_group`, `slice_scores`, `recall_by_region`. */
export function isGroupName(name: string): boolean {
  return /(?:^|_)(?:slices?|groups?|segments?|worst|subgroups?|cohorts?|by|gap|disparity)(?:_|$)/i.test(name);
}

function isLimit({ effect, comparisons, isConstant }: CodeFile["guards"][number]): boolean {
  const stops = effect === "raise" || effect === "exit" || effect === "assert";
  return stops && !isConstant && comparisons.some(({ operator }) => /^[<>]=?$/.test(operator));
}

/** Tests that call what measures by group themselves, and hold its numbers against a limit. */
function testsOf({ tests, code }: ChecklistProject, found: readonly FoundCall[]): readonly Evidence[] {
  const nodes = new Set(found.map(({ file, call }) => nodeOf(file.path, call.within)));
  const files = new Map(code.map((file) => [file.path, file]));
  return tests
    .filter((test) => {
      const own = files.get(test.path)?.calls.filter(({ within }) => within === test.name) ?? [];
      return provesSomething(test) && own.some(({ target }) => target !== undefined && nodes.has(target));
    })
    .filter(({ assertions }) =>
      assertions.some(
        ({ text, mentions }) =>
          /[<>]|[gG]reater|[lL]ess/.test(text) && !/\bset\(|\{/.test(text) && mentions.some(isGroupName),
      ),
    )
    .map((test) => testEvidence(test, { what: `\`${test.name}\` sets limits by group`, rule: "group-test" }));
}
