import rule from "../../../src/rules/testing/test-set-reused.js";
import { expectFindings } from "../expect-findings.js";

const split = `import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score, roc_curve
from sklearn.model_selection import cross_val_score, train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
`;

describe("test-set-reused: what is accepted", () => {
  it("accepts a table", () =>
    expectFindings(
      rule,
      `${split}for model in (RandomForestClassifier(), LogisticRegression()):
    model.fit(X_train, y_train)
    print(model, model.score(X_test, y_test))
`,
    ));

  it("accepts a choice by cross-validation", () =>
    expectFindings(
      rule,
      `${split}scores = {c: cross_val_score(LogisticRegression(C=c), X_train, y_train).mean() for c in (0.1, 1)}
best = max(scores, key=scores.get)
print(LogisticRegression(C=best).fit(X_train, y_train).score(X_test, y_test))
`,
    ));

  it("accepts a part called test where another gives the result", () =>
    expectFindings(
      rule,
      `${split}X_val, X_final, y_val, y_final = train_test_split(X_test, y_test, random_state=1)
best = 0
for c in (0.1, 1):
    model = LogisticRegression(C=c).fit(X_train, y_train)
    acc = model.score(X_val, y_val)
    if acc > best:
        best, kept = acc, model
print(kept.score(X_final, y_final))
`,
    ));

  it("accepts the classes of a network whose widths are powers of two", () =>
    expectFindings(
      rule,
      `import pandas as pd
import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset

class Rows(Dataset):
    def __init__(self, rows):
        self.rows = rows
    def __len__(self):
        return len(self.rows)
    def __getitem__(self, position):
        return torch.tensor(self.rows.loc[position])

class Net(nn.Module):
    def __init__(self, blocks):
        super().__init__()
        widths = [16 * 2 ** min(k, 3) for k in range(blocks)]
        self.blocks = nn.ModuleList([nn.Linear(a, b) for a, b in zip(widths, widths[1:])])
    def forward(self, x):
        for block in self.blocks:
            x = block(x)
        return x

@torch.inference_mode()
def predict(model, loader):
    found = []
    for images in loader:
        found.append(model(images))
    return torch.cat(found).numpy()

net = Net(4)
test = pd.read_csv("test.csv")
logits = predict(net, DataLoader(Rows(test)))
test["guess"] = logits.argmax(axis=1)
`,
    ));

  it("accepts the class with the highest probability", () =>
    expectFindings(
      rule,
      `${split}model = LogisticRegression().fit(X_train, y_train)
guess = np.argmax(model.predict_proba(X_test), axis=1)
print(accuracy_score(y_test, guess))
`,
    ));

  it("accepts the best of the training scores", () =>
    expectFindings(
      rule,
      `${split}best = 0
for c in (0.1, 1):
    model = LogisticRegression(C=c).fit(X_train, y_train)
    acc = model.score(X_train, y_train)
    if acc > best:
        best = acc
`,
    ));

  it("accepts a sorted table, and the limits of a plot", () =>
    expectFindings(
      rule,
      `${split}import pandas as pd
rows = []
for c in (0.1, 1):
    rows.append({"c": c, "test": LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test)})
print(pd.DataFrame(rows).sort_values("test"))
plt.ylim(min(row["test"] for row in rows), max(row["test"] for row in rows))
`,
    ));

  it("accepts a key function that scores on other rows", () =>
    expectFindings(
      rule,
      `${split}X_fit, X_val, y_fit, y_val = train_test_split(X_train, y_train)
nets = [LogisticRegression(C=c).fit(X_fit, y_fit) for c in (0.1, 1, 10)]
winner = max(nets, key=lambda net: net.score(X_val, y_val))
print(accuracy_score(y_test, winner.predict(X_test)))
shown = sorted(nets, key=lambda net: net.score(X_test, y_test))
`,
    ));

  const uplift = (name: string): string => `
class ${name}:
    def fit(self, rows, answers):
        fitting, test, answers_fitting, answers_test = train_test_split(rows, answers, random_state=2)
        best = 0
        for c in (0.1, 1, 10):
            net = LogisticRegression(C=c).fit(fitting, answers_fitting)
            score = net.score(test, answers_test)
                    SCORE
            if score > best:
                best, self.net = score, net
        return self

    def predict(self, rows):
        return self.net.predict(rows)
`;

  it("accepts what a model of the library's own holds out to choose by", () =>
    expectFindings(rule, split + uplift("Chosen").replace(/.*SCORE\n/, "")));

  it("speaks where the script itself uses such a model", () =>
    expectFindings(
      rule,
      `${split}${uplift("Chosen").replace("SCORE", "~~~~~~~~~")}
        .replace(/ SCORE/, " ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~")
        .replace(/ (~+)/, " $1")}
print(Chosen().fit(X, y).predict(X[:5]))
`,
    ));
});
