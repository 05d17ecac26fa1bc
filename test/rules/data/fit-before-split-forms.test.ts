import { expectFindings } from "../expect-findings.js";

const rule = "fit-before-split";
const header = `import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import KFold, cross_val_score, train_test_split
`;
const expect = (source: string): void => expectFindings(rule, header + source);

describe(`${rule}: forms of splits and of learning`, () => {
  it("knows take, skip and layers that adapt", () =>
    expect(`
import tensorflow as tf
ds = tf.data.Dataset.from_tensor_slices((X, y)).shuffle(1000, seed=0)
vec = tf.keras.layers.TextVectorization(max_tokens=1000)
vec.adapt(ds.map(lambda a, b: a))
~~~~~~~~~ \`vec.adapt\` learns from the test rows too: split first, then fit on the training part only.
train = ds.take(800).batch(8)
test = ds.skip(800).batch(8)
model = tf.keras.Sequential([vec, tf.keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(train, epochs=2)
print(model.evaluate(test))
`));

  it("accepts a layer that adapts to the training part", () =>
    expect(`
import tensorflow as tf
ds = tf.data.Dataset.from_tensor_slices((X, y)).shuffle(1000, seed=0)
vec = tf.keras.layers.TextVectorization(max_tokens=1000)
train = ds.take(800).batch(8)
test = ds.skip(800).batch(8)
vec.adapt(train.map(lambda a, b: a))
model = tf.keras.Sequential([vec, tf.keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(train, epochs=2)
print(model.evaluate(test))
`));

  it("knows tokenizers of Keras", () =>
    expect(`
import tensorflow as tf
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences
df = pd.read_csv("x.csv")
tok = Tokenizer(num_words=5000)
tok.fit_on_texts(df["text"])
~~~~~~~~~~~~~~~~
seqs = pad_sequences(tok.texts_to_sequences(df["text"]), maxlen=100)
a, b, c, d = train_test_split(seqs, df["y"], random_state=0)
model.fit(a, c)
print(model.evaluate(b, d))
`));

  it("accepts a tokenizer of the training texts", () =>
    expect(`
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences
df = pd.read_csv("x.csv")
a, b, c, d = train_test_split(df["text"], df["y"], random_state=0)
tok = Tokenizer(num_words=5000)
tok.fit_on_texts(a)
a = pad_sequences(tok.texts_to_sequences(a), maxlen=100)
b = pad_sequences(tok.texts_to_sequences(b), maxlen=100)
model.fit(a, c)
print(model.evaluate(b, d))
`));

  it("knows the normalization layer", () =>
    expect(`
import tensorflow as tf
X, y = np.load("x.npy"), np.load("y.npy")
norm = tf.keras.layers.Normalization(axis=-1)
norm.adapt(X)
~~~~~~~~~~
a, b, c, d = train_test_split(X, y, random_state=0)
model = tf.keras.Sequential([norm, tf.keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(a, c)
print(model.evaluate(b, d))
`));

  it("knows the validation split of Keras", () =>
    expect(`
import tensorflow as tf
from sklearn.preprocessing import StandardScaler
X, y = np.load("x.npy"), np.load("y.npy")
X = StandardScaler().fit_transform(X)
                     ~~~~~~~~~~~~~
model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(X, y, validation_split=0.2)
`));

  it("accepts a validation split of the training part", () =>
    expect(`
import tensorflow as tf
from sklearn.preprocessing import StandardScaler
X, y = np.load("x.npy"), np.load("y.npy")
a, b, c, d = train_test_split(X, y, random_state=0)
sc = StandardScaler()
a = sc.fit_transform(a)
model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(a, c, validation_split=0.2)
print(model.evaluate(sc.transform(b), d))
`));

  it("follows shuffled indices", () =>
    expect(`
from sklearn.preprocessing import StandardScaler
X, y = np.load("x.npy"), np.load("y.npy")
X = StandardScaler().fit_transform(X)
                     ~~~~~~~~~~~~~
idx = np.random.default_rng(0).permutation(len(X))
n = int(len(X) * cfg.ratio)
tr, te = idx[:n], idx[n:]
m = Ridge().fit(X[tr], y[tr])
print(m.score(X[te], y[te]))
`));

  it("follows random masks", () =>
    expect(`
from sklearn.preprocessing import StandardScaler
df = pd.read_csv("x.csv")
df[["a"]] = StandardScaler().fit_transform(df[["a"]])
                             ~~~~~~~~~~~~~
msk = np.random.default_rng(0).random(len(df)) < 0.8
train = df[msk]
test = df[~msk]
m = Ridge().fit(train[["a"]], train["y"])
print(m.score(test[["a"]], test["y"]))
`));

  it("follows subsets by shuffled indices", () =>
    expect(`
import numpy as np, torch, pandas as pd
from sklearn.preprocessing import StandardScaler
from torch.utils.data import TensorDataset, Subset, DataLoader
df = pd.read_csv("x.csv")
X = StandardScaler().fit_transform(df.drop(columns="y"))
                     ~~~~~~~~~~~~~
ds = TensorDataset(torch.tensor(X), torch.tensor(df["y"].values))
perm = torch.randperm(len(ds))
n = int(cfg.r * len(ds))
train_loader = DataLoader(Subset(ds, perm[:n]), batch_size=8, shuffle=True)
test_loader = DataLoader(Subset(ds, perm[n:]), batch_size=8)
for xb, yb in train_loader:
    train_step(xb, yb)
for xb, yb in test_loader:
    test_step(xb, yb)
`));

  it("follows samplers", () =>
    expect(`
import numpy as np, torch, pandas as pd
from sklearn.preprocessing import StandardScaler
from torch.utils.data import TensorDataset, SubsetRandomSampler, DataLoader
df = pd.read_csv("x.csv")
X = StandardScaler().fit_transform(df.drop(columns="y"))
                     ~~~~~~~~~~~~~
ds = TensorDataset(torch.tensor(X), torch.tensor(df["y"].values))
idx = list(range(len(ds)))
n = int(cfg.r * len(ds))
train_loader = DataLoader(ds, batch_size=8, sampler=SubsetRandomSampler(idx[n:]))
test_loader = DataLoader(ds, batch_size=8, sampler=SubsetRandomSampler(idx[:n]))
`));

  it("follows pipes", () =>
    expect(`
from sklearn.preprocessing import StandardScaler
def scale(frame, cols):
    return frame.assign(a=StandardScaler().fit_transform(frame[cols]).ravel())
                                           ~~~~~~~~~~~~~
df = pd.read_csv("x.csv").pipe(scale, cols=["a"])
a, b = train_test_split(df, random_state=0)
print(Ridge().fit(a[["a"]], a["y"]).score(b[["a"]], b["y"]))
`));

  it("accepts functions of the frame", () =>
    expect(`
from sklearn.preprocessing import StandardScaler
df = pd.read_csv("x.csv").assign(b=lambda d: d["a"] * 2)
a, b = train_test_split(df, random_state=0)
sc = StandardScaler().fit(a[["b"]])
print(Ridge().fit(sc.transform(a[["b"]]), a["y"]).score(sc.transform(b[["b"]]), b["y"]))
`));

  it("looks into unions and column transformers", () =>
    expect(`
from sklearn.compose import ColumnTransformer
from sklearn.pipeline import FeatureUnion, Pipeline
from sklearn.preprocessing import StandardScaler, OneHotEncoder
from sklearn.decomposition import PCA
df = pd.read_csv("x.csv")
pre = FeatureUnion([("p", PCA(2)), ("c", ColumnTransformer([("n", StandardScaler(), ["a"])]))])
X = pre.fit_transform(df.drop(columns="y"))
    ~~~~~~~~~~~~~~~~~
a, b, c, d = train_test_split(X, df["y"], random_state=0)
print(Ridge().fit(a, c).score(b, d))
`));

  it("leaves selectors to their own rule", () =>
    expect(`
from sklearn.feature_selection import SelectKBest
X = SelectKBest(k=3).fit_transform(X, y)
a, b, c, d = train_test_split(X, y, random_state=0)
print(Ridge().fit(a, c).score(b, d))
`));

  it("finds the fit before rows are parted by a mask and its opposite", () =>
    expect(`from sklearn.preprocessing import StandardScaler

def run(rows, y):
    rows = StandardScaler().fit_transform(rows)
                            ~~~~~~~~~~~~~
    mask = np.random.rand(len(rows)) < 0.8
    model = LogisticRegression().fit(rows[mask], y[mask])
    print(model.score(rows[~mask], y[~mask]))
`));
});
