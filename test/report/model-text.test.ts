import assert from "node:assert/strict";
import { createColors } from "picocolors";
import { modelJson, modelText } from "../../src/report/model-text.js";
import { emptyWorkspace, type Workspace } from "../../src/semantics/workspace.js";
import { readPython } from "../../src/syntax/python/lower.js";
import { modelOf } from "../semantics/trace.js";

/** The notes under the one line that holds a text. */
function notesUnder(code: string, source: string, workspace: Workspace = emptyWorkspace): string[] {
  const lines = modelText(modelOf(source, workspace), createColors(false)).split("\n");
  const isCode = (line: string): boolean => /^ *\d+ \|/.test(line);
  const at = lines.findIndex((line) => isCode(line) && line.includes(code));
  assert.notEqual(at, -1, code);
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => isCode(line) || line === "");
  return rest.slice(0, end < 0 ? undefined : end).map((line) => line.trim());
}

const training = `import torch
from torch import nn

model = nn.Sequential(nn.Linear(4, 8), nn.Dropout(0.1))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

def score(rows):
    with torch.no_grad():
        return model(rows).argmax()

for rows, target in loader:
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(model(rows), target)
    loss.backward()
    optimizer.step()
model.eval()
print(score(held_out))
`;

const splitting = `import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

frame = pd.read_csv("rows.csv")
train, test = train_test_split(frame)
scaler = StandardScaler().fit(train)
scaled = scaler.transform(test)
ridge = Ridge().fit(train, target)
ridge.score(scaled, target)
`;

