/**
 * Draws findings for a person to judge: `npm run sample-findings -- --json FILE [--seed 1] [--count 60] [--per-rule 0]`.
 * FILE is what `ml-preflight check --format json` printed in the same working directory; all of it is shown when it
 * holds fewer findings than `--count`. The same seed draws the same findings from the same file. With `--per-rule N`,
 * each rule has N findings in the sample, as far as it has so many, before the rest is drawn from all.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

const linesAround = 4;

const { values } = parseArgs({
  options: {
    json: { type: "string" },
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "60" },
    "per-rule": { type: "string", default: "0" },
  },
});
const [seed, count, perRule] = [values.seed, values.count, values["per-rule"]].map(Number);
if (values.json === undefined || ![seed, count, perRule].every(Number.isInteger)) {
  console.error("Usage: npm run sample-findings -- --json FILE [--seed 1] [--count 60] [--per-rule 0]");
  process.exit(2);
}

const { findings } = JSON.parse(readFileSync(values.json, "utf8"));
const sample = draw(findings);
console.log(`${sample.length} of ${findings.length} findings, seed ${seed}`);
for (const [index, finding] of sample.entries()) console.log(`\n${describe(finding, index + 1)}`);

/** The drawn findings, in the order in which they were reported. */
function draw(all) {
  const shuffled = shuffle(all);
  const taken = new Map();
  const first = shuffled.filter(({ rule }) => {
    const before = taken.get(rule) ?? 0;
    taken.set(rule, before + 1);
    return before < perRule;
  });
  const drawn = new Set(
    [...first, ...shuffled].filter((one, index, list) => list.indexOf(one) === index).slice(0, count),
  );
  return all.filter((finding) => drawn.has(finding));
}

function shuffle(items) {
  const random = generator(seed);
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]];
  }
  return shuffled;
}

/** Numbers in [0, 1) that a seed decides: a linear congruence of which the high bits are taken. */
function generator(from) {
  let state = BigInt.asUintN(64, BigInt(from) * 0x9e3779b97f4a7c15n + 1n);
  return () => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number(state >> 32n) / 2 ** 32;
  };
}

function describe({ rule, path, cell, start, end, message, related }, number) {
  const place = `${path}${cell === undefined ? "" : `, cell ${cell}`}:${start.line}:${start.column}`;
  const others = related.map((other) => `  ${other.path}:${other.start.line} ${other.message}`);
  return [`${number}. ${rule}  ${place}`, `  ${message}`, ...others, ...excerpt(path, cell, start.line, end.line)].join(
    "\n",
  );
}

/** The lines around a finding; its own are marked. */
function excerpt(path, cell, first, last) {
  const lines = sourceOf(path, cell).split(/\r\n|\r|\n/);
  const shown = [];
  for (let line = Math.max(1, first - linesAround); line <= Math.min(lines.length, last + linesAround); line++)
    shown.push(`  ${line >= first && line <= last ? ">" : " "}${String(line).padStart(5)} ${lines[line - 1]}`);
  return shown;
}

/** The text that lines count in: a file's, or that of a notebook's cell. */
function sourceOf(path, cell) {
  const text = readFileSync(path, "utf8");
  if (cell === undefined) return text;
  const { cells, worksheets } = JSON.parse(text);
  const { source, input } = (cells ?? worksheets.flatMap((sheet) => sheet.cells))[cell - 1];
  return [source ?? input].flat().join("");
}
