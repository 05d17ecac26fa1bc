import { expectFindings } from "../expect-findings.js";

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

describe("best-weights-not-kept: what is accepted", () => {
  it("accepts copies", () => {
    for (const copied of [
      "copy.deepcopy(model.state_dict())",
      "{k: v.clone() for k, v in model.state_dict().items()}",
      "{k: v.detach().cpu().clone() for k, v in model.state_dict().items()}",
      "OrderedDict((k, v.clone()) for k, v in model.state_dict().items())",
      "copy.deepcopy(model).state_dict()",
    ])
      silent(fit([`best_state = ${copied}`], ["model.load_state_dict(best_state)"]));
  });

  it("accepts what is saved at once", () => {
    silent(fit(['torch.save(model.state_dict(), "best.pt")'], ['model.load_state_dict(torch.load("best.pt"))']));
    silent(fit(["state = model.state_dict()", 'torch.save(state, "best.pt")'], ["return model"]));
    silent(fit(["save_checkpoint(model)"], ["return model"]));
    silent(fit(["best_model = copy.deepcopy(model)"], ["test(best_model)"], "best_model = None"));
  });

  it("accepts a model that is made for each candidate", () =>
    silent(`import torch
from torch import nn

best, best_model = 0, None
for width in (8, 16, 32):
    model = nn.Sequential(nn.Linear(4, width), nn.Linear(width, 2))
    optimizer = torch.optim.Adam(model.parameters())
    for x, y in data:
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x), y).backward()
        optimizer.step()
    score = test(model)
    if score > best:
        best, best_state = score, model.state_dict()
        best_model = model
torch.save(best_state, "best.pt")
test(best_model)
`));

  it("accepts a score that is only looked at, and weights that are saved each time", () => {
    silent(fit(["pass"], ["return best_acc"]));
    silent(
      fit(["best_epoch = epoch"], ["return model"]).replace(
        "        acc = ",
        '        torch.save(model.state_dict(), f"{epoch}.pt")\n        acc = ',
      ),
    );
  });

  it("accepts weights that are taken after training", () =>
    silent(
      fit(["pass"], ["state = model.state_dict()", 'torch.save(state, "last.pt")'])
        .replace("if acc > best_acc:", "if epoch > 3:")
        .replace("            best_acc = acc\n", ""),
    ));

  it("accepts weights that another method writes to a file at once", () => {
    const keeper = (last: string): string => `import io
import torch

class Keeper:
    def __init__(self):
        self.lowest, self.best, self.buffer = float("inf"), None, None

    def __call__(self, net, loss):
        if loss < self.lowest:
            self.lowest = loss
            self.best = net.state_dict()
            self.save()

    def save(self):
        self.buffer = io.BytesIO()
        torch.save(self.best, self.buffer)

    def restore(self, net):
        ${last}
`;
    expectFindings(
      rule,
      keeper("self.buffer.seek(0)\n        net.load_state_dict(torch.load(self.buffer, weights_only=True))"),
    );
    expectFindings(
      rule,
      keeper("net.load_state_dict(self.best)").replace(
        "= net.state_dict()\n",
        "= net.state_dict()\n                        ~~~~~~~~~~~~~~~~\n",
      ),
    );
  });
});
