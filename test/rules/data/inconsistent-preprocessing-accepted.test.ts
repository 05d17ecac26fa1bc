import { expectFindings } from "../expect-findings.js";

const rule = "inconsistent-preprocessing";
const header = `import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import KFold, cross_val_score, train_test_split
`;
const expect = (source: string): void => expectFindings(rule, header + source);

describe(`${rule}: what is accepted`, () => {
  it("accepts the same for both", () =>
    expect(`
from sklearn.preprocessing import StandardScaler
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)
clf = LogisticRegression().fit(X_train, y_train)
print(clf.score(X_test, y_test))
`));

  it("accepts a pipeline", () =>
    expect(`
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
clf = make_pipeline(StandardScaler(), LogisticRegression()).fit(X_train, y_train)
print(clf.score(X_test, y_test))
`));

  it("accepts a helper that transforms", () =>
    expect(`
from sklearn.preprocessing import StandardScaler
scaler = StandardScaler()
def prepare(rows, fit=False):
    return scaler.fit_transform(rows) if fit else scaler.transform(rows)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
clf = LogisticRegression().fit(prepare(X_train, fit=True), y_train)
print(clf.score(prepare(X_test), y_test))
`));

  it("accepts a helper that nobody knows", () =>
    expect(`
from sklearn.preprocessing import StandardScaler
from mine import prepare
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
scaler = StandardScaler()
clf = LogisticRegression().fit(scaler.fit_transform(X_train), y_train)
print(clf.score(prepare(X_test, scaler), y_test))
`));

  it("accepts scaling before the split", () =>
    expect(`
from sklearn.preprocessing import StandardScaler
X = StandardScaler().fit_transform(X)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
clf = LogisticRegression().fit(X_train, y_train)
print(clf.score(X_test, y_test))
`));

  it("accepts equal divisions", () =>
    expect(`
from tensorflow import keras
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train, x_test = x_train / 255.0, x_test * (1 / 255)
model = keras.Sequential([keras.layers.Dense(10)])
model.compile(loss="mse")
model.fit(x_train, y_train, epochs=2)
print(model.evaluate(x_test, y_test))
`));

  it("accepts the numbers of the training part", () =>
    expect(`
X, y = np.load("x.npy"), np.load("y.npy")
a, b, c, d = train_test_split(X, y, random_state=0)
mu, sd = a.mean(axis=0), a.std(axis=0)
m = Ridge().fit((a - mu) / sd, c)
print(m.score((b - mu) / sd, d))
`));

  it("accepts a model for each preparation", () =>
    expect(`
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier
X, y = np.load("x.npy"), np.load("y.npy")
a, b, c, d = train_test_split(X, y, random_state=0)
sc = StandardScaler().fit(a)
for model, scaled in [(LogisticRegression(), True), (DecisionTreeClassifier(random_state=0), False)]:
    if scaled:
        model.fit(sc.transform(a), c)
        print(model.score(sc.transform(b), d))
    else:
        model.fit(a, c)
        print(model.score(b, d))
`));

  it("accepts one Normalize", () =>
    expect(`
from torchvision import datasets, transforms as T
norm = T.Normalize((0.49, 0.48, 0.44), (0.2, 0.2, 0.2))
train_set = datasets.CIFAR10("d", train=True, transform=T.Compose([T.RandomCrop(32), T.ToTensor(), norm]))
test_set = datasets.CIFAR10("d", train=False, transform=T.Compose([T.ToTensor(), norm]))
`));

  it("accepts two models with their tokenizers", () =>
    expect(`
from transformers import AutoTokenizer
tok = AutoTokenizer.from_pretrained("bert-base-cased")
other = AutoTokenizer.from_pretrained("roberta-base")
a = tok(train_texts), tok(test_texts)
b = other(train_texts), other(test_texts)
`));

  it("accepts a scaler in a branch", () =>
    expect(`
from sklearn.preprocessing import StandardScaler
X, y = np.load("x.npy"), np.load("y.npy")
a, b, c, d = train_test_split(X, y, random_state=0)
if args.scale:
    sc = StandardScaler().fit(a)
    a = sc.transform(a)
    b = sc.transform(b)
m = Ridge().fit(a, c)
print(m.score(b, d))
`));

  it("accepts a network with scaled rows in loaders", () =>
    expect(`
import torch, pandas as pd
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
from sklearn.preprocessing import StandardScaler
df = pd.read_csv("x.csv")
a, b, c, d = train_test_split(df.drop(columns="y").values, df["y"].values, random_state=0)
scaler = StandardScaler()
a = scaler.fit_transform(a)
b = scaler.transform(b)
train_loader = DataLoader(TensorDataset(torch.tensor(a), torch.tensor(c)), shuffle=True)
test_loader = DataLoader(TensorDataset(torch.tensor(b), torch.tensor(d)))
net = nn.Linear(4, 1)
opt = torch.optim.Adam(net.parameters())
for epoch in range(10):
    for x, y in train_loader:
        opt.zero_grad()
        nn.functional.mse_loss(net(x), y).backward()
        opt.step()
net.eval()
with torch.no_grad():
    for x, y in test_loader:
        print(nn.functional.mse_loss(net(x), y))
`));
});
