import rule from "../../../src/rules/testing/test-set-reused.js";
import { expectFindings } from "../expect-findings.js";

const split = `import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score, roc_curve
from sklearn.model_selection import cross_val_score, train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
`;

describe("test-set-reused", () => {
  it("speaks of settings that the test score chooses", () =>
    expectFindings(
      rule,
      `${split}best = 0
for depth in [2, 4, 8]:
    forest = RandomForestClassifier(max_depth=depth).fit(X_train, y_train)
    acc = accuracy_score(y_test, forest.predict(X_test))
          ~~~~~~~~~~~~~~ This score on the test part decides which candidate is kept: choose by a validation part or by cross-validation.
    if acc > best:
        best, best_depth = acc, depth
`,
    ));

  it("speaks of scores that are kept in a dict", () =>
    expectFindings(
      rule,
      `${split}scores = {}
for name, model in [("forest", RandomForestClassifier()), ("logistic", LogisticRegression())]:
    model.fit(X_train, y_train)
    scores[name] = model.score(X_test, y_test)
                   ~~~~~~~~~~~
winner = max(scores, key=scores.get)
print(winner, scores[winner])
`,
    ));

  it("speaks of scores that are kept in a list", () =>
    expectFindings(
      rule,
      `${split}accs = []
for k in range(1, 9):
    accs.append(LogisticRegression(C=k).fit(X_train, y_train).score(X_test, y_test))
                                                              ~~~~~
best_k = np.argmax(accs) + 1
`,
    ));

  it("speaks of a threshold", () =>
    expectFindings(
      rule,
      `${split}model = LogisticRegression().fit(X_train, y_train)
chance = model.predict_proba(X_test)[:, 1]
best_f1 = 0
for t in np.linspace(0, 1, 50):
    f1 = f1_score(y_test, chance > t)
         ~~~~~~~~
    if f1 > best_f1:
        best_f1, best_t = f1, t
`,
    ));

  it("speaks of a threshold from a curve", () =>
    expectFindings(
      rule,
      `${split}model = LogisticRegression().fit(X_train, y_train)
chance = model.predict_proba(X_test)[:, 1]
fpr, tpr, thresholds = roc_curve(y_test, chance)
                       ~~~~~~~~~
best = thresholds[np.argmax(tpr - fpr)]
print(accuracy_score(y_test, chance > best))
`,
    ));

  it("speaks of a sorted list, and of a method that scores", () =>
    expectFindings(
      rule,
      `${split}def score(model):
    return f1_score(y_test, model.fit(X_train, y_train).predict(X_test))
results = []
for c in (0.1, 1):
    results.append((c, score(LogisticRegression(C=c))))
                       ~~~~~
results.sort(key=lambda row: row[1])
best_c = results[-1][0]
`,
    ));

  it("speaks of seeds that the test score chooses", () =>
    expectFindings(
      rule,
      `${split}best = 0
for seed in range(100):
    a, b, c, d = train_test_split(X, y, random_state=seed)
    score = LogisticRegression().fit(a, c).score(b, d)
                                           ~~~~~
    if score > best:
        best, best_seed = score, seed
`,
    ));

  it("speaks of two models, of which the better is taken", () =>
    expectFindings(
      rule,
      `${split}forest = RandomForestClassifier().fit(X_train, y_train)
logistic = LogisticRegression().fit(X_train, y_train)
one = forest.score(X_test, y_test)
      ~~~~~~~~~~~~
two = logistic.score(X_test, y_test)
if one > two:
    final = forest
else:
    final = logistic
`,
    ));

  it("speaks of a key function that scores each candidate", () => {
    expectFindings(
      rule,
      `${split}forests = [RandomForestClassifier(max_depth=d).fit(X_train, y_train) for d in (3, 6, 9)]
best = max(forests, key=lambda forest: f1_score(y_test, forest.predict(X_test)))
                                       ~~~~~~~~
print(best.score(X_test, y_test))
`,
    );
    expectFindings(
      rule,
      `${split}def quality(net):
    return net.score(X_test, y_test)
           ~~~~~~~~~
nets = [LogisticRegression(C=c).fit(X_train, y_train) for c in (0.1, 1, 10)]
winner = sorted(nets, key=quality)[-1]
print(accuracy_score(y_test, winner.predict(X_test)))
`,
    );
  });

  it("stands where a method that the loop calls scores and chooses", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

class Chooser:
    def __init__(self, rows, labels):
        self.parts = train_test_split(rows, labels, random_state=0)
        self.best = 0.0

    def attempt(self, k):
        x, x_test, y, y_test = self.parts
        score = KNeighborsClassifier(k).fit(x, y).score(x_test, y_test)
                                                  ~~~~~
        if score > self.best:
            self.best, self.k = score, k

    def go(self):
        for k in range(1, 30):
            self.attempt(k)

chooser = Chooser(rows, labels)
chooser.go()
print(chooser.best)
`,
    ));

  it("follows parts that are taken one by one, and counts a loss as a score", () =>
    expectFindings(
      rule,
      `import torch
from sklearn.model_selection import train_test_split

def learn(net, x, y, rate):
    optimizer = torch.optim.SGD(net.parameters(), rate)
    for turn in range(90):
        optimizer.zero_grad()
        torch.nn.functional.l1_loss(net(x), y).backward()
        optimizer.step()

parts = train_test_split(rows, prices, random_state=5)
x, x_test, y, y_test = [torch.from_numpy(part) for part in parts]
errors = {}
for rate in RATES:
    net = torch.nn.Linear(9, 1)
    learn(net, x, y, rate)
    with torch.no_grad():
        errors[rate] = torch.nn.functional.l1_loss(net(x_test), y_test).item()
                                                                        ~~~~
print(min(errors, key=errors.get))
`,
    ));
});
