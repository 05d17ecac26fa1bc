import { expectFindings } from "../expect-findings.js";

const rule = "duplicates-not-dropped-before-split";
const header = `import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import KFold, cross_val_score, train_test_split
`;
const expect = (source: string): void => expectFindings(rule, header + source);

describe(rule, () => {
  it("says what to do", () =>
    expect(`
df = pd.read_csv("x.csv")
print(df.duplicated().sum())
X, y = df.drop(columns="y"), df["y"]
a, b, c, d = train_test_split(X, y, random_state=0)
             ~~~~~~~~~~~~~~~~ The duplicates that \`df.duplicated()\` finds land in both parts: drop them before the split.
`));

  it("accepts dropped duplicates", () =>
    expect(`
df = pd.read_csv("x.csv")
print(df.duplicated().sum())
df = df.drop_duplicates()
X, y = df.drop(columns="y"), df["y"]
a, b, c, d = train_test_split(X, y, random_state=0)
`));

  it("accepts duplicates dropped in place", () =>
    expect(`
df = pd.read_csv("x.csv")
print(df.duplicated().sum())
df.drop_duplicates(inplace=True)
X, y = df.drop(columns="y"), df["y"]
a, b, c, d = train_test_split(X, y, random_state=0)
`));

  it("accepts a mask", () =>
    expect(`
df = pd.read_csv("x.csv")
dup = df.duplicated()
print(dup.sum())
df = df[~dup]
a, b = train_test_split(df, random_state=0)
`));

  it("accepts an assertion", () =>
    expect(`
df = pd.read_csv("x.csv")
assert df.duplicated().sum() == 0
if df.duplicated().any():
    raise ValueError("duplicates")
a, b = train_test_split(df, random_state=0)
`));

  it("accepts a conditional drop", () =>
    expect(`
df = pd.read_csv("x.csv")
n = df.duplicated().sum()
if n > 0:
    df = df.drop_duplicates()
a, b = train_test_split(df, random_state=0)
`));

  it("sees a result that nobody takes", () =>
    expect(`
df = pd.read_csv("x.csv")
df.drop_duplicates()
a, b = train_test_split(df, random_state=0)
       ~~~~~~~~~~~~~~~~
`));

  it("sees duplicates dropped after the split", () =>
    expect(`
df = pd.read_csv("x.csv")
dups = df[df.duplicated()]
print(len(dups))
a, b = train_test_split(df, random_state=0)
       ~~~~~~~~~~~~~~~~
a = a.drop_duplicates()
`));

  it("sees a frame put below itself", () =>
    expect(`
df = pd.read_csv("x.csv")
big = pd.concat([df, df.copy()], ignore_index=True)
a, b = train_test_split(big, random_state=0)
       ~~~~~~~~~~~~~~~~
`));

  it("sees a repeated list", () =>
    expect(`
df = pd.read_csv("x.csv")
df = pd.concat([df] * 3)
a, b = train_test_split(df, random_state=0)
       ~~~~~~~~~~~~~~~~
`));

  it("accepts a split in order", () =>
    expect(`
df = pd.read_csv("x.csv")
print(df.duplicated().sum())
a, b = train_test_split(df, shuffle=False)
`));

  it("accepts duplicates of the index and of ids", () =>
    expect(`
df = pd.read_csv("x.csv")
print(df.index.duplicated().any(), df.columns.duplicated().any(), df.duplicated(subset=["user_id"]).sum())
a, b = train_test_split(df, random_state=0)
`));

  it("accepts two files", () =>
    expect(`
df = pd.concat([pd.read_csv("x.csv"), pd.read_csv("y.csv")])
a, b = train_test_split(df, random_state=0)
`));

  it("follows methods and helpers", () =>
    expect(`
from sklearn.model_selection import StratifiedKFold
def report(frame):
    n = frame.duplicated().sum()
    print(f"{n} duplicated rows")
class Job:
    def __init__(self):
        self.df = pd.read_csv("x.csv")
    def run(self):
        report(self.df)
        cv = StratifiedKFold(5, shuffle=True, random_state=0)
        for tr, te in cv.split(self.df, self.df["y"]):
                      ~~~~~~~~
            print(len(tr), len(te))
Job().run()
`));

  it("accepts another frame", () =>
    expect(`
df = pd.read_csv("x.csv")
other = pd.read_csv("y.csv")
print(other.duplicated().sum())
a, b = train_test_split(df, random_state=0)
`));

  it("reads what the helper of another file counts", () =>
    expectFindings(
      rule,
      `${header}
from reading import reviews

rows = reviews("a.csv")
a, b = train_test_split(rows, random_state=0)
       ~~~~~~~~~~~~~~~~ The duplicates that another file finds land in both parts: drop them before the split.
a = a.drop_duplicates("text")
`,
      {
        files: {
          "reading.py": `import pandas as pd
def reviews(path):
    rows = pd.read_csv(path)
    print(rows["text"].duplicated().sum(), "texts are there twice")
    return rows
`,
        },
      },
    ));

  it("accepts a helper of another file that stops at duplicates", () =>
    expectFindings(
      rule,
      `${header}
from reading import reviews

a, b = train_test_split(reviews("a.csv"), random_state=0)
`,
      {
        files: {
          "reading.py": `import pandas as pd
def reviews(path):
    rows = pd.read_csv(path)
    if rows.duplicated().any():
        raise ValueError(path)
    return rows
`,
        },
      },
    ));

  it("knows the split of a data set of Hugging Face", () => {
    const split = (more: string): string => `
from datasets import Dataset
df = pd.read_csv("x.csv")
print(df.duplicated().mean())
rows = Dataset.from_pandas(df)
both = rows.train_test_split(0.2${more})
`;
    expect(split("").replace("0.2)\n", "0.2)\n       ~~~~~~~~~~~~~~~~~~~~~\n"));
    expect(split(", shuffle=False"));
    expect(split("").replace("from_pandas(df)", "from_pandas(df.drop_duplicates())"));
  });
});
