import { numberOf } from "../../../engine/checklist-config.js";
import type { CodeFile } from "../../../project/facts/code-facts.js";
import type { TestCase } from "../../../project/facts/file-facts.js";
import { detected, type Evidence } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { runEvidence } from "../../search/ci-evidence.js";
import { callsTo, codeEvidence, provesSomething, testEvidence } from "../../search/code-evidence.js";
import { memoryMeters, openMemoryBudget } from "../../search/memory-budget.js";
import { atMost } from "../../search/pipeline-evidence.js";
import { filesByPath } from "../../search/values.js";

/** Are latency, throughput and memory tested against a budget? */
export const detector: Detector = (project) => {
  const scripts = loadScripts(project);
  const evidence = [
    ...ofTests(project),
    ...scripts,
    ...ofCommands(project, scripts.length > 0),
    ...ofBenchmarks(project),
  ];
  const budget = numberOf(project.config, "budgets.latencyMs");
  const limit =
    budget === undefined ? "a limit, such as `assert np.percentile(times, 95) < 0.2`" : `the limit of ${budget} ms`;
  return detected({
    evidence,
    objections: openMemoryBudget(project),
    missing: evidence.some(({ level }) => level === "L3" || level === "L4")
      ? ["Let a load test or a test of latency fail the job when the limit is missed."]
      : [`Time many predictions in a test that CI runs, and compare a percentile with ${limit}.`],
    searched: [
      "Load tests with thresholds, tests that compare times or memory with a limit, and the commands of CI that run them.",
    ],
  });
};

/** Tests that time predictions: with a limit worth what runs them, without one no more than used. */
function ofTests(project: ChecklistProject): readonly Evidence[] {
  return project.tests.flatMap((test): readonly Evidence[] => {
    const file = filesByPath(project.code).get(test.path);
    if (file === undefined || test.skipped !== undefined) return [];
    const mine = file.calls.filter(({ within }) => within === test.name || within.startsWith(`${test.name}.`));
    const isTimed = mine.some(
      ({ path = "", name }) =>
        timers.test(path) || /^(?:performance\.now|perf_counter|now)$/.test(name) || memoryMeters.test(path),
    );
    const isBenchmark = file.functions.some(
      ({ name, params }) => name === test.name && params.some((param) => param.name === "benchmark"),
    );
    if ((!isTimed && !isBenchmark) || isTraining(test)) return [];
    // How long a part of the features takes tells nothing of a request.
    if (![...test.reaches, ...mine.map(({ text }) => text)].some((one) => answering.test(one))) return [];
    const limited = provesSomething(test) && hasLimit(file, test);
    const what = limited ? "A test holds times or memory to a limit" : "A test takes times, without a limit";
    const found = testEvidence(test, { what, rule: "latency-test" });
    return [limited || (isBenchmark && comparesBenchmarks(project)) ? found : atMost(found, "L2")];
  });
}

const timers =
  /^(?:time\.(?:time|perf_counter|monotonic|process_time)(?:_ns)?|timeit\.\w+|perf_hooks\..*|performance\.now)$|(?:^|\.)performance\.now$/;
const limitWords =
  /percentile|quantile|p\d\d|latency|elapsed|duration|seconds|_ms$|^ms$|millis|median|peak|memory|rss|budget|throughput|perf_counter|time|timeit|took|per_second|rps|qps/i;

const answering =
  /predict|serv|infer|scor|api\b|\bapp\b|client|request|post|generat|complet|chat|answer|embed|recommend|rank|classif|detect|forward|model|\bnet\b|session|pipeline|engine/i;

function isTraining({ reaches, name }: TestCase): boolean {
  return /train|fit/i.test(name) && !reaches.some((node) => /predict|serv|infer|score|api|app/i.test(node));
}

function hasLimit({ guards }: CodeFile, { name }: TestCase): boolean {
  return guards.some(
    ({ within, comparisons, mentions, isConstant }) =>
      (within === name || within.startsWith(`${name}.`)) &&
      !isConstant &&
      comparisons.some(({ operator }) => /^[<>]=?$/.test(operator)) &&
      mentions.some((word) => limitWords.test(word)),
  );
}

function comparesBenchmarks({ ci, configs }: ChecklistProject): boolean {
  const option = /--benchmark-compare-fail/;
  return (
    ci.runs.some(({ command }) => option.test(command)) ||
    configs.some(({ entries }) => entries.some(({ key, value }) => /addopts/.test(key) && option.test(String(value))))
  );
}

