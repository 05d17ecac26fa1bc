import { testTrainingsIn } from "../../semantics/data/test-trainings.js";
import { defineRule } from "../rule.js";
import { placeInFile, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "train-on-test-data",
    stage: "data",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A model is trained on the test part",
    why: "The score on rows that the model was trained on shows what it remembers; nothing is left that tells how it does on new ones.",
    fix: "Train on the training part only. Train on everything only once the last score is taken.",
    guide: "data/leakage#test-is-not-for-fitting",
    libraries: [
      "torch",
      "keras",
      "tensorflow",
      "sklearn",
      "xgboost",
      "lightgbm",
      "catboost",
      "transformers",
      "pytorch_lightning",
    ],
    topics: ["data"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch
from torch.utils.data import DataLoader, random_split

train_set, test_set = random_split(wings, [0.8, 0.2])
train_loader = DataLoader(train_set, batch_size=32, shuffle=True)
test_loader = DataLoader(test_set, batch_size=32)
for epoch in range(20):
    for photos, species in test_loader:
        optimizer.zero_grad()
        criterion(net(photos), species).backward()
        optimizer.step()
`,
      good: `import torch
from torch.utils.data import DataLoader, random_split

train_set, test_set = random_split(wings, [0.8, 0.2])
train_loader = DataLoader(train_set, batch_size=32, shuffle=True)
test_loader = DataLoader(test_set, batch_size=32)
for epoch in range(20):
    for photos, species in train_loader:
        optimizer.zero_grad()
        criterion(net(photos), species).backward()
        optimizer.step()
`,
    },
    {
      title: "Both parts together hold the test part too.",
      bad: `import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
forest = RandomForestClassifier(random_state=1)
forest.fit(np.concatenate([X_train, X_test]), np.concatenate([y_train, y_test]))
print(forest.score(X_test, y_test))
`,
      good: `import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
forest = RandomForestClassifier(random_state=1).fit(X_train, y_train)
print(forest.score(X_test, y_test))
forest.fit(np.concatenate([X_train, X_test]), np.concatenate([y_train, y_test]))
`,
    },
  ],

  *check(model) {
    for (const { at, isJoined, score } of testTrainingsIn(model)) {
      const name = shorten(model.text(at), 30);
      yield {
        at,
        message: isJoined
          ? `\`${name}\` holds the test part, on which the model is scored: train on the training part only.`
          : `\`${name}\` is the test part, and a model is trained on it: train on the training part only.`,
        related: score === undefined ? [] : placeInFile(score.event, "It is scored here."),
      };
    }
  },
});
