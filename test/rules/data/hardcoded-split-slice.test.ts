import { expectFindings } from "../expect-findings.js";

const rule = "hardcoded-split-slice";
const header = "import numpy as np\nimport pandas as pd\nfrom sklearn.linear_model import Ridge\n";
const expect = (source: string): void => expectFindings(rule, header + source);

describe("hardcoded-split-slice", () => {
  it("speaks once for inputs and labels", () =>
    expect(`
X_train = X[:800]
          ~~~~~~~ The split at row 800 fits one version of the data, and its order: split by a ratio, with a seed.
X_test = X[800:]
y_train, y_test = y[:800], y[800:]
`));

  it("reads negative numbers, frames and three parts", () => {
    expect(`
x_train = data[:-20]
          ~~~~~~~~~~
x_test = data[-20:]
`);
    expect(`
train = df.iloc[0:6000, :]
        ~~~~~~~~~~~~~~~~~~
valid = df.iloc[6000:8000, :]
test = df.iloc[8000:, :]
`);
  });

  it("goes by use where names say nothing", () =>
    expect(`
def run(X, y):
    a, b = X[:1000], X[1000:]
           ~~~~~~~~
    m = Ridge().fit(a, y[:1000])
    return m.score(b, y[1000:])
`));

  it("sees indices of a permutation and fields of an object", () =>
    expect(`
class Data:
    def __init__(self, files):
        order = np.random.permutation(len(files))
        self.train_index = order[:500]
                           ~~~~~~~~~~~
        self.val_index = order[500:]
`));

  it("reads TypeScript", () =>
    expectFindings(
      rule,
      `import * as tf from "@tensorflow/tfjs";
const trainXs = xs.slice(0, 120);
                ~~~~~~~~~~~~~~~~
const testXs = xs.slice(120);
`,
      { language: "typescript" },
    ));

  it("reads the forms of arrays, tensors and data sets in TypeScript", () =>
    expectFindings(
      rule,
      `import * as tf from "@tensorflow/tfjs";
const held = samples.splice(800);
             ~~~~~~~~~~~~~~~~~~~ The split at row 800 fits one version of the data, and its order: split by a ratio, with a seed.
await model.fit(toTensor(samples), labels);
await model.evaluate(toTensor(held), labels);
const xTrain = tf.slice(xs, [0, 0], [900, -1]);
               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
const xTest = tf.slice(xs, [900, 0], [-1, -1]);
const [trainYs, testYs] = tf.split(ys, [700, 300]);
                          ~~~~~~~~~~~~~~~~~~~~~~~~
await model.fitDataset(images.take(500).batch(8), {
                       ~~~~~~~~~~~~~~~~
  validationData: images.skip(500).batch(8),
});
const parts = { train: birds.filter((_, i) => i < 60), test: birds.filter((_, i) => i >= 60) };
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
function splitRows(rows) {
  return [rows.slice(0, -200), rows.slice(-200)];
          ~~~~~~~~~~~~~~~~~~~
}
`,
      { language: "typescript" },
    ));

  it("accepts previews, batches, computed cuts and rows in time in TypeScript", () =>
    expectFindings(
      rule,
      `import * as tf from "@tensorflow/tfjs";
console.log(rows.slice(0, 10), text.slice(0, 500), text.slice(500));
for (let i = 0; i < rows.length; i += 32) train(rows.slice(i, i + 32));
const cut = Math.floor(rows.length * share);
const trainRows = rows.slice(0, cut), testRows = rows.slice(cut);
const TRAIN_SIZE = 55000;
const trainImages = images.slice(0, TRAIN_SIZE), testImages = images.slice(TRAIN_SIZE);
const first = rows.slice(0, 100), rest = rows.slice(100);
const trainHead = train.slice(0, 50);
`,
      { language: "typescript" },
    ));

  const accepted: readonly [title: string, code: string][] = [
    ["a preview", "print(df[:5])\nrest = df[5:]\ntrain, test = df[:5], df[5:]"],
    ["a computed cut", "n = int(0.8 * len(X))\ntrain, test = X[:n], X[n:]\na, b = X[: len(X) // 2], X[len(X) // 2 :]"],
    ["a time series", "log = pd.read_csv('x.csv', parse_dates=['at'])\ntrain, test = log[:800], log[800:]"],
    ["rows sorted by time", "df = df.sort_values('sale_date')\ntrain, test = df[:800], df[800:]"],
    ["one part of them", "train = X[:800]\nothers = Z[800:]"],
    ["columns", "train, test = X[:, :800], X[:, 800:]"],
    ["parts that train nothing", "head, body = page[:100], page[100:]"],
    ["a named number", "N_TRAIN = 800\ntrain, test = X[:N_TRAIN], X[N_TRAIN:]"],
    ["different numbers", "train, test = X[:800], X[900:]"],
    ["a slice that begins somewhere", "train, test = X[50 : 50 + n], X[n:50]\nmodel.fit(train)"],
    ["steps", "train, test = X[:800:2], X[800::2]"],
    ["unit tests", "def test_model():\n    train, test = X[:800], X[800:]\n    assert fit(train, test)"],
  ];
  for (const [title, code] of accepted) it(`accepts ${title}`, () => expect(`${code}\n`));
});
