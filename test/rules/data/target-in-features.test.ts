import { expectFindings } from "../expect-findings.js";

const rule = "target-in-features";
const header = `import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import LabelEncoder, StandardScaler
`;
const expect = (source: string): void => expectFindings(rule, header + source);

describe("target-in-features", () => {
  it("says what to do", () =>
    expect(`
df = pd.read_csv("homes.csv")
X = df[["area", "price"]]
    ~~~~~~~~~~~~~~~~~~~~~ \`df[["area", "price"]]\` still has the target \`price\` in it: leave it out of the features.
Ridge().fit(X, df["price"])
`));

  it("sees a whole frame turned into an array", () =>
    expect(`
df = pd.read_csv("homes.csv")
y = df["price"]
X = df.values
    ~~~~~~~~~
X_train, X_test, y_train, y_test = train_test_split(X, y)
Ridge().fit(X_train, y_train)
`));

  it("sees a drop whose result is thrown away", () =>
    expect(`
df = pd.read_csv("homes.csv")
y = df["price"]
df.drop("price", axis=1)
X = df
    ~~
X_train, X_test, y_train, y_test = train_test_split(X, y)
Ridge().fit(X_train, y_train)
`));

  it("stands at the argument where the frame itself is fitted", () =>
    expect(`
df = pd.read_csv("homes.csv")
train, test = train_test_split(df)
Ridge().fit(train, train["price"])
            ~~~~~
`));

  it("reads lists of names that a comprehension makes", () =>
    expect(`
df = pd.read_csv("homes.csv")
TARGET = "price"
good = [c for c in df.columns if c != TARGET and c not in ("id", "street")]
Ridge().fit(df[good], df[TARGET])
bad = [c for c in df.columns if c not in ("id", "street")]
X = df[bad]
    ~~~~~~~
Ridge().fit(StandardScaler().fit_transform(X), df[TARGET])
`));

  it("follows a target that was encoded in place", () =>
    expect(`
df = pd.read_csv("birds.csv")
df["species"] = LabelEncoder().fit_transform(df["species"])
X = df.drop(["id"], axis=1)
    ~~~~~~~~~~~~~~~~~~~~~~~
y = df["species"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
Ridge().fit(X_train, y_train)
`));

  it("counts positions", () =>
    expect(`
rows = np.loadtxt("rows.txt")
Ridge().fit(rows[:, 0:8], rows[:, 8])
X = rows[:, 0:9]
    ~~~~~~~~~~~~
Ridge().fit(X, rows[:, 8])
df = pd.read_csv("rows.csv")
Ridge().fit(df.iloc[:, :-1], df.iloc[:, -1])
X = df.iloc[:, 1:].values
    ~~~~~~~~~~~~~~
Ridge().fit(X, df.iloc[:, -1].values)
`));

  it("accepts pop, del and drops in place", () =>
    expect(`
a, b, c = pd.read_csv("a.csv"), pd.read_csv("b.csv"), pd.read_csv("c.csv")
y = a.pop("price")
Ridge().fit(a.values, y)
y = b["price"]
del b["price"]
Ridge().fit(b, y)
y = c["price"]
c.drop(columns=["price", "id"], inplace=True)
Ridge().fit(c, y)
`));

  it("sees what was taken before the target was popped", () =>
    expect(`
df = pd.read_csv("homes.csv")
X = df.drop(columns=["id"])
    ~~~~~~~~~~~~~~~~~~~~~~~
y = df.pop("price")
Ridge().fit(X, y)
`));

  it("sees a drop in place of another column", () =>
    expect(`
df = pd.read_csv("homes.csv")
df.drop(columns=["id"], inplace=True)
Ridge().fit(df, df["price"])
            ~~
`));

  it("accepts the other ways of leaving a column out", () =>
    expect(`
df = pd.read_csv("homes.csv")
y = df["price"]
Ridge().fit(df.loc[:, df.columns != "price"], y)
Ridge().fit(df[df.columns.difference(["price"])], y)
Ridge().fit(df[df.columns.drop("price")], y)
Ridge().fit(df.loc[:, ~df.columns.isin(["price"])], y)
Ridge().fit(df[list(set(df.columns) - {"price"})], y)
names = list(df.columns)
names.remove("price")
Ridge().fit(df[names], y)
Ridge().fit(df.drop(labels="price", axis="columns"), y)
`));

  it("is silent where columns are chosen by what nobody knows", () =>
    expect(`
df = pd.read_csv("homes.csv")
y = df["price"]
Ridge().fit(df[chosen()], y)
Ridge().fit(df.select_dtypes("object"), y)
Ridge().fit(df.filter(like="area"), y)
Ridge().fit(make_features(df), y)
`));

  it("accepts a pipeline that picks the columns", () =>
    expect(`
df = pd.read_csv("homes.csv")
pick = ColumnTransformer([("scale", StandardScaler(), ["area"])])
make_pipeline(pick, Ridge()).fit(df, df["price"])
`));

  it("accepts the value of another time", () =>
    expect(`
df = pd.read_csv("prices.csv")
Ridge().fit(df[["close"]], df["close"].shift(-1))
Ridge().fit(df[["close"]][:-1], df["close"][1:] - df["close"][:-1].values)
`));

  it("follows attributes of an object", () =>
    expect(`
class Trainer:
    def __init__(self, path):
        self.rows = pd.read_csv(path)
        self.features = ["area", "rooms", "price"]

    def run(self):
        X, y = self.rows[self.features], self.rows["price"]
               ~~~~~~~~~~~~~~~~~~~~~~~~
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        Ridge().fit(X_train, y_train)
`));

  it("follows helpers and cross-validation", () =>
    expect(`
def features_of(frame):
    return frame.drop(columns=["id"])
           ~~~~~~~~~~~~~~~~~~~~~~~~~~

df = pd.read_csv("homes.csv")
print(cross_val_score(Ridge(), features_of(df), df["price"]))
`));

  it("sees a threshold on a column that is a feature as well", () =>
    expect(`
df = pd.read_csv("flights.csv")
y = (df["delay"] > 15).astype(int)
X = df[["distance", "delay"]]
    ~~~~~~~~~~~~~~~~~~~~~~~~~
Ridge().fit(X, y)
`));

  it("stands at the choice, where another file makes the frame and imports what makes it", () =>
    expectFindings(
      rule,
      `from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from rows import DROPPED, LABEL, encoded

table = encoded("loans.csv")
answers = table[LABEL]
features = table.drop(DROPPED, axis=1)
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~
a, b, c, d = train_test_split(features, answers)
Ridge().fit(a, c)
`,
      {
        files: {
          "rows.py": `import pandas as pd
LABEL = "defaulted"
DROPPED = ["number", "branch"]
def encoded(path):
    return pd.get_dummies(pd.read_csv(path))
`,
        },
      },
    ));

  it("knows what a loss compares the output of a network with", () => {
    const program = (columns: string, mark: string) => `import pandas as pd
import torch
from sklearn.model_selection import train_test_split
table = pd.read_csv("wine.csv").to_numpy()
rows = table[:, ${columns}]
${mark}parts = train_test_split(rows, table[:, -1], random_state=2)
x, x_test, y, y_test = [torch.from_numpy(part) for part in parts]
net = torch.nn.Linear(11, 1)
adam = torch.optim.Adam(net.parameters())
for turn in range(90):
    adam.zero_grad()
    torch.nn.functional.mse_loss(net(x).squeeze(1), y).backward()
    adam.step()
`;
    expectFindings(rule, program("2:", "       ~~~~~~~~~~~~\n"));
    expectFindings(rule, program("2:-1", ""));
  });
});
