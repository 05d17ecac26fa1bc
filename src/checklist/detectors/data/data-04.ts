import { detected, type Evidence } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { callEvidence, callsTo, provesSomething, testEvidence } from "../../search/code-evidence.js";
import { passagesOf } from "../../search/documents.js";
import { type FeatureModule, featureModules } from "../../search/feature-modules.js";
import { atMost } from "../../search/pipeline-evidence.js";
import { filesByPath } from "../../search/values.js";

/** Is the cost of features known (latency, memory, upstream, instability)? */
export const detector: Detector = (project) => {
  const modules = featureModules(project);
  const evidence = [
    ...benchmarks(project, modules),
    ...timings(project, modules),
    ...stores(project),
    ...tables(project),
  ];
  const [best] = evidence;
  const budgets = project.config.settings["budgets.features"] !== undefined;
  return detected({
    evidence,
    forks: [
      {
        question: "What does each feature cost: to compute, to keep, and to get from upstream?",
        ...(best === undefined ? {} : { at: { path: best.path, line: best.line } }),
      },
    ],
    missing:
      best === undefined
        ? [
            `Time the functions that make features${modules[0] === undefined ? "" : ` (${modules[0].file.path})`}, or list what each costs.`,
          ]
        : [
            budgets
              ? "Compare the times with `budgets.features` in a test that CI runs."
              : "Compare the times with a budget, in a test that CI runs.",
          ],
    searched: ["Benchmarks and timers around the functions that make features, feature stores, and tables of costs."],
  });
};

/** A test that times a feature function; with a budget in it, it says when one grows too dear. */
function benchmarks({ code, tests }: ChecklistProject, modules: readonly FeatureModule[]): readonly Evidence[] {
  const own = new Set(modules.flatMap(({ file, public: names }) => names.map((name) => `${file.path}#${name}`)));
  return tests.flatMap((test): readonly Evidence[] => {
    const file = filesByPath(code).get(test.path);
    const calls = file?.calls.filter(({ within }) => within === test.name) ?? [];
    const isTimed =
      calls.some(({ text, path = "" }) => text === "benchmark" || text.startsWith("benchmark.") || timer.test(path)) &&
      ((test.reaches.some((one) => own.has(one)) &&
        !calls.some(({ text }) => /^(?:client|session|requests|httpx)\./.test(text))) ||
        calls.some(({ positional }) =>
          positional.some((value) => value.kind === "symbol" && own.has(value.target ?? "")),
        ));
    if (!isTimed || test.skipped !== undefined) return [];
    const hasBudget = provesSomething(test) && test.assertions.some(({ text }) => /[<>]|less|greater/i.test(text));
    const told = {
      what: `${test.name} times a function that makes features${hasBudget ? ", against a budget" : ""}`,
      rule: "benchmark",
    };
    return [hasBudget ? testEvidence(test, told) : atMost(testEvidence(test, told), "L2")];
  });
}

const timer =
  /^(?:time\.(?:perf_counter|process_time|monotonic|time)|timeit\.\w+|performance\.now|tracemalloc\.\w+)(?:_ns)?$/;

/** Timers within the functions that make features, also as decorators. */
function timings(project: ChecklistProject, modules: readonly FeatureModule[]): readonly Evidence[] {
  const paths = new Set(modules.map(({ file }) => file.path));
  return callsTo(project, { path: timer, name: /^(?:time|timer|timed)$/ })
    .filter(({ file }) => paths.has(file.path))
    .slice(0, 3)
    .map((found) => {
      const { file, call } = found;
      const isChecked = file.guards.some(({ within, comparisons }) => within === call.within && comparisons.length > 0);
      const told = { what: `\`${call.text}\` times ${call.within === "" ? file.path : call.within}`, rule: "timing" };
      const evidence = callEvidence(project, found, told);
      return isChecked ? evidence : atMost(evidence, "L2");
    });
}

function stores(project: ChecklistProject): readonly Evidence[] {
  return callsTo(project, {
    path: /^(?:feast|tecton|hsfs|hopsworks|featureform)\b/,
    name: /^(?:FeatureView|create_feature_group)$/,
  })
    .filter(
      ({ call }) => Object.keys(call.named).filter((name) => /^(?:owner|ttl|source|tags)$/.test(name)).length >= 2,
    )
    .map((found) =>
      atMost(
        callEvidence(project, found, { what: `\`${found.call.text}\` names owner and source`, rule: "feature-store" }),
        "L2",
      ),
    );
}

function tables({ docs }: ChecklistProject): readonly Evidence[] {
  return passagesOf(docs, { heading: /feature/i, leastWords: 10 })
    .filter(({ text }) =>
      text.split("\n").some((row) => row.includes(" | ") && /\b(?:cost|latency|ms|memory)\b/i.test(row)),
    )
    .slice(0, 1)
    .map(({ path, line, heading }) => ({
      path,
      line,
      level: "L2",
      what: `"${heading}" lists what features cost`,
      rule: "cost-table",
    }));
}
