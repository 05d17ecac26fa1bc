import { equal } from "node:assert/strict";
import { expectFindings, findingsOf } from "../expect-findings.js";

const rule = "best-weights-not-kept";
const silent = (source: string, options = {}): void => expectFindings(rule, source, options);
/** A training function: what happens where the score improves, and after the loop. */
const fit = (better: readonly string[], after: readonly string[], before = "best_state = None"): string => `import copy
from collections import OrderedDict
import torch

def fit(model, optimizer, criterion, loader, val_loader):
    best_acc = 0.0
    ${before}
    for epoch in range(10):
        model.train()
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
        acc = evaluate(model, val_loader)
        if acc > best_acc:
            best_acc = acc
${better.map((line) => `            ${line}`).join("\n")}
${after.map((line) => `    ${line}`).join("\n")}
`;

describe("best-weights-not-kept", () => {
  it("marks the state dict that is loaded after training", () =>
    expectFindings(
      rule,
      fit(
        [
          "best_state = model.state_dict()",
          "             ~~~~~~~~~~~~~~~~~~ `model.state_dict()` goes on changing with every update: keep a copy, `copy.deepcopy(model.state_dict())`.",
        ],
        ["model.load_state_dict(best_state)", "return model"],
      ),
    ));

  it("finds what is saved or returned later", () => {
    const kept = ["best_state = model.state_dict()", "             ~~~~~~~~~~~~~~~~~~"];
    expectFindings(rule, fit(kept, ['torch.save(best_state, "best.pt")']));
    expectFindings(rule, fit(kept, ['torch.save({"model": best_state, "acc": best_acc}, "best.pt")']));
    expectFindings(rule, fit(kept, ["return best_state"]));
  });

  it("knows shallow copies", () => {
    const after = ["model.load_state_dict(best_state)"];
    expectFindings(rule, fit(["best_state = model.state_dict().copy()", "             ~~~~~~~~~~~~~~~~~~"], after));
    expectFindings(rule, fit(["best_state = dict(model.state_dict())", "                  ~~~~~~~~~~~~~~~~~~"], after));
    expectFindings(
      rule,
      fit(["best_state = copy.copy(model.state_dict())", "                       ~~~~~~~~~~~~~~~~~~"], after),
    );
    expectFindings(
      rule,
      fit(
        [
          "best_state = {k: v for k, v in model.state_dict().items()}",
          "                               ~~~~~~~~~~~~~~~~~~",
        ],
        after,
      ),
    );
  });

  it("finds it inside a checkpoint and on an object", () => {
    expectFindings(
      rule,
      fit(
        [
          'best_state = {"epoch": epoch, "state_dict": model.state_dict()}',
          "                                            ~~~~~~~~~~~~~~~~~~",
        ],
        ['torch.save(best_state, "best.pt")'],
      ),
    );
    expectFindings(
      rule,
      `import torch

class EarlyStopping:
    def __init__(self, patience):
        self.best, self.weights, self.wait = None, None, 0
    def step(self, score, model):
        if self.best is None or score > self.best:
            self.best = score
            self.weights = model.state_dict()
                           ~~~~~~~~~~~~~~~~~~
        else:
            self.wait += 1
    def restore(self, model):
        model.load_state_dict(self.weights)
`,
    );
  });

  it("finds a second name for the model", () =>
    expectFindings(rule, fit(["best_model = model", "             ~~~~~"], ["test(best_model)"], "best_model = None")));

  it("finds a best score whose weights nobody keeps", () => {
    const program = fit(["print('better')"], ['torch.save(model.state_dict(), "best.pt")']);
    expectFindings(
      rule,
      program.replace(
        "        if acc > best_acc:\n",
        `        if acc > best_acc:\n           ~~~~~~~~~~~~~~ The best score is remembered, but not the weights that reached it: save or copy \`state_dict()\` here.\n`,
      ),
    );
  });

  it("offers a copy, with or without the module", () => {
    const program = fit(["best_state = model.state_dict()"], ["model.load_state_dict(best_state)"]);
    const fix = (source: string): string | undefined => findingsOf(rule, source)[0]?.fixes[0]?.edits[0]?.newText;
    equal(fix(program), "copy.deepcopy(model.state_dict())");
    equal(fix(program.replace("import copy\n", "")), "{k: v.clone() for k, v in model.state_dict().items()}");
  });

  it("finds weights that a callback keeps, in a file that leaves torch to others", () => {
    const callback = (state: string): string => `import copy
import numpy as np
from callbacks import Callback

class Best(Callback):
    def __init__(self):
        self.lowest = np.inf
        self.weights = None

    def after_epoch(self, epoch, logs):
        if logs["loss"] < self.lowest:
            self.lowest = logs["loss"]
            self.weights = ${state}

    def after_training(self, logs):
        if self.weights is not None:
            self.owner.network.load_state_dict(self.weights)
`;
    expectFindings(
      rule,
      callback("self.owner.network.state_dict()\n                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~"),
    );
    silent(callback("copy.deepcopy(self.owner.network.state_dict())"));
  });

  it("knows a dict that is told by name", () =>
    expectFindings(
      rule,
      `import torch

def fit(net: torch.nn.Module, optimizer, loader, judge):
    kept = {"score": 0.0, "weights": None}
    for epoch in range(9):
        for x, y in loader:
            optimizer.zero_grad()
            torch.nn.functional.mse_loss(net(x), y).backward()
            optimizer.step()
        score = judge(net)
        if score > kept["score"]:
            kept.update(score=score, weights=net.state_dict())
                                             ~~~~~~~~~~~~~~~~
    net.load_state_dict(kept["weights"])
`,
    ));

  it("knows a method that leaves where nothing improved", () =>
    expectFindings(
      rule,
      `import torch

class Run:
    def __init__(self, net, optimizer):
        self.net, self.optimizer = net, optimizer
        self.lowest, self.weights = 1e9, None

    def turn(self, loader):
        for x, y in loader:
            self.optimizer.zero_grad()
            torch.nn.functional.mse_loss(self.net(x), y).backward()
            self.optimizer.step()

    def note(self, error):
        if error >= self.lowest:
            return
        self.lowest = error
        self.weights = self.net.state_dict()
                       ~~~~~~~~~~~~~~~~~~~~~

    def go(self, loader, judge):
        for epoch in range(9):
            self.turn(loader)
            self.note(judge(self.net))
        self.net.load_state_dict(self.weights)
`,
    ));
});
