import { deepEqual, equal, fail } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { analyze } from "../src/engine/analyze.js";
import { rules } from "../src/rules/index.js";
import type { Rule, Severity } from "../src/rules/rule.js";
import { comparedRules, readCorpus, wideRules, type CorpusCase } from "./corpus-cases.js";
import { inMemoryWorkspace } from "./rules/in-memory-workspace.js";
import { read } from "./rules/read.js";

/** A place where a rule speaks or must speak: `line rule`. */
type Place = `${number} ${string}`;

interface Tally {
  programs: number;
  must: number;
  found: number;
  false: number;
}

const severities: ReadonlyMap<Rule, Severity> = new Map(
  rules.filter(({ meta }) => comparedRules.has(meta.id)).map((rule) => [rule, rule.meta.severity]),
);
const corpus = readCorpus("test/corpus");
/** By program, the places where rule and mark disagree: recall and precision fall when anything is added here. */
const known = JSON.parse(readFileSync("test/corpus/known-disagreements.json", "utf8")) as Readonly<
  Record<string, readonly string[]>
>;
const tallies = new Map<string, Tally>(
  [...comparedRules].map((id) => [id, { programs: 0, must: 0, found: 0, false: 0 }]),
);

for (const folder of new Set(corpus.map(({ rule }) => rule))) {
  describe(`corpus of ${folder}`, () => {
    it("is named for a rule of the comparison", () => equal(comparedRules.has(folder), true));
    for (const program of corpus.filter(({ rule }) => rule === folder)) it(program.name, () => compare(program));
  });
}

describe("corpus", () => {
  after(() => console.log(table()));
  it("has programs", () => equal(corpus.length > 0, true));
  it("knows the programs that disagree", () => {
    const places = new Set(corpus.map(({ place }) => place));
    deepEqual(
      Object.keys(known).filter((place) => !places.has(place)),
      [],
    );
  });
});

function compare(program: CorpusCase): void {
  tallies.get(program.rule)!.programs += 1;
  const marks = marksOf(program);
  const { findings, failures } = findingsOf(program);
  const compared = new Set([
    program.rule,
    ...[...marks].map(ruleOf),
    ...[...comparedRules].filter((id) => !wideRules.has(id)),
  ]);
  const found = new Map([...findings].filter(([place]) => compared.has(ruleOf(place))));

  const missing = [...marks].filter((place) => !found.has(place));
  const unexpected = [...found.keys()].filter((place) => !marks.has(place));
  for (const place of marks) tallies.get(ruleOf(place))!.must += 1;
  for (const place of found.keys()) tallies.get(ruleOf(place))![marks.has(place) ? "found" : "false"] += 1;

  const disagreements = [
    ...missing.map((place) => `missing ${place}`),
    ...unexpected.map((place) => `unexpected ${place}`),
  ];
  // What is known to be wrong may neither grow nor stay listed once it is right.
  const expected = known[program.place] ?? [];
  if (failures.length === 0 && disagreements.sort().join() === [...expected].sort().join()) return;

  const lines = program.text.split("\n");
  const show = (place: Place): string => {
    const [line, rule] = place.split(" ");
    const message = found.get(place);
    return `${program.place}:${line} ${rule}: \`${lines[Number(line) - 1]!.trim()}\`${message === undefined ? "" : ` (${message})`}`;
  };
  const problems = [
    ...missing.map((place) => `missing: ${show(place)}`),
    ...unexpected.map((place) => `unexpected: ${show(place)}`),
    ...expected
      .filter((entry) => !disagreements.includes(entry))
      .map((entry) => `right now, take it off the list: ${entry}`),
    ...failures,
  ];
  fail(problems.join("\n"));
}

function marksOf({ text, place: where }: CorpusCase): Set<Place> {
  const marks = new Set<Place>();
  text.split("\n").forEach((content, index) => {
    const ids = /(?:#|\/\/)\s*must:(.*)$/.exec(content)?.[1]?.split(",") ?? [];
    for (const id of ids.map((word) => word.trim())) {
      // A slip in a mark must not pass for a program that nothing is expected of.
      if (!comparedRules.has(id)) throw new Error(`${where}:${index + 1} marks an unknown rule, "${id}".`);
      marks.add(`${index + 1} ${id}`);
    }
  });
  return marks;
}

/** The message of the first finding at each place, and what went wrong on the way. */
function findingsOf({ path, text, files, facts }: CorpusCase): { findings: Map<Place, string>; failures: string[] } {
  // Some rules read comments, and a mark must not tell them anything.
  const document = read(path, text.replaceAll(/[ \t]*(#|\/\/)\s*must:.*$/gm, ""));
  const failures = document.form.errors.map(({ message }) => `does not parse: ${message}`);
  const found = analyze(document, {
    rules: severities,
    workspace: inMemoryWorkspace(files, facts),
    onRuleError: (rule, where, error) => failures.push(`${rule} failed on ${where}: ${String(error)}`),
  });
  const findings = new Map<Place, string>();
  for (const { start, rule, message } of found) {
    const place: Place = `${start.line} ${rule}`;
    if (!findings.has(place)) findings.set(place, message);
  }
  return { findings, failures };
}

function ruleOf(place: Place): string {
  return place.slice(place.indexOf(" ") + 1);
}

function table(): string {
  const share = (part: number, whole: number): string => (whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`);
  const rows = [...tallies].map(([id, tally]) => [
    id,
    `${tally.programs}`,
    `${tally.must}`,
    `${tally.found}`,
    `${tally.false}`,
    share(tally.found, tally.must),
    share(tally.found, tally.found + tally.false),
  ]);
  const header = ["rule", "programs", "must", "found", "false", "recall", "precision"];
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  return [header, ...rows]
    .map((row) =>
      row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join("  "),
    )
    .join("\n");
}
