import { expectFindings } from "../expect-findings.js";

const rule = "random-split-unseeded";
const head = `import * as tf from "@tensorflow/tfjs";
import _ from "lodash";
`;
const find = (source: string): void => expectFindings(rule, head + source, { language: "typescript" });

describe(rule, () => {
  it("finds rows that are drawn one by one", () =>
    find(`for (const row of rows) {
  if (Math.random() < 0.8) train.push(row);
      ~~~~~~~~~~~~~ Each run draws other rows for the test part: draw from a generator with a seed.
  else test.push(row);
}
rows.forEach((row) => (Math.random() > share ? testSet : trainSet).push(row));
                       ~~~~~~~~~~~~~
const marked = rows.map((row) => ({ ...row, part: Math.random() < 0.9 ? "train" : "validation" }));
                                                  ~~~~~~~~~~~~~
for (const row of rows) {
  const r = Math.random();
            ~~~~~~~~~~~~~
  if (r < 0.7) { trainRows.push(row); }
  else if (r < 0.85) valRows.push(row);
  else testRows.push(row);
}
const [forTraining, forTest] = _.partition(rows, () => Math.random() < 0.8);
                                                       ~~~~~~~~~~~~~
`));

  it("finds a mask, and a filter beside a part of its own", () =>
    find(`const isTrain = rows.map(() => 0);
const training = rows.filter(() => Math.random() < 0.8);
                                   ~~~~~~~~~~~~~
const testing = rows.filter((row) => !training.includes(row));
for (const row of rows) {
  const inTrain = Math.random() < 0.8;
                  ~~~~~~~~~~~~~
  (inTrain ? a : b).push(row);
}
`));

  it("finds shuffles before a cut", () =>
    find(`const mixed = _.shuffle(rows);
              ~~~~~~~~~~~~~~~ Each run shuffles the rows into another split: shuffle with a generator that has a seed.
const train = mixed.slice(0, cut);
const test = mixed.slice(cut);
tf.util.shuffle(images);
~~~~~~~~~~~~~~~~~~~~~~~
const trainImages = images.slice(0, n);
const testImages = images.slice(n);
const order = [...rows.keys()].sort(() => Math.random() - 0.5);
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
const trainIdx = order.slice(0, n), testIdx = order.slice(n);
const ds = tf.data.array(rows).shuffle(1000);
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
await model.fitDataset(ds.take(800).batch(32), { epochs: 3 });
await model.evaluateDataset(ds.skip(800).batch(32));
`));

  it("finds helpers of the file, and a shuffle that is written out", () =>
    find(`function shuffle<T>(items: T[]): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [items[i], items[j]] = [items[j], items[i]];
  }
  return items;
}
const mixed = shuffle(rows.map(read));
              ~~~~~~~~~~~~~~~~~~~~~~~
const train = mixed.slice(0, cut);
const test = mixed.slice(cut);

export function splitData(items: number[][], share: number) {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
                         ~~~~~~~~~~~~~
    [items[i], items[j]] = [items[j], items[i]];
  }
  const at = Math.floor(items.length * share);
  return [items.slice(0, at), items.slice(at)];
}
`));

  it("finds a helper of another file", () =>
    expectFindings(
      rule,
      `import * as tf from "@tensorflow/tfjs";
import { mix } from "./mix";
const order = mix(rows);
const [train, test] = [order.slice(0, 90), order.slice(90)];
`,
      {
        language: "typescript",
        files: { "mix.ts": "export const mix = (rows) => rows.sort((a, b) => a.at - b.at);\n" },
      },
    ));

  const accepted: readonly (readonly [string, string])[] = [
    [
      "a generator with a seed",
      `const rng = mulberry32(7);\nrows.forEach((row) => (rng() < share ? train : test).push(row));`,
    ],
    [
      "the language's own generator replaced",
      `import seedrandom from "seedrandom";\nseedrandom("a", { global: true });\nif (Math.random() < 0.8) train.push(row); else test.push(row);`,
    ],
    [
      "a shuffle with a seed",
      `const mixed = shuffle(rows, 7);\nconst train = mixed.slice(0, n), test = mixed.slice(n);`,
    ],
    [
      "a data set with a seed",
      `const ds = tf.data.array(rows).shuffle(100, "7");\nconst train = ds.take(80), test = ds.skip(80);`,
    ],
    [
      "samples that are shown",
      `const shown = rows.filter(() => Math.random() < 0.1);\nconst demo = _.shuffle(rows).slice(0, 10);`,
    ],
    [
      "exploration and noise",
      `if (Math.random() < epsilon) act(); else train.push(best);\nconst x = Math.random() < 0.5 ? flip(image) : image;`,
    ],
    [
      "a shuffle of one part after the cut",
      `const train = rows.slice(0, n);\nconst test = rows.slice(n);\ntf.util.shuffle(train);`,
    ],
    [
      "a shuffle of something else",
      `tf.util.shuffle(names);\nconst train = rows.slice(0, n);\nconst test = rows.slice(n);`,
    ],
    [
      "a cut without a shuffle",
      `const sorted = rows.sort((a, b) => a.at - b.at);\nconst train = sorted.slice(0, n);\nconst test = sorted.slice(n);`,
    ],
    [
      "a helper that takes a generator",
      `function shuffle(rows, random = Math.random) { return rows.sort(() => random() - 0.5); }\nconst mixed = shuffle(rows, seeded);\nconst train = mixed.slice(0, n), test = mixed.slice(n);`,
    ],
  ];
  for (const [title, source] of accepted) it(`accepts ${title}`, () => find(`${source}\n`));
});
