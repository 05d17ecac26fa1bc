import { textOf, textsOf } from "../../../engine/checklist-config.js";
import { matchesGlobs } from "../../../engine/globs.js";
import { builtInGuide } from "../../../guide/guide.js";
import { onceFor, onceForEach } from "../../../project/facts/once-for.js";
import type { CodeFile } from "../../../project/facts/code-facts.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { callEvidence, callSearch, codeEvidence, type FoundCall } from "../../search/code-evidence.js";
import { namedTestParts, partSlices } from "../../search/part-slices.js";
import { type Split, splitsOf } from "../../search/splits.js";
import { trainingRoles } from "../../search/training-calls.js";
import { textIn, valuesWithin } from "../../search/values.js";
import { countedFindings } from "../../search/counted-findings.js";
import { objectionsOf } from "../findings.js";

/** Was the test set made first, and is it frozen? */
export const detector: Detector = async (project) => {
  const rules = builtInGuide().items.find(({ id }) => id === "DATA-11")?.rules ?? [];
  const splits = splitsOf(project, trainingRoles(project));
  const good = splits.filter(({ isFixed, isStored }) => isFixed || isStored);
  const loose = splits.filter((split) => !good.includes(split));
  const reads = testReads(project);
  const entry = stated(project);
  const parts = await partSlices(project);
  const named = await namedTestParts(project);
  const apart = named.filter(({ path }) => !project.code.some((file) => file.path === path && trains(file)));
  const hasTestPart = entry.length + parts.length + apart.length + reads.length > 0;
  const frozen = [
    ...good.map((split) =>
      callEvidence(project, split, { what: `\`${split.call.text}\` ${wordsFor(split)}`, rule: "split" }),
    ),
    ...slices(project),
    ...parts.map((one) =>
      codeEvidence(project, one, { what: `${one.within} puts rows aside by what they hold`, rule: "slice" }),
    ),
    ...apart.map((one) =>
      codeEvidence(project, one, { what: "takes the published test part", rule: "published-part" }),
    ),
    ...reads
      .filter(({ file }) => !trains(file))
      .map((read) =>
        callEvidence(project, read, { what: `${read.file.path} reads the rows to test on`, rule: "test-read" }),
      ),
    ...entry,
  ];
  return detected({
    evidence: frozen,
    objections:
      frozen.length === 0
        ? []
        : [
            ...weaknesses(good, hasTestPart),
            ...remade(loose, good, hasTestPart),
            ...touched(reads),
            ...objectionsOf(countedFindings(project), rules),
          ],
    forks:
      frozen.length === 0 && splits.length === 0 && readsParts(project)
        ? [{ question: "The split seems to be made upstream. When, by what, and is its test part frozen?" }]
        : [],
    missing: [
      ...loose.map(
        ({ file, call }) => `Give \`${call.text}\` at ${file.path}:${call.line} a seed, or store its parts.`,
      ),
      ...(frozen.length === 0 && loose.length === 0
        ? ["Put rows aside to test on, in a step of its own before training."]
        : []),
      ...(good.some(({ file, isStored }) => trains(file) && !isStored)
        ? ["Split in a step of its own that writes the parts, before anything is trained."]
        : []),
    ],
    searched: [
      "Splits with a seed or stored parts, published splits, splits by hash or time, and what reads the test part.",
    ],
  });
};

function wordsFor({ kind, isStored }: Split): string {
  if (isStored) return "makes parts that are stored";
  if (kind === "published") return "takes the published test part";
  if (kind === "hash") return "splits by a hash";
  return kind === "folds" ? "makes the same folds each time" : "gives the same parts each time";
}

/** The only split is made again with each training, or leaves no rows to test on. */
function weaknesses(good: readonly Split[], hasTestPart: boolean): readonly Objection[] {
  const [first] = good;
  if (first === undefined || (hasTestPart && good.every(({ hasTest }) => !hasTest))) return [];
  const at = { path: first.file.path, line: first.call.line, allows: "partial" } as const;
  if (good.every(({ hasTest }) => !hasTest))
    return [{ ...at, what: "rows are put aside to validate on, and none to test on", rule: "no-test-part" }];
  const tests = good.filter(({ hasTest }) => hasTest);
  const isRemade = tests.every(({ kind, isStored, file }) => kind === "random" && !isStored && trains(file));
  return isRemade ? [{ ...at, what: "the split is made again in the script that trains", rule: "remade-split" }] : [];
}

