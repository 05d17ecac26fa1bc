import rule from "../../../src/rules/data/train-on-test-data.js";
import { expectFindings } from "../expect-findings.js";

const split = `from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
`;

const step = `        optimizer.zero_grad()
        criterion(net(x), y).backward()
        optimizer.step()
`;

describe("train-on-test-data: what is accepted", () => {
  it("accepts a refit on everything after the score", () =>
    expectFindings(
      rule,
      `${split}import numpy as np
from sklearn.svm import SVC
model = SVC().fit(X_train, y_train)
print(model.score(X_test, y_test))
final = SVC().fit(np.vstack([X_train, X_test]), np.hstack([y_train, y_test]))
`,
    ));

  it("accepts lengths and vocabularies of everything", () =>
    expectFindings(
      rule,
      `${split}import keras
longest = max(len(row) for row in X_train + X_test)
model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(keras.utils.pad_sequences(X_train, maxlen=longest), y_train)
model.evaluate(keras.utils.pad_sequences(X_test, maxlen=longest), y_test)
`,
    ));

  it("leaves fits of scikit-learn on the test part to their own rule", () =>
    expectFindings(
      rule,
      `${split}from sklearn.svm import SVC
model = SVC().fit(X_test, y_test)
print(model.score(X_test, y_test))
`,
    ));

  it("accepts an attack on the test part", () =>
    expectFindings(
      rule,
      `import torch
def attack(net, test_loader):
    for x, y in test_loader:
        x.requires_grad_()
        criterion(net(x), y).backward()
        yield x + 0.1 * x.grad.sign()
def train(net, train_loader):
    optimizer = torch.optim.Adam(net.parameters())
    for x, y in train_loader:
${step}`,
    ));

  it("accepts forces, which are gradients, in an evaluation", () =>
    expectFindings(
      rule,
      `import torch
def main(net, train_loader, test_loader):
    optimizer = torch.optim.Adam(net.parameters())
    for epoch in range(9):
        for x, y in train_loader:
            optimizer.zero_grad()
            criterion(net(x), y).backward()
            optimizer.step()
        for x, y in test_loader:
            errors.append((torch.autograd.grad(net(x).sum(), x)[0] - y).abs().mean().item())
`,
    ));

  it("accepts a helper that is called for both sides in turn", () =>
    expectFindings(
      rule,
      `${split}def score(model, a, b, c, d):
    model.fit(a, c)
    return model.score(b, d)
def twice(model):
    return score(model, X_train, X_test, y_train, y_test), score(model, X_test, X_train, y_test, y_train)
`,
    ));

  it("accepts the adaptation to unlabelled test rows", () =>
    expectFindings(
      rule,
      `import torch
def adapt(net, test_loader):
    optimizer = torch.optim.SGD(net.parameters(), lr=1e-4)
    for x, _ in test_loader:
        optimizer.zero_grad()
        entropy(net(x)).backward()
        optimizer.step()
`,
    ));

  it("accepts a pattern that is searched for in the names of test files", () =>
    expectFindings(
      rule,
      `import glob
import re
import torch
pattern = re.compile(r"(\\\\d+)_c(\\\\d)")
for name in glob.glob("plates/test/*.jpg"):
    plate = pattern.search(name)
`,
    ));

  it("accepts what a training out of sight takes under a name for others", () =>
    expectFindings(
      rule,
      `from engine import train

def run(net, train_data, val_data, test_data):
    return train(net, train_data=train_data, valid_loader=val_data, test_data=test_data)
`,
    ));

  it("accepts the test part beside the training part of a training out of sight", () => {
    const trained = (given: string): string => `from engine import train
from sklearn.model_selection import train_test_split

def run(net, X):
    train_rows, test_rows = train_test_split(X, random_state=0)
    return train(net, ${given})
`;
    expectFindings(rule, trained("train_rows, test_rows"));
    expectFindings(rule, trained("test_rows").replace("test_rows)\n", "test_rows)\n                      ~~~~~~~~~\n"));
  });

  it("accepts an attack that learns to tell the training rows from others", () => {
    const attack = (name: string): string => `import numpy as np
from sklearn.ensemble import RandomForestClassifier

class ${name}:
    def __init__(self, estimator):
        self.estimator, self.model = estimator, RandomForestClassifier(random_state=0)

    def fit(self, x_train, y_train, x_test, y_test):
        inside, outside = self.estimator.predict(x_train), self.estimator.predict(x_test)
        self.model.fit(np.concatenate((inside, outside)), np.repeat([1, 0], len(inside)))
        print(self.model.score(outside, np.zeros(len(outside))))
`;
    expectFindings(rule, attack("MembershipInference"));
  });

  it("accepts a mode that is switched by a comparison", () =>
    expectFindings(
      rule,
      `import torch
class Runner:
    def test(self, test_loader):
        self.net.train(self.test_mode == "train")
        with torch.no_grad():
            for x, y in test_loader:
                self.hits += (self.net(x).argmax(1) == y).sum()
`,
    ));

  it("accepts groups that are found in the test part", () =>
    expectFindings(
      rule,
      `${split}from sklearn.metrics import adjusted_rand_score
from sklearn.pipeline import Pipeline
from waves import Embedding, WarpedMeans
found = Pipeline([("embed", Embedding()), ("group", WarpedMeans(4))]).fit_predict(X_test)
print(adjusted_rand_score(y_test, found))
`,
    ));

  it("accepts a network that learns to restore the one picture that it is made for", () => {
    const restored = (pictures: string): string => `import torch
from shapes import Unet

def restore(noisy):
    net = Unet()
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    for _ in range(50):
        hidden = torch.rand(noisy.shape) < 0.2
        loss = ((net(noisy * ~hidden) - noisy) * hidden).square().mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return net(noisy)

test_pictures = torch.load("test.pt", weights_only=True)
for i in range(len(test_pictures)):
    print(measure(restore(${pictures})))
`;
    expectFindings(rule, restored("test_pictures[i]"));
  });

  it("goes by a file's own name, and what is made of it, before the folder's", () =>
    expectFindings(
      rule,
      `import torch
from pathlib import Path
import numpy as np
from patches import Denoiser, load_pairs, read_picture
def run(root):
    X, Y = load_pairs(Path(root / "noisy_test" / "pairs" / "training_pairs.npz"))
    denoiser = Denoiser()
    denoiser.train(X, Y)
    print(denoiser.predict(np.load(root / "noisy_test" / "test_pictures.npy")))
def run_again(root):
    train_pictures = [read_picture(root / "noisy_test" / "all" / f"{i}.tif") for i in range(90)]
    denoiser = Denoiser()
    denoiser.train(cut(train_pictures))
    print(denoiser.predict(np.load(root / "noisy_test" / "test_pictures.npy")))
`,
    ));
});
