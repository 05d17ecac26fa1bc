import { deepEqual } from "node:assert/strict";
import { findingsOf } from "./expect-findings.js";

/** Where a rule speaks, and the places it refers to, as the code that stands there. */
function placesOf(rule: string, code: string, files: Readonly<Record<string, string>>): readonly string[] {
  const sources: Readonly<Record<string, string>> = { "example.py": code, ...files };
  return findingsOf(rule, code, { files }).flatMap((finding) =>
    [finding, ...finding.related].map(({ path, start, end }) => {
      const lines = sources[path]!.split("\n");
      return `${path}: ${lines[start.line - 1]!.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined)}`;
    }),
  );
}

describe("places in other files", () => {
  it("are told where the training rows are prepared", () =>
    deepEqual(
      placesOf(
        "inconsistent-preprocessing",
        `import numpy as np
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from scale import scaled

X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
model = Ridge().fit(scaled(X_train), y_train)
print(model.score(X_test, y_test))
`,
        {
          "scale.py": `from sklearn.preprocessing import StandardScaler

# A comment that moves everything down.
scaler = StandardScaler()

def scaled(rows):
    return scaler.fit_transform(rows)
`,
        },
      ),
      ["example.py: X_test", "scale.py: scaler.fit_transform(rows)"],
    ));

  it("are told where transforms are made, and the finding stands at their use", () =>
    deepEqual(
      placesOf(
        "inconsistent-preprocessing",
        `import torchvision
from views import plain, shifted

train = torchvision.datasets.CIFAR10("data", train=True, transform=plain)
test = torchvision.datasets.CIFAR10("data", train=False, transform=shifted)
`,
        {
          "views.py": `from torchvision import transforms

plain = transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.5,), (0.5,))])
shifted = transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.1,), (0.3,))])
`,
        },
      ),
      ["example.py: shifted", "views.py: transforms.Normalize((0.5,), (0.5,))"],
    ));

  it("are no places of the checked one: a score that a helper computes is told where the helper is called", () =>
    deepEqual(
      placesOf(
        "test-set-reused",
        `from sklearn.model_selection import train_test_split
from helper import score_of

X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
best = 0
for depth in range(1, 9):
    score = score_of(depth, X_train, y_train, X_test, y_test)
    if score > best:
        best = score
print("test accuracy", best)
`,
        {
          "helper.py": `from sklearn.tree import DecisionTreeClassifier

def score_of(depth, rows, labels, held_out, truth):
    return DecisionTreeClassifier(max_depth=depth, random_state=0).fit(rows, labels).score(held_out, truth)
`,
        },
      ),
      ["example.py: score_of", "example.py: score > best"],
    ));
});
