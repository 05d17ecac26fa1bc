import { expectFindings } from "../expect-findings.js";

const rule = "group-leakage-split";
const header = `import numpy as np
import pandas as pd
from sklearn.model_selection import GroupKFold, GroupShuffleSplit, KFold, cross_val_score, train_test_split
from torch.utils.data import random_split
`;
const expect = (source: string): void => expectFindings(rule, header + source);

describe("group-leakage-split", () => {
  it("says what to do", () =>
    expect(`
df = pd.read_csv("beats.csv")
print(df.groupby("patient_id").size())
train, test = train_test_split(df)
              ~~~~~~~~~~~~~~~~~~~~ \`train_test_split\` puts rows of one \`patient_id\` on both sides: split by groups.
`));

  it("accepts one row for each patient", () =>
    expect(`
df = pd.read_csv("beats.csv").groupby("patient_id").mean()
train, test = train_test_split(df)
first = pd.read_csv("beats.csv").drop_duplicates("patient_id")
train, test = train_test_split(first)
`));

  it("sees folds without groups beside folds with groups", () =>
    expect(`
df = pd.read_csv("beats.csv")
X, y = df.drop(columns="rhythm"), df["rhythm"]
for train, test in GroupKFold(5).split(X, y, df["subject"]):
    model.fit(X.iloc[train], y.iloc[train])
for train, test in KFold(5).split(X, y):
                   ~~~~~~~~~~~~~~~~~~~~
    model.fit(X.iloc[train], y.iloc[train])
`));

  it("sees several rows for each subject, made in a loop", () =>
    expect(`
X, y = [], []
for subject in subjects:
    signal = load(subject)
    for start in range(10):
        X.append(signal[start])
        y.append(label[subject])
X = np.array(X)
parts = train_test_split(X, y)
        ~~~~~~~~~~~~~~~~~~~~~~
`));

  it("sees a list that is extended for each recording", () =>
    expect(`
rows = []
for recording in recordings:
    rows.extend(windows(read(recording)))
train, test = random_split(rows, [0.8, 0.2])
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`));

  it("sees files of each patient that are joined", () =>
    expect(`
df = pd.concat([pd.read_csv(path) for path in folder.glob("patient_*.csv")])
train, test = train_test_split(df)
              ~~~~~~~~~~~~~~~~~~~~
`));

  it("accepts a draw within each group", () =>
    expect(`
df = pd.read_csv("clips.csv")
for _, clips in df.groupby("speaker_id"):
    order = np.random.permutation(len(clips))
    train, test = clips.iloc[order[:8]], clips.iloc[order[8:]]
`));

  it("accepts one row for each turn", () =>
    expect(`
X, y = [], []
for patient in patients:
    X.append(features(patient))
    y.append(diagnosis[patient])
parts = train_test_split(X, y)
`));

  it("accepts a list that is made anew for each subject", () =>
    expect(`
for subject in subjects:
    trials = []
    for trial in load(subject):
        trials.append(trial)
    parts = train_test_split(trials)
`));

  it("accepts a split of the ids", () =>
    expect(`
df = pd.read_csv("beats.csv")
df["mean"] = df.groupby("patient_id")["rate"].transform("mean")
train_ids, test_ids = train_test_split(df["patient_id"].unique())
train, test = df[df.patient_id.isin(train_ids)], df[df.patient_id.isin(test_ids)]
`));

  it("accepts splits by groups", () =>
    expect(`
df = pd.read_csv("beats.csv")
df["mean"] = df.groupby("patient_id")["rate"].transform("mean")
train, test = next(GroupShuffleSplit(test_size=0.2).split(df, groups=df["patient_id"]))
print(cross_val_score(model, df, y, groups=df["patient_id"], cv=GroupKFold(5)))
`));

  it("accepts the id as what is to be told", () =>
    expect(`
df = pd.read_csv("voices.csv")
df["level"] = df.groupby("speaker")["energy"].transform("mean")
parts = train_test_split(df.drop(columns="speaker"), df["speaker"])
`));

  it("accepts a split that shares out each one on purpose", () =>
    expect(`
df = pd.read_csv("ratings.csv")
df["mean"] = df.groupby("user_id")["rating"].transform("mean")
parts = train_test_split(df, stratify=df["user_id"])
`));

  it("takes other groups for no evidence", () =>
    expect(`
df = pd.read_csv("homes.csv")
df["mean"] = df.groupby("city")["price"].transform("mean")
train, test = train_test_split(df)
`));

  it("accepts groups of other rows", () =>
    expect(`
visits = pd.read_csv("visits.csv")
print(visits.groupby("patient_id").size())
people = pd.read_csv("people.csv")
train, test = train_test_split(people)
`));

  it("sees that ids are counted beside rows", () =>
    expect(`
df = pd.read_csv("scans.csv")
print(len(df), df["patient_id"].nunique())
train = df.sample(frac=0.8, random_state=1)
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
test = df.drop(train.index)
`));

  it("follows attributes, and tells the first of two splits", () =>
    expect(`
class Data:
    def __init__(self, path):
        self.rows = pd.read_csv(path)
        self.rows["rank"] = self.rows.groupby("session_id").cumcount()

    def split(self):
        rest, test = train_test_split(self.rows, test_size=0.2)
                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        train, val = train_test_split(rest, test_size=0.2)
        return train, val, test
`));

  it("sees the id in what an inner loop goes through", () =>
    expect(`
import glob
rows = []
for entry in pd.read_csv("people.csv").to_dict("records"):
    for path in glob.glob(entry["subject_id"] + "/*.npy"):
        rows.append(np.load(path))
train, test = train_test_split(rows)
              ~~~~~~~~~~~~~~~~~~~~~~

kept = []
for entry in pd.read_csv("people.csv").to_dict("records"):
    kept.append(entry["subject_id"])
train, test = train_test_split(kept)
`));

  it("accepts the groups of a convolution", () =>
    expectFindings(
      rule,
      `import torch
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from torch.nn.functional import conv2d

def run(images, y, filters):
    smooth = conv2d(images, filters, groups=filters.shape[0])
    X_train, X_test, y_train, y_test = train_test_split(images, y, random_state=0)
    print(Ridge().fit(X_train, y_train).score(X_test, y_test), smooth.shape)
`,
    ));

  it("goes by ids that are kept beside the rows", () => {
    const kept = (split: string): string => `
rows, answers, owners = [], [], []
for vineyard_id in open("vineyards.txt"):
    for leaf in leaves_of(vineyard_id):
        rows.append(leaf)
        answers.append(is_ill(leaf))
        owners.append(vineyard_id)
print(len(set(owners)))
train, test, a, b = ${split}
`;
    const plain = kept("train_test_split(np.array(rows), np.array(answers))");
    expect(`${plain}                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n`);
    expect(kept("train_test_split(np.array(rows), np.array(owners))"));
    expect(kept("train_test_split(np.array(rows), np.array(answers), stratify=owners)"));
  });
});
