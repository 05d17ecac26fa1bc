import { expectFindings } from "../expect-findings.js";

const rule = "hardcoded-split-ratio";
const header = "import torch\nimport keras\nfrom sklearn.model_selection import train_test_split, ShuffleSplit\n";
const expect = (source: string): void => expectFindings(rule, header + source);
const expectTypeScript = (source: string): void =>
  expectFindings(rule, `import * as tf from "@tensorflow/tfjs";\n${source}`, { language: "typescript" });

describe("hardcoded-split-ratio", () => {
  it("marks the ratio that differs", () =>
    expect(`
a, b = train_test_split(X, test_size=0.2)
c, d = train_test_split(Z, test_size=0.3)
                                     ~~~ This split holds out 30 %, an earlier one 20 %: name the ratio in one place.
`));

  it("compares shares, however they are written", () => {
    expect(`
a, b = train_test_split(X, train_size=0.8)
c, d = train_test_split(Z, test_size=0.2)
e, f = train_test_split(Z, test_size=.20)
`);
    expect(`
a, b = train_test_split(X, train_size=0.8)
folds = ShuffleSplit(5, test_size=0.1)
`);
  });

  it("reads random_split and validation_split", () => {
    expect(`
from torch.utils.data import random_split
a, b = random_split(rows, [0.8, 0.2])
c, d = random_split(rows, [0.9, 0.1])
                           ~~~
`);
    expect(`
def train(model, X, y):
    model.fit(X, y, validation_split=0.1)
    model.fit(X, y, epochs=9, validation_split=0.2)
                                               ~~~
`);
  });

  it("reads TypeScript", () =>
    expectTypeScript(`
async function train(model: tf.LayersModel, xs: tf.Tensor, ys: tf.Tensor) {
  await model.fit(xs, ys, { validationSplit: 0.15 });
  await model.fit(xs, ys, { validationSplit: 0.3 });
                                             ~~~ This split holds out 30 %, an earlier one 15 %: name the ratio in one place.
}
`));

  it("accepts the same ratio in TypeScript", () =>
    expectTypeScript(`
const model = tf.sequential();
await model.fit(xs, ys, { validationSplit: 0.2 });
await model.fit(xs, ys, { validationSplit: 0.2 });
await jacket.fit({ validationSplit });
`));

  it("accepts one ratio", () => expect("a, b = train_test_split(X, test_size=0.2)\n"));

  it("accepts the second split of three parts", () =>
    expect(`
X, X_test = train_test_split(X, test_size=0.2)
X_train, X_val = train_test_split(X, test_size=0.25)
model.fit(X_train, y, validation_split=0.1)
`));

  it("accepts names, counts and parameters", () =>
    expect(`
SHARE = 0.2
a, b = train_test_split(X, test_size=SHARE)
c, d = train_test_split(X, test_size=cfg.share)
e, f = train_test_split(X, test_size=0.5)
g, h = train_test_split(X, test_size=1000)
`));

  it("accepts tests", () =>
    expect(`
def test_sizes():
    a, b = train_test_split(X, test_size=0.2)
    c, d = train_test_split(X, test_size=0.3)
    assert len(b) < len(d)
`));

  it("ignores a function of the same name from elsewhere", () =>
    expect(`
from mine import train_test_split
a, b = train_test_split(X, test_size=0.2)
c, d = train_test_split(X, test_size=0.3)
`));

  it("finds the share of a split by hand", () =>
    expectTypeScript(`const cut = Math.floor(xs.length * 0.8);
                                   ~~~ 80 % of the rows go to one part by a number in the code: give the share a name, or take it from the configuration.
const trainXs = xs.slice(0, cut), testXs = xs.slice(cut);
const trainYs = ys.slice(0, Math.floor(ys.length * 0.8)), testYs = ys.slice(Math.floor(ys.length * 0.8));
const end = rows.length - Math.round((rows.length * 15) / 100);
                                                    ~~
const [trainRows, validRows] = [rows.slice(0, end), rows.slice(end)];
if (Math.random() < 0.9) trainSet.push(row);
                    ~~~
else testSet.push(row);
birds.forEach((bird) => (random() > 0.3 ? train : test).push(bird));
                                    ~~~
`));

  it("accepts names, parameters and shares of something else", () =>
    expectTypeScript(`const share = 0.8;
function split(rows, ratio = 0.75) {
  const at = Math.floor(rows.length * ratio);
  return { train: rows.slice(0, at), test: rows.slice(at) };
}
const cut = Math.floor(xs.length * share);
const trainXs = xs.slice(0, cut), testXs = xs.slice(cut);
const half = images.slice(0, Math.floor(images.length * 0.5));
const flipped = Math.random() < 0.5 ? flip(image) : image;
await model.fit(trainXs, ys, { validationSplit: 0.2 });
`));
});
