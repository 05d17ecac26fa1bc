import { expectFindings } from "../expect-findings.js";

const rule = "model-moved-after-optimizer";
const silent = (source: string, options = {}): void => expectFindings(rule, source, options);

const script = (after: readonly string[], more = ""): string => `import copy
import torch
from torch import nn
from torchvision.models import resnet18
from transformers import AutoModelForCausalLM
from peft import get_peft_model

model = resnet18()
${more}
optimizer = torch.optim.Adam(model.parameters())
${after.join("\n")}
for x, y in loader:
    optimizer.zero_grad()
    nn.functional.cross_entropy(model(x), y).backward()
    optimizer.step()
`;

describe("model-moved-after-optimizer", () => {
  it("marks the new layer", () =>
    expectFindings(
      rule,
      script([
        "model.fc = nn.Linear(512, 3)",
        "           ~~~~~~~~~~~~~~~~~ `nn.Linear(512, 3)` brings parameters that the optimizer does not have, because it was made before: make the optimizer after this line.",
      ]),
    ));

  it("knows the ways of putting layers into a model", () => {
    expectFindings(
      rule,
      script(['setattr(model, "fc", nn.Linear(512, 3))', "~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~"]),
    );
    expectFindings(rule, script(["model.layer4[1] = nn.Conv2d(3, 3, 1)", "                  ~~~~~~~~~~~~~~~~~~"]));
    expectFindings(
      rule,
      script(['model.add_module("extra", nn.Linear(3, 3))', "~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~"]),
    );
    expectFindings(
      rule,
      script([
        "def new_head(m, n):",
        "    m.fc = nn.Sequential(nn.Linear(512, n))",
        "           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
        "new_head(model, 3)",
      ]),
    );
  });

  it("knows libraries that replace parameters", () => {
    expectFindings(rule, script(["model = get_peft_model(model, config)", "        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~"]));
    expectFindings(
      rule,
      script(
        ["model.resize_token_embeddings(900)", "~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~"],
        'model = AutoModelForCausalLM.from_pretrained("gpt2")',
      ),
    );
    expectFindings(
      rule,
      script(
        ["model = FSDP(model)", "        ~~~~~~~~~~~"],
        "from torch.distributed.fsdp import FullyShardedDataParallel as FSDP",
      ),
    );
  });

  it("finds a copy that is trained in place of the model", () =>
    expectFindings(rule, script(["model = copy.deepcopy(model)", "        ~~~~~~~~~~~~~~~~~~~~"])));

  it("looks into classes", () =>
    expectFindings(
      rule,
      `import torch
from torch import nn

class Trainer:
    def __init__(self):
        self.net = nn.Sequential(nn.Linear(4, 4))
        self.net.head = nn.Linear(4, 2)
        self.optimizer = torch.optim.Adam(self.net.parameters())
    def adapt(self, n):
        self.net.head = nn.Linear(4, n)
                        ~~~~~~~~~~~~~~~
    def run(self, data):
        self.adapt(3)
        for x, y in data:
            self.optimizer.zero_grad()
            nn.functional.cross_entropy(self.net(x), y).backward()
            self.optimizer.step()
`,
    ));

  it("accepts what keeps the parameters", () => {
    for (const line of [
      'model = model.to("cuda")',
      "model.half()",
      "model = nn.DataParallel(model)",
      "model = nn.parallel.DistributedDataParallel(model)",
      "model = torch.compile(model)",
      "model.layer1 = torch.compile(model.layer1)",
      "model = nn.SyncBatchNorm.convert_sync_batchnorm(model)",
      'model.load_state_dict(torch.load("a.pt"))',
      "model.relu = nn.ReLU()",
      "model.size = 3",
      "ema = copy.deepcopy(model)",
    ])
      silent(script([line]));
  });

  it("accepts an optimizer that is made again, or told", () => {
    silent(script(["model.fc = nn.Linear(512, 3)", "optimizer = torch.optim.Adam(model.parameters())"]));
    silent(script(["model.fc = nn.Linear(512, 3)", 'optimizer.add_param_group({"params": model.fc.parameters()})']));
  });

  it("accepts layers that are replaced before", () => silent(script([], "model.fc = nn.Linear(512, 3)")));

  it("accepts changes after training and of other models", () => {
    silent(`${script([])}model.fc = nn.Identity()\n`);
    silent(script(["other = resnet18()", "other.fc = nn.Linear(512, 3)"]));
    silent(
      script(["model.fc = nn.Linear(512, 3)"]).replace(
        "torch.optim.Adam(model.parameters())",
        "torch.optim.Adam(elsewhere.parameters())",
      ),
    );
  });

  it("accepts a network that grows with its optimizer", () =>
    silent(`import torch
from torch import nn

net = nn.Sequential(nn.Linear(4, 2))
optimizer = torch.optim.Adam(net.parameters())
for stage in range(3):
    for x, y in loader:
        optimizer.zero_grad()
        nn.functional.cross_entropy(net(x), y).backward()
        optimizer.step()
    net.append(nn.Linear(2, 2))
    optimizer = torch.optim.Adam(net.parameters())
`));

  it("finds new embeddings behind an optimizer of two groups", () =>
    expectFindings(
      rule,
      `import torch
from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained("name")
with_decay = [p for n, p in model.named_parameters() if "norm" not in n]
without = [p for n, p in model.named_parameters() if "norm" in n]
opt = torch.optim.AdamW([{"params": with_decay}, {"params": without, "weight_decay": 0.0}])
model.resize_token_embeddings(500)
~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
for batch in loader:
    opt.zero_grad()
    model(**batch).loss.backward()
    opt.step()
`,
    ));

  it("finds a head that is replaced right before the pass", () =>
    expectFindings(
      rule,
      `import torch
from torch import nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Linear(4, 2)

    def forward(self, x):
        return self.head(x)

net = Net()
opt = torch.optim.Adam(net.parameters())
net.head = nn.Linear(4, 3)
           ~~~~~~~~~~~~~~~
for x, y in batches:
    loss = nn.functional.cross_entropy(net(x), y)
    opt.zero_grad()
    loss.backward()
    opt.step()
`,
    ));
});
