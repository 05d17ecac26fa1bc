import { analyze, type Document } from "../src/engine/analyze.js";
import { defaultConfig, levelsFor, withPreset } from "../src/engine/config.js";
import { rules } from "../src/rules/index.js";
import { topicsOf } from "../src/semantics/follow/telling.js";
import { buildModel, type Model } from "../src/semantics/model.js";
import { emptyWorkspace } from "../src/semantics/workspace.js";
import type { FormModule } from "../src/syntax/form.js";
import { readPython } from "../src/syntax/python/lower.js";
import { parsePython } from "../src/syntax/python/parse.js";
import type { Corpus } from "./corpus.js";
import { decimal, printTable, time } from "./measure.js";
import type { Peer } from "./ruff.js";

const rounds = 3;

/** How fast each stage goes over a corpus on one core, each stage with those before it, and another tool beside it. */
export function printThroughput(corpus: Corpus, peers: readonly Peer[]): void {
  const { files } = corpus;
  const levels = levelsFor(withPreset(defaultConfig, "all"), "any.py", rules);
  const onRuleError = (rule: string, path: string, error: unknown): void => {
    console.log(`${rule} failed on ${path}: ${String(error)}`);
  };
  const form = (text: string): FormModule => readPython(text);
  // As the rules have it built: only as far as the file has words of a topic.
  const model = (document: Document): Model => buildModel(document, emptyWorkspace, topicsOf(document.form));
  const stages: readonly (readonly [string, (path: string, text: string) => unknown])[] = [
    ["parse", (_, text) => parsePython(text)],
    ["parse, common form", (_, text) => form(text)],
    ["parse, form, model", (path, text) => model({ path, form: form(text) })],
    [
      "all, with every rule",
      (path, text) => analyze({ path, form: form(text) }, { rules: levels, workspace: emptyWorkspace, onRuleError }),
    ],
    ...peers.map(({ name, check }) => [name, check] as const),
  ];
  // Rounds take turns, so that a busy moment of the machine does not fall on one stage alone.
  const results = Array.from({ length: rounds }, () =>
    stages.map(([, stage]) =>
      time(() => {
        for (const { path, text } of files) stage(path, text);
      }),
    ),
  );
  const times = stages.map(([name], index) => ({
    name,
    milliseconds: Math.min(...results.map((round) => round[index] ?? Infinity)),
  }));
  const base = times[0]?.milliseconds ?? 1;
  printTable(
    `Throughput, one core: ${files.length} files, ${decimal(corpus.bytes / 1e6)} MB, ${decimal(corpus.lines, 0)} lines, best of ${rounds}`,
    ["stage", "ms", "MB/s", "lines/s", "times parse"],
    times.map(({ name, milliseconds }) => [
      name,
      decimal(milliseconds, 0),
      decimal(corpus.bytes / 1e3 / milliseconds),
      decimal((corpus.lines * 1e3) / milliseconds, 0),
      decimal(milliseconds / base),
    ]),
  );
}
