import { expectFindings } from "../expect-findings.js";

const rule = "inconsistent-preprocessing";
const header = `import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import KFold, cross_val_score, train_test_split
`;
const expect = (source: string): void => expectFindings(rule, header + source);

describe(rule, () => {
  it("says what to do", () =>
    expect(`
from sklearn.preprocessing import StandardScaler
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
scaler = StandardScaler()
X_train_s = scaler.fit_transform(X_train)
clf = LogisticRegression().fit(X_train_s, y_train)
print(clf.score(X_test, y_test))
                ~~~~~~ \`X_test\` lacks what was done to the training rows (\`scaler.fit_transform(X_train)\`): do the same to both.
`));

  it("follows reused names and predictions", () =>
    expect(`
from sklearn.metrics import f1_score
from sklearn.decomposition import PCA
from sklearn.ensemble import RandomForestClassifier
df = pd.read_csv("x.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="y"), df["y"], random_state=0)
pca = PCA(5)
pca.fit(X_train)
X_train = pca.transform(X_train)
rf = RandomForestClassifier(random_state=0)
rf.fit(X_train, y_train)
pred = rf.predict(X_test.values)
                  ~~~~~~~~~~~~~
print(f1_score(y_test, pred))
`));

  it("sees a forgotten division", () =>
    expect(`
from tensorflow import keras
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train = x_train.astype("float32") / 255.0
x_test = x_test.astype("float32")
model = keras.Sequential([keras.layers.Dense(10)])
model.compile(loss="mse")
model.fit(x_train, y_train, epochs=2)
print(model.evaluate(x_test, y_test))
                     ~~~~~~
`));

  it("sees another divisor", () =>
    expect(`
from tensorflow import keras
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
x_train = x_train / 255.0
x_test = x_test / 256
         ~~~~~~~~~~~~
model = keras.Sequential([keras.layers.Dense(10)])
model.compile(loss="mse")
model.fit(x_train, y_train, epochs=2)
print(model.evaluate(x_test, y_test))
`));

  it("sees the numbers of the test part", () =>
    expect(`
X, y = np.load("x.npy"), np.load("y.npy")
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
X_train = (X_train - X_train.mean(axis=0)) / X_train.std(axis=0)
X_test = (X_test - X_test.mean(axis=0)) / X_test.std(axis=0)
         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
print(Ridge().fit(X_train, y_train).score(X_test, y_test))
`));

  it("sees forgotten standardizing", () =>
    expect(`
X, y = np.load("x.npy"), np.load("y.npy")
a, b, c, d = train_test_split(X, y, random_state=0)
mu, sd = a.mean(axis=0), a.std(axis=0)
m = Ridge().fit((a - mu) / sd, c)
print(m.score(b, d))
              ~
`));

  it("sees another encoder", () =>
    expect(`
from sklearn.preprocessing import OrdinalEncoder
df = pd.read_csv("x.csv")
a, b = train_test_split(df, random_state=0)
m = Ridge().fit(OrdinalEncoder().fit_transform(a[["k"]]), a["y"])
print(m.score(OrdinalEncoder().fit_transform(b[["k"]]), b["y"]))
              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`));

  it("follows attributes and methods", () =>
    expect(`
from sklearn.preprocessing import MinMaxScaler
from sklearn.neighbors import KNeighborsClassifier
class Job:
    def __init__(self):
        df = pd.read_csv("x.csv")
        self.a, self.b, self.c, self.d = train_test_split(df.drop(columns="y"), df["y"], random_state=0)
        self.scaler = MinMaxScaler()
        self.model = KNeighborsClassifier()
    def train(self):
        self.model.fit(self.scaler.fit_transform(self.a), self.c)
    def test(self):
        return self.model.score(self.b, self.d)
                                ~~~~~~
job = Job()
job.train()
print(job.test())
`));

  it("sees other numbers in Normalize", () =>
    expect(`
from torchvision import datasets, transforms
train_tf = transforms.Compose([transforms.RandomHorizontalFlip(), transforms.ToTensor(), transforms.Normalize((0.49, 0.48, 0.44), (0.2, 0.2, 0.2))])
test_tf = transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.5, 0.5, 0.5), (0.5, 0.5, 0.5))])
                                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
train_set = datasets.CIFAR10("data", train=True, transform=train_tf)
test_set = datasets.CIFAR10("data", train=False, transform=test_tf)
`));

  it("sees a forgotten Normalize", () =>
    expect(`
from torchvision import datasets, transforms as T
norm = T.Normalize((0.49, 0.48, 0.44), (0.2, 0.2, 0.2))
tf = {"train": T.Compose([T.RandomCrop(32), T.ToTensor(), norm]),
      "val": T.Compose([T.ToTensor()])}
             ~~~~~~~~~~~~~~~~~~~~~~~~~
sets = {k: datasets.ImageFolder("data/" + k, transform=tf[k]) for k in tf}
`));

  it("sees a generator that does not rescale", () =>
    expect(`
from tensorflow.keras.preprocessing.image import ImageDataGenerator
train_gen = ImageDataGenerator(rescale=1.0 / 255, rotation_range=10).flow_from_directory("data/train")
test_gen = ImageDataGenerator().flow_from_directory("data/test")
           ~~~~~~~~~~~~~~~~~~~~
model.fit(train_gen)
print(model.evaluate(test_gen))
`));

  it("sees another tokenizer", () =>
    expect(`
from transformers import AutoTokenizer
tok = AutoTokenizer.from_pretrained("bert-base-cased")
other = AutoTokenizer.from_pretrained("bert-base-uncased")
train_enc = tok(train_texts, truncation=True)
test_enc = other(test_texts, truncation=True)
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`));

  it("sees rows that a network is given unscaled", () =>
    expect(`
import torch, pandas as pd
from torch import nn
from sklearn.preprocessing import StandardScaler
df = pd.read_csv("x.csv")
a, b, c, d = train_test_split(df.drop(columns="y").values, df["y"].values, random_state=0)
scaler = StandardScaler()
xa = torch.tensor(scaler.fit_transform(a), dtype=torch.float32)
xb = torch.tensor(b, dtype=torch.float32)
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
opt = torch.optim.Adam(net.parameters())
for epoch in range(10):
    opt.zero_grad()
    loss = nn.functional.mse_loss(net(xa).squeeze(1), torch.tensor(c))
    loss.backward()
    opt.step()
net.eval()
with torch.no_grad():
    print(nn.functional.mse_loss(net(xb).squeeze(1), torch.tensor(d)))
                                     ~~
`));

  it("sees unscaled rows in a loader", () =>
    expect(`
import torch, pandas as pd
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
from sklearn.preprocessing import StandardScaler
df = pd.read_csv("x.csv")
a, b, c, d = train_test_split(df.drop(columns="y").values, df["y"].values, random_state=0)
a = StandardScaler().fit_transform(a)
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
                                         ~
`));

  it("sees another vectorizer that learns nothing, and accepts two that are set alike", () =>
    expect(`
from sklearn.feature_extraction.text import HashingVectorizer
known, asked = pd.read_csv("known.csv"), pd.read_csv("asked.csv")
words, letters = HashingVectorizer(n_features=4096), HashingVectorizer(n_features=4096, analyzer="char_wb")
model = LogisticRegression().fit(words.transform(known["text"]), known["spam"])
print(model.score(letters.transform(asked["text"]), asked["spam"]))
                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

a, b = HashingVectorizer(n_features=4096), HashingVectorizer(n_features=4096)
other = LogisticRegression().fit(a.transform(known["text"]), known["spam"])
print(other.score(b.transform(asked["text"]), asked["spam"]))
`));
});