/** Scripts of k6, artillery and locust; with thresholds they can fail. */
function loadScripts(project: ChecklistProject): readonly (Evidence & { readonly limited: boolean })[] {
  const k6 = project.code.flatMap(({ path, imports, assigns }) => {
    if (!imports.some(({ module }) => module === "k6" || module.startsWith("k6/"))) return [];
    const limits = assigns.find(
      ({ target, value }) => target === "options" && value.kind === "dict" && value.entries.thresholds !== undefined,
    );
    return [script(project, path, limits?.line, "k6")];
  });
  const locust = project.code.flatMap(({ path, imports, guards, assigns }) => {
    if (!imports.some(({ module }) => module.startsWith("locust"))) return [];
    const limit = guards.find(({ mentions }) =>
      mentions.some((word) => /percentile|fail_ratio|response_time/.test(word)),
    );
    const code = assigns.find(({ target }) => target.endsWith("process_exit_code"));
    return [script(project, path, limit?.line ?? code?.line, "locust")];
  });
  const artillery = project.configs.flatMap(({ path, entries }) => {
    const isOne =
      entries.some(({ key }) => key === "config.target") && entries.some(({ key }) => key.startsWith("scenarios."));
    const limits = entries.find(({ key }) => /^config\.(?:ensure|plugins\.ensure)\b/.test(key));
    return isOne ? [script(project, path, limits?.line, "artillery")] : [];
  });
  const plans = project.files
    .filter((path) => /\.jmx$/.test(path))
    .map((path) => script(project, path, undefined, "JMeter"));
  return [...k6, ...locust, ...artillery, ...plans];
}

/** A script of a load test: worth what runs it where it has limits. */
function script(
  { ci }: ChecklistProject,
  path: string,
  limit: number | undefined,
  tool: string,
): Evidence & { readonly limited: boolean } {
  const limited = limit !== undefined;
  const what = limited ? `A load test of ${tool} with limits` : `A load test of ${tool} without limits`;
  const told = { what, rule: "load-test" };
  const run = ci.runs.find(
    ({ args, script: started, command }) =>
      started === path ||
      args.includes(path) ||
      command.includes(path) ||
      args.some((arg) => /[^/]\.\w+$/.test(arg) && path.endsWith(`/${arg.replace(/^\.\//, "")}`)),
  );
  const place: Evidence = { path, line: limit ?? 1, level: "L2", ...told };
  if (run === undefined || !limited) return { ...place, limited };
  const { level, repeatedBy } = runEvidence(run, told);
  return {
    ...place,
    level,
    what: `${what}; CI runs it (${run.path}:${run.line})`,
    limited,
    ...(repeatedBy === undefined ? {} : { repeatedBy }),
  };
}

/** Commands that hold a service to a limit by themselves, or only put load on it. */
function ofCommands(project: ChecklistProject, hasScripts: boolean): readonly Evidence[] {
  if (hasScripts) return [];
  const load =
    /^(?:npx )?(?:autocannon|wrk2?|vegeta|hey|ab|perf_analyzer|genai-perf|oha|bombardier|locust|k6|artillery)\b/;
  return project.ci.runs
    .filter(({ command }) => load.test(command))
    .map((run) =>
      atMost(
        runEvidence(run, {
          what: `\`${run.tool}\` puts load on the service, without a limit that files show`,
          rule: "load-test",
        }),
        "L2",
      ),
    );
}

/** Scripts that time predictions and leave when a limit is missed. */
function ofBenchmarks(project: ChecklistProject): readonly Evidence[] {
  const timing = callsTo(project, { path: timers, name: /^perf_counter$/, roles: ["source", "aside"] });
  const files = new Set(timing.map(({ file }) => file));
  return [...files].flatMap((file) =>
    file.guards
      .filter(
        ({ effect, comparisons, mentions }) =>
          (effect === "raise" || effect === "exit" || effect === "assert") &&
          comparisons.length > 0 &&
          mentions.some((word) => /percentile|quantile|latency|p9\d|budget/i.test(word)),
      )
      .map((guard) =>
        codeEvidence(
          project,
          { path: file.path, line: guard.line, within: guard.within },
          { what: `\`${guard.text}\` holds the time of predictions to a limit`, rule: "benchmark" },
          true,
        ),
      ),
  );
}