/** A split without a seed in the script that trains gives other rows to test on each time; folds of a search beside it do not help. */
function remade(loose: readonly Split[], good: readonly Split[], hasTestPart: boolean): readonly Objection[] {
  const one = loose.find(({ file, kind }) => kind === "random" && trains(file));
  if (one === undefined || hasTestPart || good.some(({ kind }) => kind !== "folds")) return [];
  const what = `\`${one.call.text}\` gives other parts each time, in the script that trains`;
  return [{ path: one.file.path, line: one.call.line, allows: "fail", what, rule: "unseeded-split" }];
}

function trains({ calls }: FoundCall["file"]): boolean {
  return calls.some(
    ({ name, text }) =>
      /^(?:fit|fit_generator|backward|train_on_batch)$/.test(name) &&
      !/scaler|encoder|imputer|vectorizer|tokenizer/i.test(text),
  );
}

/** `test = df[df.date >= cutoff]`: the same rows each time, as long as the data is the same. */
function slices(project: ChecklistProject): readonly Evidence[] {
  return cutOff(project.code).map((assign) =>
    codeEvidence(project, assign, { what: `\`${assign.target}\` is cut off by what rows hold`, rule: "slice" }),
  );
}

const cutOff = onceForEach(({ path, role, assigns }: CodeFile) =>
  role !== "source"
    ? []
    : assigns
        .filter(
          ({ target, value }) =>
            /^(?:\w+_)?(?:test|holdout)(?:_\w+)?$/i.test(target) &&
            value.kind === "unknown" &&
            /\[.*(?:[<>]=?|:|-\w).*\]/.test(value.text) &&
            // Numbers of rows, blocks of a matrix and lists of files are no rows of a table.
            !/^(?:n|num|len)_/i.test(target) &&
            !/\.shape\[|\.\.\.|\bfor\b/.test(value.text),
        )
        .map((assign) => ({ ...assign, path })),
);

const reading = /^(?:read_\w+|scan_\w+|load|open|loadtxt|genfromtxt|load_from_disk|load_dataset)$/;

/** Reads of the file to test on; a file for a competition, whose answers nobody has, is none. */
function testReads({ code, config }: ChecklistProject): readonly FoundCall[] {
  const globs = textsOf(config, "data.testPaths");
  const isTest = (path: string): boolean =>
    globs.length > 0
      ? matchesGlobs(globs, path)
      : /(?:^|[/_-])(?:test|hold_?out)[^/]*\.(?:csv|parquet|jsonl?|npz|npy|pkl|feather|tfrecord|arrow|txt)$/i.test(
          path,
        );
  return readingCalls(code).filter(({ file, call }) => {
    const paths = call.positional.flatMap((value) => [...valuesWithin(value)].flatMap((one) => textIn(one) ?? []));
    return paths.some(isTest) && !submits(file);
  });
}

const readingCalls = callSearch(({ name }) => reading.test(name));
const submits = onceFor(({ calls }: CodeFile) =>
  calls.some(({ positional }) => positional.some((value) => /submission/i.test(textIn(value) ?? ""))),
);

function touched(reads: readonly FoundCall[]): readonly Objection[] {
  return reads
    .filter(({ file }) => trains(file))
    .slice(0, 1)
    .map(({ file, call }) => ({
      path: file.path,
      line: call.line,
      allows: "partial",
      what: `${file.path} trains and reads the rows to test on`,
      rule: "test-in-training",
    }));
}

function stated({ config, files }: ChecklistProject): readonly Evidence[] {
  const path = textOf(config, "data.splitEntry");
  if (path === undefined || !files.includes(path)) return [];
  return [{ path, line: 1, level: "L2", what: "The team says that this makes the split", rule: "split-entry" }];
}

/** Code that reads a file of rows to train on was given parts by somebody. */
function readsParts({ code, configs }: ChecklistProject): boolean {
  const isPart = (text: string): boolean =>
    /(?:^|[/_-])(?:train|valid|val|test)\w*(?:\/|\.(?:csv|parquet|jsonl?|npz|npy|pkl|feather|tfrecord)$)/i.test(text);
  return (
    readingCalls(code).some(({ call }) => call.positional.some((value) => isPart(textIn(value) ?? ""))) ||
    configs.some(
      ({ path, entries }) =>
        !/(?:^|\/)\.github\/|package/.test(path) &&
        entries.some(
          ({ value }) =>
            typeof value === "string" && /^[\w./-]+$/.test(value) && isPart(value) && !/\.(?:py|ts)$/.test(value),
        ),
    )
  );
}
