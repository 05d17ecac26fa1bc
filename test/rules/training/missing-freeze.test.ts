import { expectFindings } from "../expect-findings.js";

const rule = "missing-freeze";
const silent = (source: string, options = {}): void => expectFindings(rule, source, options);

const script = (words: string, optimizer: readonly string[], before = ""): string => `import torch
from torch import nn
from torchvision import models

${words}
net = models.resnet18(pretrained=True)
${before}
net.fc = nn.Linear(512, 2)
${optimizer.join("\n")}
for x, y in loader:
    optimizer.zero_grad()
    nn.functional.cross_entropy(net(x), y).backward()
    optimizer.step()
`;

const whole = [
  "optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)",
  "                             ~~~~~~~~~~~~~~~~",
];

describe("missing-freeze", () => {
  it("marks what the optimizer is given", () =>
    expectFindings(
      rule,
      script("# Use the network as a fixed feature extractor", [
        whole[0]!,
        `${whole[1]!} \`net.parameters()\` trains the pretrained part as well, although the code speaks of a frozen one: set \`requires_grad = False\` on it, and pass the head only.`,
      ]),
    ));

  it("reads flags, comments and names", () => {
    for (const words of [
      "feature_extract = True",
      "# freeze the backbone",
      "FREEZE_BACKBONE = True",
      "# train only the head",
      "run = 'linear probe'",
    ])
      expectFindings(rule, script(words, whole));
  });

  it("looks into classes", () =>
    expectFindings(
      rule,
      `import torch
from torch import nn
from torchvision.models import resnet50

class FrozenNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.backbone = resnet50(weights="DEFAULT")
        self.head = nn.Linear(1000, 2)
    def forward(self, x):
        return self.head(self.backbone(x))

net = FrozenNet()
optimizer = torch.optim.Adam(net.parameters())
                             ~~~~~~~~~~~~~~~~
for x, y in loader:
    optimizer.zero_grad()
    nn.functional.cross_entropy(net(x), y).backward()
    optimizer.step()
`,
    ));

  it("accepts fine-tuning that nobody calls anything else", () => {
    silent(script("", [whole[0]!]));
    silent(script("# fine-tune all layers", [whole[0]!]));
    silent(script("feature_extract = False", [whole[0]!]));
    silent(script("from transformers import AutoFeatureExtractor", [whole[0]!]));
  });

  it("accepts what is frozen, and an optimizer of the head", () => {
    silent(script("# frozen", [whole[0]!], "for p in net.parameters():\n    p.requires_grad = False"));
    silent(script("# frozen", [whole[0]!], "net.requires_grad_(False)"));
    silent(script("# frozen", ["optimizer = torch.optim.Adam(net.fc.parameters())"]));
    silent(script("# frozen", ["optimizer = torch.optim.Adam([p for p in net.parameters() if p.requires_grad])"]));
  });

  it("accepts gradual unfreezing", () => silent(script("# freeze first, unfreeze later", [whole[0]!])));

  it("accepts a network that is trained from scratch", () =>
    silent(script("# frozen", [whole[0]!]).replace("pretrained=True", "pretrained=False")));

  it("accepts features that are made without gradients", () =>
    silent(`import torch
from torch import nn
from torchvision.models import resnet50

class FrozenNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.backbone = resnet50(weights="DEFAULT")
        self.head = nn.Linear(1000, 2)
    def forward(self, x):
        with torch.no_grad():
            features = self.backbone(x)
        return self.head(features)

net = FrozenNet()
optimizer = torch.optim.Adam(net.parameters())
for x, y in loader:
    optimizer.zero_grad()
    nn.functional.cross_entropy(net(x), y).backward()
    optimizer.step()
`));

  it("accepts a network that keeps its own head", () =>
    silent(script("# frozen", [whole[0]!]).replace("net.fc = nn.Linear(512, 2)\n", "")));

  it("says nothing of modules that it cannot see", () =>
    silent("import torch\n\n# frozen backbone\ndef build(model):\n    return torch.optim.Adam(model.parameters())\n"));
});
