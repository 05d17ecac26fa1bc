/** A script that trains, with one of so many modules of a library; every third one has a mistake that is found. */
export function training(index: number, modules: number): string {
  const module = index % modules;
  const mode = index % 3 === 0 ? "" : "    model.eval()\n";
  const helpers = Array.from({ length: 4 + (index % 12) }, (_, number) => helper(index + number)).join("\n");
  return `import torch
from torch import nn
from torch.utils.data import DataLoader
from lib.part${module % 80}.module_${module} import scale_0

${helpers}

class Net(nn.Module):
    def __init__(self, width=${32 + (index % 64)}):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(16, width), nn.ReLU(), nn.Dropout(0.2), nn.Linear(width, 4))

    def forward(self, x):
        return self.layers(x)


def train(model, loader, epochs=${3 + (index % 9)}):
    optimizer = torch.optim.Adam(model.parameters(), lr=3e-4)
    criterion = nn.CrossEntropyLoss()
    model.train()
    for epoch in range(epochs):
        for batch, target in loader:
            optimizer.zero_grad()
            loss = criterion(model(scale_0(batch)), target)
            loss.backward()
            optimizer.step()


def validate(model, loader):
${mode}    correct = 0
    with torch.no_grad():
        for batch, target in loader:
            correct += (model(batch).argmax(1) == target).sum().item()
    return correct


def main(train_set, test_set):
    torch.manual_seed(${index})
    model = Net()
    train(model, DataLoader(train_set, batch_size=32, shuffle=True))
    validate(model, DataLoader(test_set, batch_size=32))
`;
}

/** A table, a split and a score; every second split has no seed. */
export function evaluation(index: number): string {
  const seed = index % 2 === 0 ? "" : ", random_state=7";
  return `import pandas as pd
import mlflow
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def evaluate(path):
    table = pd.read_csv(path)
    rows, labels = table.drop(columns=["label"]), table["label"]
    train_rows, test_rows, train_labels, test_labels = train_test_split(rows, labels, test_size=0.2${seed})
    model = make_pipeline(StandardScaler(), LogisticRegression())
    model.fit(train_rows, train_labels)
    baseline = DummyClassifier().fit(train_rows, train_labels)
    score = f1_score(test_labels, model.predict(test_rows))
    mlflow.log_metric("f1", score)
    return score, f1_score(test_labels, baseline.predict(test_rows))

${Array.from({ length: index % 8 }, (_, number) => helper(number)).join("\n")}`;
}

export function library(index: number): string {
  const head = index % 4 === 0 ? "import numpy as np\n" : "import json\n";
  return `${head}
${Array.from({ length: 3 + (index % 20) }, (_, number) => helper(number)).join("\n")}`;
}

function helper(number: number): string {
  return `
def scale_${number}(values, factor=${number + 1}):
    """Scales values, and leaves out what is not there."""
    found = []
    for value in values:
        if value is None:
            continue
        found.append(value * factor)
    return found


class Holder${number}:
    def __init__(self, items):
        self.items = list(items)
        self.count = len(self.items)

    def add(self, item):
        self.items.append(item)
        self.count += 1
        return self
`;
}

export function tests(index: number): string {
  return `from lib.part${index % 80}.module_${index} import scale_0


def test_scale():
    assert scale_0([1, 2], factor=${index}) == [${index}, ${2 * index}]


def test_nothing():
    assert scale_0([]) == []
`;
}

export function web(index: number): string {
  return `import { useState } from "react";

interface Props { readonly title: string; readonly rows: readonly string[] }

export function View${index}({ title, rows }: Props) {
  const [open, setOpen] = useState(false);
  return <section><h2 onClick={() => setOpen(!open)}>{title}</h2>{open ? rows.map((row) => <p key={row}>{row}</p>) : null}</section>;
}
`;
}
