import { numberOf } from "../../engine/checklist-config.js";
import type { CallFact, CodeFile } from "../../project/facts/code-facts.js";
import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { nodeOf } from "./call-graph.js";
import { callSearch, codeEvidence, provesSomething, testEvidence } from "./code-evidence.js";
import { argumentsOf, literalOf } from "./fact-values.js";
import { seededBy } from "./randomness.js";
import { trains, trainers, trainingCalls } from "./training-calls.js";
import { leadingTo } from "./call-graph.js";
import { usedOnly } from "./used-only.js";

/** Tests that train twice and compare, and code that trains with several seeds and reports the spread. */
export function repeatedTraining(project: ChecklistProject): readonly Evidence[] {
  return [...twiceInTests(project), ...severalSeeds(project)];
}

function twiceInTests(project: ChecklistProject): readonly Evidence[] {
  const training = leadingTo(
    project,
    trainingCalls(project, ["source", "test"]).map(({ file, call }) => nodeOf(file.path, call.within)),
  );
  const files = new Map(project.code.map((file) => [file.path, file]));
  return project.tests.flatMap((test): Evidence[] => {
    if (!provesSomething(test)) return [];
    const calls = files.get(test.path)?.calls.filter(({ within }) => within === test.name) ?? [];
    const runs = calls.filter((call) => trains(call) || (call.target !== undefined && training.has(call.target)));
    const isTwice = runs.some((one, index) => runs.some((other, at) => at > index && isSameRun(one, other)));
    const isNamed = /reproduc|determin|repeat|twice|same_seed|seed/i.test(test.name) && runs.length > 0;
    if (!isTwice && !isNamed) return [];
    const evidence = testEvidence(test, { what: `\`${test.name}\` trains twice and compares`, rule: "trains-twice" });
    const far = toleranceOf(calls);
    const most = numberOf(project.config, "repro.tolerance");
    if (most === undefined || far === undefined || far <= most) return [evidence];
    return [
      usedOnly({ ...evidence, what: `${evidence.what}, but lets the runs differ by ${far}; the team allows ${most}` }),
    ];
  });
}

/** How far a test lets two values differ: `pytest.approx(first, abs=0.1)`, `np.allclose(first, again, rtol=0.1)`. */
function toleranceOf(calls: readonly CallFact[]): number | undefined {
  const given = calls.flatMap(({ named }) =>
    ["abs", "rel", "atol", "rtol", "delta", "abs_tol", "rel_tol"].flatMap((name) => {
      const value = literalOf(Object.hasOwn(named, name) ? named[name] : undefined);
      return typeof value === "number" ? [value] : [];
    }),
  );
  return given.length === 0 ? undefined : Math.max(...given);
}

/** Two runs of the same function, unless they are given different seeds. */
function isSameRun(one: CallFact, other: CallFact): boolean {
  const callee = ({ target, text, name }: CallFact): string => target ?? (trains({ ...one }) ? name : text);
  if (callee(one) !== callee(other)) return false;
  const [seed, again] = [one, other].map(({ named }) => literalOf(named.seed ?? named.random_state));
  return seed === again;
}

/** A loop that hands on its variable as the seed, next to a spread that is computed. */
function severalSeeds(project: ChecklistProject): readonly Evidence[] {
  const training = trainers(project);
  return seededLoops(project.code).flatMap(({ file, call }): Evidence[] => {
    const { path } = file;
    if (!training.has(nodeOf(path, call.within)) || !hasSpread(file, call.within)) return [];
    const what = `\`${call.text}\` runs with several seeds, and their spread is reported`;
    const evidence = codeEvidence(project, { ...call, path }, { what, rule: "several-seeds" });
    return [evidence.repeatedBy === "ci" || evidence.repeatedBy === "schedule" ? evidence : usedOnly(evidence)];
  });
}

const seededLoops = callSearch((call) => call.inLoop && handsOnSeed(call));

function handsOnSeed(call: CallFact): boolean {
  const isOpen = (value: { readonly kind: string } | undefined): boolean =>
    value !== undefined && value.kind === "unknown";
  if (seededBy(call).length > 0) return argumentsOf(call).some(isOpen);
  const { seed, random_state: state } = call.named;
  return (
    isOpen(seed ?? state) ||
    (call.target !== undefined &&
      call.positional.some((value) => value.kind === "unknown" && /^seed$/.test(value.text)))
  );
}

function hasSpread({ calls }: CodeFile, within: string): boolean {
  return calls.some(
    (call) =>
      call.within === within &&
      (/^(?:numpy\.(?:nan)?(?:std|var)|statistics\.p?(?:stdev|variance)|scipy\.stats\.sem|torch\.std)$/.test(
        call.path ?? "",
      ) ||
        (call.path === undefined && /^(?:std|sem|describe)$/.test(call.name))),
  );
}
