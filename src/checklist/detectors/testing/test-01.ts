import { numberOf, textsOf } from "../../../engine/checklist-config.js";
import { matchesGlobs } from "../../../engine/globs.js";
import type { TestCase } from "../../../project/facts/file-facts.js";
import { detected, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { provesSomething, testEvidence } from "../../search/code-evidence.js";
import { besideEvidence, testsTold } from "../../search/reports.js";

/** Do tests that prove something run on each push, so that their failure fails the build? */
export const detector: Detector = (project) => {
  const globs = textsOf(project.config, "tests.paths");
  const tests = project.tests.filter(({ path }) => globs.length === 0 || matchesGlobs(globs, path));
  const proving = tests.filter(provesSomething);
  const evidence = bestOfFiles(proving).map((test) =>
    testEvidence(test, { what: `\`${test.name}\` asserts what can fail`, rule: "test" }),
  );
  return detected({
    evidence: [...evidence, ...besideEvidence(evidence, testsTold(project))],
    objections: [
      ...tooFew(project, proving),
      ...(evidence.some(({ level }) => level === "L4") ? [] : swallowed(project)),
    ],
    missing: missing(project, tests, proving),
    searched: [
      `${tests.length} tests, of which ${proving.length} assert something and are not skipped; ${project.ci.runs.filter(({ isTests }) => isTests).length} runs of tests in CI.`,
    ],
  });
};

/** One test of each file is enough to look at. */
function bestOfFiles(tests: readonly TestCase[]): readonly TestCase[] {
  const byFile = new Map<string, TestCase>();
  for (const test of tests) {
    const known = byFile.get(test.path);
    if (known === undefined || strength(test) > strength(known)) byFile.set(test.path, test);
  }
  return [...byFile.values()].toSorted((a, b) => strength(b) - strength(a));
}

function strength({ run }: TestCase): number {
  return run === undefined ? 0 : 1 + (run.isAutomatic ? 2 : 0) + (run.isGating ? 1 : 0);
}

/** One test for four files of source code, unless the team asks for another share. */
const usualRatio = 0.25;

function tooFew({ code, config }: ChecklistProject, proving: readonly TestCase[]): readonly Objection[] {
  const sources = code.filter(({ role, functions }) => role === "source" && functions.length > 0);
  const ratio = numberOf(config, "tests.ratio") ?? usualRatio;
  const [first] = proving;
  if (first === undefined || proving.length >= sources.length * ratio) return [];
  const what = `${proving.length} tests that prove something stand against ${sources.length} files of source code`;
  return [{ path: first.path, line: first.line, allows: "partial", what, rule: "too-few" }];
}

function swallowed({ ci }: ChecklistProject): readonly Objection[] {
  return ci.runs
    .filter(({ isTests, isAutomatic, swallowedBy }) => isTests && isAutomatic && swallowedBy !== undefined)
    .map(({ path, line, command, swallowedBy }) => {
      const what = `a failure of \`${command}\` goes unnoticed: ${swallowedBy ?? ""}`;
      return { path, line, allows: "partial", what, rule: "swallowed" };
    });
}

function missing(
  { ci }: ChecklistProject,
  tests: readonly TestCase[],
  proving: readonly TestCase[],
): readonly string[] {
  if (proving.length === 0)
    return [
      tests.length === 0 ? "Write tests that assert what the code gives." : "Let the tests assert what can fail.",
    ];
  if (ci.runs.some(({ isTests }) => isTests)) return ["Let a failing test fail its job, on each push or pull request."];
  return [`Run ${proving[0]?.path ?? "the tests"} and the others in CI, on each push or pull request.`];
}
