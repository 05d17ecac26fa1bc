import { expectFindings } from "../../rules/expect-findings.js";

describe("objects in containers", () => {
  it("are found by a literal key where a comprehension made them of a dict", () =>
    expectFindings(
      "missing-zero-grad",
      `
import torch
from torch import nn

parts = {"down": nn.Linear(9, 3), "up": nn.Linear(3, 9)}
updates = {key: torch.optim.SGD(part.parameters(), lr=0.1) for key, part in parts.items()}
for rows in batches:
    for update in updates.values():
        update.zero_grad()
    loss = nn.functional.l1_loss(parts["up"](parts["down"](rows)), rows)
    loss.backward()
    updates["up"].step()
    updates["down"].step()
`,
    ));

  it("are one of those that are there where the key is not known", () =>
    expectFindings(
      "missing-eval-mode",
      `
import torch
from torch import nn

voters = {"wide": nn.Sequential(nn.Linear(9, 64), nn.Dropout(), nn.Linear(64, 2)), "deep": nn.Sequential(nn.Linear(9, 4), nn.Dropout(), nn.Linear(4, 2))}
order = sorted(voters)
for name in order:
    voters[name].eval()
with torch.no_grad():
    for rows, labels in test_loader:
        for name in order:
            print(name, (voters[name](rows).argmax(1) == labels).float().mean())
`,
    ));

  it("keep their mode when it is set for all of them", () =>
    expectFindings(
      "missing-eval-mode",
      `
import torch
from torch import nn

voters = {"wide": nn.Sequential(nn.Linear(9, 64), nn.Dropout(), nn.Linear(64, 2)), "deep": nn.Sequential(nn.Linear(9, 4), nn.Dropout(), nn.Linear(4, 2))}
optimizers = {name: torch.optim.Adam(net.parameters()) for name, net in voters.items()}
for name in voters:
    voters[name].train()
    for rows, labels in train_loader:
        optimizers[name].zero_grad()
        nn.functional.cross_entropy(voters[name](rows), labels).backward()
        optimizers[name].step()
hits = 0
with torch.no_grad():
    for rows, labels in test_loader:
        hits += (voters["deep"](rows).argmax(1) == labels).sum().item()
                 ~~~~~~~~~~~~~~~~~~~~
`,
    ));

  it("have their gradients cleared one by one", () =>
    expectFindings(
      "missing-zero-grad",
      `
import torch
from torch import nn

voters = {"wide": nn.Linear(9, 2), "deep": nn.Sequential(nn.Linear(9, 4), nn.Tanh(), nn.Linear(4, 2))}
optimizers = {name: torch.optim.Adam(net.parameters()) for name, net in voters.items()}
for rows, labels in train_loader:
    for name in voters:
        optimizers[name].zero_grad()
        nn.functional.cross_entropy(voters[name](rows), labels).backward()
        optimizers[name].step()
`,
    ));

  it("stand at their places in a list after a loop over it", () =>
    expectFindings(
      "missing-zero-grad",
      `
import torch
from torch import nn

halves = [nn.Linear(9, 3), nn.Linear(3, 9)]
for half in halves:
    half.cuda()
optimizer = torch.optim.SGD([*halves[0].parameters(), *halves[1].parameters()], lr=0.1)
for rows in batches:
    halves[0].zero_grad()
    halves[1].zero_grad()
    nn.functional.l1_loss(halves[1](halves[0](rows)), rows).backward()
    optimizer.step()
`,
    ));
});
