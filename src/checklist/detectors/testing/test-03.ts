import { textsOf } from "../../../engine/checklist-config.js";
import { matchesGlobs } from "../../../engine/globs.js";
import type { CodeFile } from "../../../project/facts/code-facts.js";
import { detected, type Evidence } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { leadsTo, nodeOf } from "../../search/call-graph.js";
import { provesSomething, testEvidence } from "../../search/code-evidence.js";
import { textsOfCall } from "../../search/fact-values.js";
import { isJudging, isPredicting } from "../../search/predictions.js";
import { trains } from "../../search/training-calls.js";

/** Is the whole way from data to prediction tested on a small sample? */
export const detector: Detector = (project) => {
  const evidence = [...wholeTests(project), ...wholeRuns(project)];
  return detected({
    evidence,
    missing: [
      evidence.length > 0
        ? "Run it in CI on each change, so that its failure fails the job."
        : "Write a test that makes features, trains and predicts in one go, on a few rows.",
    ],
    searched: ["Tests and CI jobs that lead to code that trains and to code that predicts or scores, in one run."],
  });
};

function wholeTests(project: ChecklistProject): readonly Evidence[] {
  const globs = textsOf(project.config, "tests.integration");
  const files = new Map(project.code.map((file) => [file.path, file]));
  return project.tests.flatMap((test) => {
    const isNamed = globs.length > 0 && matchesGlobs(globs, test.path);
    if (!provesSomething(test) && !isNamed) return [];
    const own = files.get(test.path)?.calls.filter(({ within }) => within === test.name) ?? [];
    // A test may start scripts of the project as a person would.
    const started = own.flatMap((call) => textsOfCall(call)).flatMap((text) => scriptOf(text, files));
    const nodes = [...test.reaches.filter((node) => node.includes("#")), ...leadsTo(project, started)];
    const ways = waysOf(nodes, files);
    const isWhole =
      (ways.trains || own.some(trains)) && (ways.judges || own.some((call) => isPredicting(call) || isJudging(call)));
    if (!(isWhole && ways.files.size > 1) && !isNamed) return [];
    const what = `\`${test.name}\` trains and predicts in one go`;
    return [testEvidence(test, { what, rule: "whole-test" })];
  });
}

function scriptOf(text: string, files: ReadonlyMap<string, CodeFile>): readonly string[] {
  const path = text.replace(/^\.\//, "");
  return files.has(path) ? [nodeOf(path, ""), nodeOf(path, "__main__")] : [];
}

interface Ways {
  readonly trains: boolean;
  readonly judges: boolean;
  readonly files: ReadonlySet<string>;
}

/** What functions do on the way: do they train, do they predict or score, and in how many files of the product? */
function waysOf(nodes: Iterable<string>, files: ReadonlyMap<string, CodeFile>): Ways {
  const functions = new Set(nodes);
  let [training, judging] = [false, false];
  const seen = new Set<string>();
  for (const node of functions) {
    const at = node.indexOf("#");
    const [path, within] = [node.slice(0, at), node.slice(at + 1)];
    const file = files.get(path);
    if (file?.role !== "source") continue;
    if (within !== "") seen.add(path);
    for (const call of file.calls) {
      if (call.within !== within) continue;
      training ||= trains(call);
      judging ||= isPredicting(call) || isJudging(call);
    }
  }
  return { trains: training, judges: judging, files: seen };
}

/** `dvc repro` and the like, and commands of CI that train and score. */
function wholeRuns(project: ChecklistProject): readonly Evidence[] {
  const files = new Map(project.code.map((file) => [file.path, file]));
  return project.ci.runs.flatMap((run): readonly Evidence[] => {
    // A job that somebody starts by hand trains; it tests no change.
    if (run.isTests || !run.isAutomatic) return [];
    const isPipeline = run.tool === "dvc" && (run.args[0] === "repro" || run.args[0] === "exp");
    const starts = run.script === undefined ? [] : [nodeOf(run.script, ""), nodeOf(run.script, "__main__")];
    const ways = waysOf(leadsTo(project, starts), files);
    if (!isPipeline && !(ways.trains && ways.judges && ways.files.size > 1)) return [];
    const level = run.isGating ? "L4" : "L3";
    const what = `CI job "${run.job}" runs the whole pipeline by \`${run.command}\``;
    const repeatedBy = run.isScheduled ? "schedule" : "ci";
    return [{ path: run.path, line: run.line, level, what, rule: "whole-run", repeatedBy }];
  });
}
