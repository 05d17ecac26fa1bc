import { expectFindings } from "../expect-findings.js";

const rule = "temporal-shuffle-split";
const header = `import numpy as np
import pandas as pd
from sklearn.model_selection import GridSearchCV, KFold, ShuffleSplit, TimeSeriesSplit, cross_val_score, train_test_split
from torch.utils.data import Dataset, random_split
`;
const expect = (source: string): void => expectFindings(rule, header + source);

describe("temporal-shuffle-split", () => {
  it("says what to do", () =>
    expect(`
df = pd.read_csv("load.csv")
df["lag"] = df["power"].shift(1)
train, test = train_test_split(df)
              ~~~~~~~~~~~~~~~~~~~~ \`train_test_split\` mixes past and future rows of a time series: split by time, the test part last.
`));

  it("takes a column of dates for no evidence", () =>
    expect(`
df = pd.read_csv("load.csv", parse_dates=["date"])
df["month"] = df["date"].dt.month
train, test = train_test_split(df)
`));

  it("sees rows in order of time", () =>
    expect(`
df = pd.read_csv("load.csv").sort_values("date")
X, y = df[["wind", "sun"]], df["power"]
parts = train_test_split(X, y)
        ~~~~~~~~~~~~~~~~~~~~~~
`));

  it("sees an order that is made in place, and folds", () =>
    expect(`
df = pd.read_csv("load.csv")
df.sort_values(by=["timestamp"], inplace=True)
folds = KFold(5, shuffle=True)
for train, test in folds.split(df):
                   ~~~~~~~~~~~~~~~
    model.fit(df.iloc[train])
`));

  it("sees an index of times", () =>
    expect(`
df = pd.read_csv("load.csv", index_col="Date", parse_dates=True)
train = df.sample(frac=0.8, random_state=1)
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
test = df.drop(train.index)
`));

  it("sees windows that a helper cuts", () =>
    expect(`
def windows(rows, width):
    X, y = [], []
    for i in range(width, len(rows)):
        X.append(rows[i - width : i, 0])
        y.append(rows[i, 0])
    return np.array(X), np.array(y)

X, y = windows(np.load("load.npy"), 60)
parts = train_test_split(X, y, test_size=0.2)
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`));

  it("sees a dataset that cuts windows", () =>
    expect(`
class Windows(Dataset):
    def __init__(self, rows, width):
        self.rows = rows
        self.width = width

    def __getitem__(self, index):
        return self.rows[index : index + self.width], self.rows[index + self.width]

windows = Windows(np.load("load.npy"), 24)
train, test = random_split(windows, [0.8, 0.2])
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`));

  it("accepts batches side by side", () =>
    expect(`
rows = np.load("images.npy")
found = []
for i in range(0, len(rows), batch):
    found.append(embed(rows[i : i + batch]))
parts = train_test_split(np.concatenate(found), labels)
`));

  it("accepts patches of images", () =>
    expect(`
patches = []
for i in range(0, height - size):
    for j in range(0, width - size):
        patches.append(image[i : i + size, j : j + size])
parts = train_test_split(np.array(patches))
`));

  it("accepts a split in order", () =>
    expect(`
df = pd.read_csv("load.csv")
df["lag"] = df["power"].shift(1)
train, test = train_test_split(df, shuffle=False)
for train, test in TimeSeriesSplit(5).split(df):
    model.fit(df.iloc[train])
for train, test in KFold(5).split(df):
    model.fit(df.iloc[train])
print(cross_val_score(model, df, y, cv=5))
parts = train_test_split(df, shuffle=args.shuffle)
`));

  it("accepts a lag that is no feature", () =>
    expect(`
df = pd.read_csv("load.csv")
df["smooth"] = df["power"].rolling(24).mean()
plot(df["smooth"])
parts = train_test_split(df[["wind", "sun"]], df["power"])
`));

  it("accepts the last row of each customer", () =>
    expect(`
df = pd.read_csv("orders.csv").sort_values("date").drop_duplicates("customer", keep="last")
parts = train_test_split(df)
per_shop = pd.read_csv("orders.csv").sort_values("date").groupby("shop").last()
parts = train_test_split(per_shop)
`));

  it("accepts neighbours within a row", () =>
    expect(`
spectra = pd.read_csv("spectra.csv")
smooth = spectra.rolling(5, axis=1).mean()
parts = train_test_split(smooth)
`));

  it("sees masks and permutations", () =>
    expect(`
df = pd.read_csv("load.csv")
df["change"] = df["power"].diff()
chance = np.random.rand(len(df)) < 0.8
         ~~~~~~~~~~~~~~~~~~~~~~~
train, test = df[chance], df[~chance]
order = np.random.permutation(len(df))
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
train, test = df.iloc[order[:900]], df.iloc[order[900:]]
`));

  it("sees folds that a search or a score draws", () =>
    expect(`
df = pd.read_csv("load.csv")
df["change"] = df["power"].pct_change()
print(cross_val_score(model, df[["change"]], df.power, cv=KFold(3, shuffle=True)))
                                                          ~~~~~~~~~~~~~~~~~~~~~~
GridSearchCV(model, grid, cv=ShuffleSplit(3)).fit(df[["change"]], df.power)
                             ~~~~~~~~~~~~~~~
`));

  it("follows methods, and tells the first of two splits", () =>
    expect(`
class Pipeline:
    def load(self):
        self.rows = pd.read_csv("sales.csv")
        self.rows["lag_1"] = self.rows.groupby("store")["sales"].shift(1)

    def split(self):
        self.load()
        X = self.rows.drop(columns=["sales"])
        X_train, X_test, y_train, y_test = train_test_split(X, self.rows["sales"])
                                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        return train_test_split(X_train, y_train)
`));
});
