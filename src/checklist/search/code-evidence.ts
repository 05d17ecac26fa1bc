import type { CallFact, CodeFile } from "../../project/facts/code-facts.js";
import type { TestCase } from "../../project/facts/file-facts.js";
import { onceFor, onceForEach } from "../../project/facts/once-for.js";
import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";

/** A call of the product's own code: no test, no notebook, no example. */
export interface FoundCall {
  readonly file: CodeFile;
  readonly call: CallFact;
}

export interface CallSearch {
  /** Of `path`, with imports resolved. */
  readonly path?: RegExp;
  /** Of `name`, where `path` is not known: for methods of objects that nobody can tell the class of. */
  readonly name?: RegExp;
  /** Where to look; `source` alone when left out. */
  readonly roles?: readonly CodeFile["role"][];
}

/** All calls that match, in order of files and lines. */
export function callsTo(
  { code }: ChecklistProject,
  { path, name, roles = ["source"] }: CallSearch,
): readonly FoundCall[] {
  const { byPath, byName } = callsIn(code);
  return [...matching(byPath, path), ...matching(byName, name)]
    .filter(({ found }) => roles.includes(found.file.role))
    .sort((a, b) => a.at - b.at)
    .map(({ found }) => found);
}

/** A search for calls of the product that each file answers by itself, and so answers once. */
export function callSearch(
  matches: (call: CallFact, file: CodeFile) => boolean,
  roles: readonly CodeFile["role"][] = ["source"],
): (code: readonly CodeFile[]) => readonly FoundCall[] {
  return onceForEach((file) =>
    roles.includes(file.role) ? file.calls.filter((call) => matches(call, file)).map((call) => ({ file, call })) : [],
  );
}

interface PlacedCall {
  readonly found: FoundCall;
  /** Counts through all calls. */
  readonly at: number;
}

/** By what is called: the same few things again and again, so that a pattern is tried once for each of them. */
const callsIn = onceFor((code: readonly CodeFile[]) => {
  const byPath = new Map<string, PlacedCall[]>();
  const byName = new Map<string, PlacedCall[]>();
  let at = 0;
  for (const file of code) {
    for (const call of file.calls) {
      const [known, key] = call.path === undefined ? [byName, call.name] : [byPath, call.path];
      const placed = { found: { file, call }, at: at++ };
      const others = known.get(key);
      if (others === undefined) known.set(key, [placed]);
      else others.push(placed);
    }
  }
  return { byPath, byName };
});

function matching(calls: ReadonlyMap<string, readonly PlacedCall[]>, pattern: RegExp | undefined) {
  if (pattern === undefined) return [];
  return [...calls].flatMap(([key, placed]) => (pattern.test(key) ? placed : []));
}

export interface Told {
  /** What stands there, in words for people, with the project's own names. */
  readonly what: string;
  /** What the detector calls this way of finding it. */
  readonly rule: string;
}

/** A place in a function of the product's code. */
export interface InCode {
  readonly path: string;
  readonly line: number;
  readonly cell?: number;
  readonly within: string;
}

/**
 * Evidence in code: L2 as it is used, L3 where something that runs leads to it. `stops` says that its failure raises
 * or leaves the program: L4 then, where that stops a job or a pipeline that is run again and again.
 */
export function codeEvidence(
  { wiring }: Pick<ChecklistProject, "wiring">,
  { path, line, cell, within }: InCode,
  { what, rule }: Told,
  stops = false,
): Evidence {
  const place = { path, line, ...(cell === undefined ? {} : { cell }) };
  const entries = wiring.entriesOf(path, within);
  const [entry] = entries;
  if (entry === undefined) return { ...place, level: "L2", what, rule };
  const gating = stops ? entries.find(({ isGating, repeatedBy }) => isGating && repeatedBy !== undefined) : undefined;
  const best = gating ?? entries.find(({ repeatedBy }) => repeatedBy !== undefined) ?? entry;
  const { repeatedBy } = best;
  const level = gating === undefined ? "L3" : "L4";
  return { ...place, level, what: `${what}; ${best.what}`, rule, ...(repeatedBy === undefined ? {} : { repeatedBy }) };
}

/** Evidence of a call, at its place. */
export function callEvidence(
  project: ChecklistProject,
  { file, call }: FoundCall,
  told: Told,
  stops = false,
): Evidence {
  return codeEvidence(project, { ...call, path: file.path }, told, stops && !call.isSwallowed);
}

/** Does a test prove anything: it is not skipped, and it asserts what can fail? */
export function provesSomething({ skipped, assertions }: TestCase): boolean {
  return skipped === undefined && assertions.length > 0;
}

/** Evidence of a test: L2 where nothing runs it, L3 in CI on changes or by schedule, L4 where its failure fails the job. */
export function testEvidence({ path, line, run }: TestCase, { what, rule }: Told): Evidence {
  if (run?.isAutomatic !== true) return { path, line, level: "L2", what, rule };
  const where = `${what}; CI runs it (${run.path}:${run.line})`;
  return { path, line, level: run.isGating ? "L4" : "L3", what: where, rule, repeatedBy: "ci" };
}

/** Packages that manifests ask for and no code imports show a wish: L1. */
export function isImported(
  { code }: ChecklistProject,
  module: RegExp,
  roles: readonly CodeFile["role"][] = ["source"],
): boolean {
  return code.some(({ role, imports }) => roles.includes(role) && imports.some((one) => module.test(one.module)));
}
