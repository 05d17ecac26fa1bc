import { expectFindings } from "../expect-findings.js";

const rule = "tfjs-seed-missing";
const head = `import * as tf from "@tensorflow/tfjs";
await model.fit(xs, ys, { epochs: 3 });
`;
const find = (source: string): void => expectFindings(rule, head + source, { language: "typescript" });

describe(rule, () => {
  it("finds each draw of a file", () => {
    find(`const seeded = tf.randomNormal([2], 0, 1, "float32", 7);
const noise = tf.randomUniform([2, 2]);
              ~~~~~~~~~~~~~~~~ \`tf.randomUniform\` has no seed, so that every run differs: pass one.
const more = tf.truncatedNormal([2]);
             ~~~~~~~~~~~~~~~~~~
export const mixed = (train: tf.data.Dataset<Pair>) => train.shuffle(64);
                                                       ~~~~~~~~~~~~~
`);
    find(`const rows = tf.data.csv("rows.csv").map((row) => row).shuffle(100);
                                                       ~~~~~~~
`);
    find(`tf.util.shuffle(rows);
~~~~~~~~~~~~~~~ \`tf.util.shuffle\` cannot be seeded: shuffle with a generator that is.
`);
    find(`const start = tf.initializers.glorotUniform({});
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`);
  });

  it("is silent where nothing is trained", () =>
    expectFindings(rule, `import * as tf from "@tensorflow/tfjs";\nconst z = tf.randomNormal([1, 64]);\n`, {
      language: "typescript",
    }));

  it("is silent where all draws are seeded, and about options out of sight", () =>
    find(`import seedrandom from "seedrandom";
Math.random = seedrandom("7");
tf.util.shuffle(rows);
tf.data.array(rows).shuffle(100, "7");
tf.initializers.glorotUniform({ seed: 7 });
tf.initializers.heNormal({ ...options });
tf.initializers.leCunNormal(options);
deck.shuffle(52);
`));
});
