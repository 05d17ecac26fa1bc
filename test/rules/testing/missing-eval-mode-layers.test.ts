import { expectFindings } from "../expect-findings.js";

const rule = "missing-eval-mode";
const silent = (source: string, options = {}): void => expectFindings(rule, source, options);

describe("missing-eval-mode: layers that are the same in both modes", () => {
  it("accepts a loss of the project's own that counts with the help of a plain object", () =>
    silent(
      `import torch
from torch import nn
from parts import Spread

class Ranking(nn.Module):
    def __init__(self, weight):
        super().__init__()
        self.weight = weight
        self.spread = Spread(4)

    def forward(self, scores, factors):
        return -scores.sigmoid().log().mean() + self.weight * self.spread.measure(factors)

net = nn.Sequential(nn.Linear(8, 8), nn.Dropout(0.2))
rank = Ranking(0.1)
optimizer = torch.optim.Adam(net.parameters())
for epoch in range(9):
    net.train()
    for x, factors in train_loader:
        optimizer.zero_grad()
        rank(net(x), factors).backward()
        optimizer.step()
    net.eval()
    with torch.no_grad():
        for x, factors in val_loader:
            total += rank(net(x), factors).item()
`,
      {
        files: {
          "parts.py":
            "class Spread:\n    def __init__(self, n):\n        self.n = n\n\n    def measure(self, factors):\n        return factors.var() / self.n\n",
        },
      },
    ));

  it("accepts layers of an abstract class, and losses of libraries", () =>
    silent(`from abc import ABC
import torch
from torch import nn
from warping import SoftWarpLoss

class Reshaper(ABC):
    pass

class Cropper(nn.Module, Reshaper):
    def __init__(self):
        super().__init__()
        self.larger = nn.Upsample(scale_factor=2)

    def forward(self, x):
        return self.larger(x[:, :, 2:-2])

class Net(nn.Module):
    def __init__(self, loss=None):
        super().__init__()
        self.crop, self.layer = Cropper(), nn.Linear(8, 8)
        self.loss = loss or nn.MSELoss()

    def forward(self, x):
        return self.layer(self.crop(x))

net = Net(loss=SoftWarpLoss(gamma=0.1))
optimizer = torch.optim.Adam(net.parameters())
for x, y in train_loader:
    optimizer.zero_grad()
    net.loss(net(x), y).backward()
    optimizer.step()
with torch.no_grad():
    print(net(x_test).argmax(1))
`));

  it("accepts a detector that is put in train mode for its losses", () => {
    const script = (name: string): string => `import torch
from torchvision.models.detection import fasterrcnn_resnet50_fpn

net = fasterrcnn_resnet50_fpn(weights="DEFAULT")

def ${name}(photos, boxes):
    net.train()
    with torch.no_grad():
        return net(photos, boxes)

print(${name}(photos, boxes))
`;
    silent(script("get_losses"));
    expectFindings(
      rule,
      script("find_birds").replace(
        "return net(photos, boxes)\n",
        "return net(photos, boxes)\n               ~~~~~~~~~~~~~~~~~~\n",
      ),
    );
  });

  it("knows the class that a long function of another file makes an object of", () => {
    const layers = (last: string): string => `import torch.nn as nn

def make_judge(width, rows):
    """A judge of rows.

    ${"It says how likely a row is a real one. ".repeat(20)}
    """
    class Judge(nn.Module):
        def __init__(self, width, rows):
            super().__init__()
            self.first = nn.Linear(width, rows)
            self.last = nn.${last}

        def forward(self, x):
            return self.last(self.first(x).relu())

    return Judge(width, rows)
`;
    const script = `import torch
from judges import make_judge

judge = make_judge(8, 16).to("cuda")
optimizer = torch.optim.SGD(judge.parameters(), lr=0.1)
for x, y in loader:
    judge.train()
    optimizer.zero_grad()
    torch.nn.functional.mse_loss(judge(x), y).backward()
    optimizer.step()
scores = judge(everything).detach().numpy()
`;
    silent(script, { files: { "judges.py": layers("Linear(16, 1)") } });
    const marked = script.replace("detach().numpy()\n", "detach().numpy()\n         ~~~~~~~~~~~~~~~~~\n");
    expectFindings(rule, marked, { files: { "judges.py": layers("Dropout(0.5)") } });
  });
});
