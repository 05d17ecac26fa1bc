import { expectFindings } from "../expect-findings.js";

const rule = "fit-on-test";
const header = `import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, train_test_split
from sklearn.preprocessing import LabelEncoder, MinMaxScaler, StandardScaler
`;
const expect = (source: string): void => expectFindings(rule, header + source);

describe("fit-on-test", () => {
  it("sees the second fit_transform", () =>
    expect(`
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25)
sc = StandardScaler()
X_train = sc.fit_transform(X_train)
X_test = sc.fit_transform(X_test)
         ~~~~~~~~~~~~~~~~ \`sc.fit_transform\` fits again on the test part: call \`transform\`, which treats it as the training part was treated.
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
`));

  it("sees columns of a part, other names and other objects", () =>
    expect(`
a, b = train_test_split(pd.read_csv("x.csv"))
for column in ["kind", "place"]:
    encoder = LabelEncoder()
    a[column] = encoder.fit_transform(a[column])
    b[column] = encoder.fit_transform(b[column])
                ~~~~~~~~~~~~~~~~~~~~~
b["wind"] = MinMaxScaler().fit_transform(b[["wind"]])
                           ~~~~~~~~~~~~~ \`fit_transform\` learns from the test part: fit on the training part and \`transform\` this one.
`));

  it("sees a fit apart from the transform", () =>
    expect(`
X_train, X_test = train_test_split(X)
scaler = StandardScaler()
scaler.fit(X_train)
X_train = scaler.transform(X_train)
scaler.fit(X_test)
~~~~~~~~~~ \`scaler.fit\` replaces what was learned from the training part by the test part: leave this fit out.
X_test = scaler.transform(X_test)
`));

  it("sees a model that is trained on the test part", () =>
    expect(`
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = LogisticRegression()
model.fit(X_train, y_train)
print(model.score(X_test, y_test))
model.fit(X_test, y_test)
~~~~~~~~~ \`model.fit\` trains on the test part: fit on the training part only.
print(model.score(X_test, y_test))
`));

  it("follows slices, folds and functions", () => {
    expect(`
n = int(len(X) * 0.8)
scaler = StandardScaler()
train = scaler.fit_transform(X[:n])
test = scaler.fit_transform(X[n:])
       ~~~~~~~~~~~~~~~~~~~~
`);
    expect(`
def scale(part, scaler):
    return scaler.fit_transform(part)
           ~~~~~~~~~~~~~~~~~~~~

for tr, te in KFold(4).split(X):
    s = StandardScaler()
    X_tr, X_te = scale(X[tr], s), scale(X[te], s)
    print(LogisticRegression().fit(X_tr, y[tr]).score(X_te, y[te]))
`);
  });

  it("takes names for what nobody in sight made", () =>
    expect(`
def scale(X_train, X_test):
    scaler = StandardScaler()
    X_train = scaler.fit_transform(X_train)
    X_test = scaler.fit_transform(X_test)
             ~~~~~~~~~~~~~~~~~~~~
    return X_train, X_test

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
both = StandardScaler()
train[["age"]] = both.fit_transform(train[["age"]])
test[["age"]] = both.fit_transform(test[["age"]])
                ~~~~~~~~~~~~~~~~~~
`));

  it("sees rows that are made up in the test part", () =>
    expectFindings(
      rule,
      `from imblearn.over_sampling import SMOTE
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y)
smote = SMOTE()
X_train, y_train = smote.fit_resample(X_train, y_train)
X_test, y_test = smote.fit_resample(X_test, y_test)
                 ~~~~~~~~~~~~~~~~~~ \`smote.fit_resample\` changes the test part: resample the training part only.
`,
    ));

  const accepted: readonly [title: string, code: string][] = [
    [
      "a transform",
      `X_train, X_test = train_test_split(X)
s = StandardScaler()
X_train = s.fit_transform(X_train)
X_test = s.transform(X_test)`,
    ],
    [
      "a refit on all data",
      `X_train, X_test, y_train, y_test = train_test_split(X, y)
m = LogisticRegression().fit(X_train, y_train)
print(m.score(X_test, y_test))
m.fit(X, y)
m.fit(np.concatenate([X_train, X_test]), np.concatenate([y_train, y_test]))
s = StandardScaler().fit(pd.concat([X_train, X_test]))`,
    ],
    [
      "a validation part for calibration",
      `from sklearn.calibration import CalibratedClassifierCV
X_train, X_test, y_train, y_test = train_test_split(X, y)
X_train, X_cal, y_train, y_cal = train_test_split(X_train, y_train)
m = LogisticRegression().fit(X_train, y_train)
CalibratedClassifierCV(m, cv="prefit").fit(X_cal, y_cal).score(X_test, y_test)`,
    ],
    [
      "a held-out half that is split again",
      `X_train, X_rest, y_train, y_rest = train_test_split(X, y)
X_val, X_test, y_val, y_test = train_test_split(X_rest, y_rest)
blend = LogisticRegression().fit(X_val, y_val)
blend.score(X_test, y_test)`,
    ],
    [
      "a picture of the test part",
      `from sklearn.manifold import TSNE
X_train, X_test = train_test_split(X)
plot(TSNE().fit_transform(X_test))`,
    ],
    [
      "a transformer that learns nothing",
      `from sklearn.preprocessing import Normalizer, PolynomialFeatures
X_train, X_test = train_test_split(X)
n = Normalizer()
X_train, X_test = n.fit_transform(X_train), n.fit_transform(X_test)`,
    ],
    [
      "sides that are swapped on purpose",
      `A, B, y_a, y_b = train_test_split(X, y, test_size=0.5)
m = LogisticRegression().fit(A, y_a)
one = m.score(B, y_b)
m.fit(B, y_b)
two = m.score(A, y_a)`,
    ],
    [
      "unknown rows with no name that tells",
      `def scale(first, second):
    s = StandardScaler()
    return s.fit_transform(first), s.fit_transform(second)`,
    ],
    [
      "names that say test of something else",
      `def scale(latest, contest_rows):
    s = StandardScaler()
    return s.fit_transform(latest), s.fit_transform(contest_rows)`,
    ],
    [
      "a name that says test where the rows are the training part",
      `test_rows, rest = train_test_split(X)
s = StandardScaler().fit(test_rows)`,
    ],
    [
      "an object of the user's own",
      `from mine import Scaler
X_train, X_test = train_test_split(X)
s = Scaler()
X_train, X_test = s.fit_transform(X_train), s.fit_transform(X_test)`,
    ],
    [
      "clusters of the test part",
      `from sklearn.cluster import KMeans
X_train, X_test = train_test_split(X)
KMeans(3).fit(X_test)`,
    ],
  ];
  for (const [title, code] of accepted) it(`accepts ${title}`, () => expect(`${code}\n`));

  it("takes a fold by the name of its index", () =>
    expect(`
scaler = StandardScaler()
for fit_rows, valid_rows in KFold(5).split(X_train):
    A = scaler.fit_transform(X_train.iloc[fit_rows])
    B = scaler.fit_transform(X_train.iloc[valid_rows])
        ~~~~~~~~~~~~~~~~~~~~
    print(LogisticRegression().fit(A, y_train[fit_rows]).score(B, y_train[valid_rows]))
`));

  it("knows what a method is handed by the rows that it was made from", () =>
    expect(`
from sklearn.decomposition import PCA
class Faces:
    def __init__(self):
        self.scaler, self.pca = StandardScaler(), PCA(20)
        self.model = LogisticRegression()
    def train(self, rows):
        reduced = self.pca.fit_transform(self.scaler.fit_transform(rows[PIXELS]))
        self.model.fit(reduced, rows["who"])
    def check(self, rows):
        scaled = self.scaler.transform(rows[PIXELS])
        return self.model.score(self.pca.fit_transform(scaled), rows["who"])
                                ~~~~~~~~~~~~~~~~~~~~~~

faces = Faces()
faces.train(pd.read_csv("faces_train.csv"))
faces.check(pd.read_csv("faces_test.csv"))
`));

  it("knows what the factory of a data class makes", () => {
    const spread = (method: string): string => `
from dataclasses import dataclass, field
@dataclass
class Steps:
    width: int = 3
    scaler: StandardScaler = field(default_factory=StandardScaler)
    inner: MinMaxScaler = field(init=False)
    model: LogisticRegression = field(default_factory=lambda: LogisticRegression(C=2))
    def __post_init__(self):
        self.inner = MinMaxScaler()
    def learn(self, rows, answers):
        self.model.fit(self.inner.fit_transform(self.scaler.fit_transform(rows)), answers)
    def judge(self, rows, answers):
        once = self.scaler.transform(rows)
        twice = self.inner.${method}(once)
        return self.model.score(twice, answers)
a, b, c, d = train_test_split(X, y)
steps = Steps(4)
steps.learn(a, c)
print(steps.judge(b, d))
`;
    expect(spread("transform"));
    const mark = "                ~~~~~~~~~~~~~~~~~~~~~~~~\n";
    expect(spread("fit_transform").replace("fit_transform(once)\n", `fit_transform(once)\n${mark}`));
  });
});