describe("what is known of a file, in text", () => {
  it("says what values are", () => {
    assert.deepEqual(notesUnder("model =", training), [
      "value model: torch.nn.Sequential",
      "value model: layers: torch.nn.Linear → torch.nn.Dropout",
    ]);
    assert.deepEqual(notesUnder("optimizer =", training), [
      "value optimizer: torch.optim.SGD",
      "value optimizer: updates all parameters of `model`",
    ]);
  });

  it("says modes and gradients at forward passes, and who set them", () => {
    assert.deepEqual(notesUnder("loss =", training).slice(-1), [
      "forward model: forward pass of torch.nn.Sequential; train mode as made, which nobody has set; gradients on; a backward goes through it",
    ]);
    assert.deepEqual(notesUnder("return model(rows)", training), [
      "forward model: forward pass of torch.nn.Sequential; eval mode (set in line 16); gradients off; no backward in sight reaches it; this is evaluation",
    ]);
    assert.deepEqual(notesUnder("model.eval()", training), ["mode model: sets eval mode of torch.nn.Sequential"]);
  });

  it("says what a loss takes and what it is given", () => {
    const source = `import torch

net = torch.nn.Sequential(torch.nn.Linear(4, 2), torch.nn.Softmax(dim=1))
criterion = torch.nn.CrossEntropyLoss()
out = net(rows)
loss = criterion(out, target)
`;
    assert.ok(
      notesUnder("loss =", source).includes("value criterion: takes logits, and is given probabilities (by line 3)"),
    );
  });

  it("says what loops and contexts are for", () => {
    assert.equal(
      notesUnder("for rows", training)[0],
      "region training loop: in each turn: clears gradients (line 12) → goes backward (line 14) → updates weights (line 15)",
    );
    assert.deepEqual(notesUnder("with torch", training), ["region torch.no_grad(): gradients off inside"]);
    assert.deepEqual(notesUnder("loss.backward", training), ["step loss: goes backward"]);
  });

  it("tells ways of getting to the same code apart where they differ", () => {
    const both = `${training}model.train()\nprint(score(held_out))\n`;
    const notes = notesUnder("return model(rows)", both);
    assert.equal(notes.length, 2);
    assert.match(notes[0]!, /eval mode .*\(called from line 17\)$/);
    assert.match(notes[1]!, /train mode .*\(called from line 19\)$/);
  });

  it("says where rows come from, which part they are, and what is done with them", () => {
    assert.deepEqual(notesUnder("train, test", splitting), [
      "value train: pandas.DataFrame, from sklearn.model_selection.train_test_split",
      "data train: train rows, split in line 7",
      "data train: made from `frame` (line 6)",
      "data train: used: fit (line 8), fit (line 10)",
      "value test: pandas.DataFrame, from sklearn.model_selection.train_test_split",
      "data test: test rows, split in line 7",
      "data test: made from `frame` (line 6)",
      "data test: used: transform (line 9), score (line 11)",
    ]);
  });

  it("says what was fitted on what", () => {
    const notes = notesUnder("scaler =", splitting);
    assert.ok(notes.includes("data scaler: fitted on `train` (line 8, train rows, split in line 7)"));
    assert.ok(
      notesUnder("scaled =", splitting).includes(
        "data scaled: `.transform()` of `scaler`, fitted on `train` (line 8, train rows, split in line 7)",
      ),
    );
    assert.deepEqual(notesUnder("ridge.score", splitting), [
      "use scaled: `ridge` is scored on it; test rows, split in line 7",
    ]);
  });

  it("follows imports, and names the places in other files", () => {
    const helpers = readPython("def run(model, rows):\n    return model(rows)\n");
    const workspace: Workspace = {
      ...emptyWorkspace,
      resolve: (_, module) => (module === "helpers" ? { path: "helpers.py", form: helpers } : undefined),
    };
    const source = "import torch\nfrom helpers import run\n\n\nmodel = torch.nn.Linear(2, 2)\nout = run(model, rows)\n";
    assert.deepEqual(notesUnder("from helpers", source, workspace), ["import helpers: followed into helpers.py"]);
    assert.match(modelText(modelOf(source, workspace), createColors(false)), /^also followed: helpers\.py$/m);
  });

  it("says what callers give to parameters, and which functions a framework calls", () => {
    const source = `import pytorch_lightning as pl
import torch

class Task(pl.LightningModule):
    def training_step(self, batch, index):
        return torch.mean(batch)

def run(net, rows, size=3):
    return net(rows)

run(torch.nn.Linear(4, 2), rows=torch.zeros(2))
`;
    assert.deepEqual(notesUnder("def run", source), [
      "function run: called from line 11",
      "value net: torch.nn.Linear",
      "value rows: torch.Tensor, from torch.zeros",
    ]);
    assert.deepEqual(notesUnder("def training_step", source), [
      "function training_step: a framework calls it, which sets modes and gradients around it",
    ]);
  });

  it("says that rows are cross-validated", () => {
    const source = `import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score

rows = pd.read_csv("rows.csv")
print(cross_val_score(Ridge(), rows, target))
`;
    assert.deepEqual(notesUnder("print", source), [
      "use rows: `Ridge()` is fitted and scored on folds of it; for what its rows are is unknown",
    ]);
  });

  it("says unknown where something is unknown", () => {
    const source = "import torch\n\ndef train(net, hook):\n    out = hook(net)\n    out.backward()\n";
    assert.deepEqual(notesUnder("def train", source), [
      "function train: nothing in sight calls it, so its parameters, modes and gradients are unknown",
    ]);
    const notes = notesUnder("out = hook", source);
    assert.ok(notes.includes("value out: unknown, from calling `hook`"), notes.join("\n"));
    assert.ok(notes.includes("unknown hook: what is called is unknown"), notes.join("\n"));
  });

  it("says when nothing was followed at all", () => {
    const text = modelText(modelOf("x = 1\n"), createColors(false));
    assert.match(text, /^main\.py\nNo library that rules are about is imported/);
    assert.match(text, /^1 \| x = 1$/m);
  });

  it("is total: broken code, and an empty file", () => {
    assert.match(modelText(modelOf("import torch\nmodel = torch.nn.(\n"), createColors(false)), /syntax errors: \d+/);
    assert.match(modelText(modelOf(""), createColors(false)), /^main\.py\n/);
  });

  it("cannot move a terminal's cursor", () => {
    const text = modelText(modelOf('import torch\nx = torch.load("\u001b[2J")\n'), createColors(false));
    assert.doesNotMatch(text, /\u001b/);
  });
});

describe("what is known of a file, as JSON", () => {
  it("has places and kinds", () => {
    const known = JSON.parse(modelJson(modelOf(training))) as {
      readonly version: number;
      readonly libraries: readonly string[];
      readonly seeded: Readonly<Record<string, boolean>>;
      readonly notes: readonly { readonly kind: string; readonly subject: string; readonly start: { line: number } }[];
    };
    assert.equal(known.version, 1);
    assert.deepEqual(known.libraries, ["torch"]);
    assert.deepEqual(known.seeded, { torch: false });
    const modes = known.notes.filter(({ kind }) => kind === "mode");
    assert.deepEqual(
      modes.map(({ subject, start }) => [subject, start.line]),
      [["model", 16]],
    );
  });
});
