import { expectFindings } from "../expect-findings.js";

const rule = "tensor-not-registered-buffer";
const silent = (source: string, options = {}): void => expectFindings(rule, source, options);

const net = (made: readonly string[], used: readonly string[], more = ""): string => `import math
import numpy as np
import torch
from torch import nn

class Net(nn.Module):
    def __init__(self, n, device="cpu"):
        super().__init__()
        self.layer = nn.Linear(n, n)
${made.map((line) => `        ${line}`).join("\n")}

    def forward(self, x):
${used.map((line) => `        ${line}`).join("\n")}
${more}`;

describe("tensor-not-registered-buffer", () => {
  it("marks the value and says what to call", () =>
    expectFindings(
      rule,
      net(
        [
          "self.mean = torch.zeros(n)",
          '            ~~~~~~~~~~~~~~ `self.mean` stays behind when the module is moved, and is not saved with it: use `self.register_buffer("mean", ...)`.',
        ],
        ["return self.layer(x - self.mean)"],
      ),
    ));

  it("knows tensors through methods, operations and slices", () => {
    for (const value of [
      "torch.arange(n).unsqueeze(0)",
      "torch.exp(torch.arange(0, n, 2) * (-math.log(10000.0) / n))",
      "1.0 / torch.linspace(0, 1, n)",
      "torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1)",
      "torch.triu(torch.ones(n, n), diagonal=1).bool()",
      "torch.from_numpy(np.eye(n))",
      "torch.FloatTensor([1.0, 2.0])",
      "torch.cat([torch.zeros(1), torch.ones(n)])",
    ])
      expectFindings(
        rule,
        net([`self.w = ${value}`, `         ${"~".repeat(value.length)}`], ["return self.layer(x * self.w)"]),
      );
  });

  it("finds uses in helpers, as arguments and under another name", () => {
    const made = ["self.w = torch.ones(n)", "         ~~~~~~~~~~~~~"];
    expectFindings(rule, net(made, ["return torch.matmul(x, self.w)"]));
    expectFindings(rule, net(made, ["w = self.w", "return self.layer(x) * w"]));
    expectFindings(rule, net(made, ["return x + self.w[:, : x.size(1)]"]));
    expectFindings(rule, net(made, ["return self.scale(x)"], "\n    def scale(self, x):\n        return x * self.w\n"));
  });

  it("finds a tensor that a helper makes", () =>
    expectFindings(
      rule,
      `import torch
from torch import nn

def grid(n):
    return torch.stack([torch.arange(n), torch.arange(n)])

class Head(nn.Module):
    def __init__(self):
        super().__init__()
        self.grid = grid(20)
                    ~~~~~~~~
    def forward(self, x):
        return x + self.grid
`,
    ));

  it("accepts buffers, parameters and layers", () => {
    silent(net(['self.register_buffer("w", torch.ones(n))'], ["return x * self.w"]));
    silent(net(['self.register_buffer("w", None)', "self.w = torch.ones(n)"], ["return x * self.w"]));
    silent(net(["self.w = nn.Parameter(torch.ones(n))"], ["return x * self.w"]));
  });

  it("accepts tensors that are put on a device where they are made", () => {
    silent(net(["self.w = torch.ones(n, device=device)"], ["return x * self.w"]));
    silent(net(["self.w = torch.ones(n).to(device)"], ["return x * self.w"]));
    silent(net(["self.w = torch.ones(n).cuda()"], ["return x * self.w"]));
  });

  it("accepts tensors that are moved by hand", () => {
    const made = ["self.w = torch.ones(n)"];
    silent(net(made, ["return x * self.w.to(x.device)"]));
    silent(net(made, ["return x * self.w[: x.size(0)].unsqueeze(1).to(x)"]));
    silent(net(made, ["return x * self.w.type_as(x)"]));
    silent(net(made, ["w = self.w", "return x * w.to(x.device)"]));
    silent(net(made, ["if self.w.device != x.device:", "    self.w = self.w.to(x.device)", "return x * self.w"]));
    silent(net(made, ["return x * torch.as_tensor(self.w, device=x.device)"]));
    silent(
      net(
        made,
        ["return x * self.w"],
        "\n    def _apply(self, fn):\n        self.w = fn(self.w)\n        return super()._apply(fn)\n",
      ),
    );
  });

  it("accepts what becomes a parameter, is set in each pass, or goes to the project's own code", () => {
    silent(net(["self.w = nn.parameter.Parameter(torch.Tensor(n))"], ["return x * self.w"]));
    silent(net(["self.w = torch.zeros(n)", "self.w[0] = 1", "self.w = nn.Parameter(self.w)"], ["return x * self.w"]));
    silent(net(["self.w = torch.zeros(n)"], ["self.w = self.w.type_as(x)", "return x * self.w"]));
    silent(net(["self.w = torch.zeros(n)"], ["return x.type_as(self.w)"]));
    silent(net(["self.w = torch.zeros(n)"], ["return combine(x, self.w)"]));
  });

  it("accepts one of several values, which may be a number", () =>
    silent(net(["w, self.scale = torch.ones(n), torch.ones(n)"], ["return x * self.scale"])));

  it("accepts what the pass does not compute with", () => {
    silent(net(["self.w = torch.ones(n)"], ["return self.layer(x)"]));
    silent(net(["self.w = torch.ones(n)"], ["return x * self.w.shape[0] + len(self.w)"]));
    silent(net(["self.w = torch.arange(n)"], ["return x[:, self.w]"]));
    silent(net(["self.n = torch.ones(n).sum().item()"], ["return x * self.n"]));
  });

  it("accepts numbers, which work on every device", () => {
    silent(net(["self.scale = torch.tensor(0.5)"], ["return x * self.scale"]));
    silent(net(["self.scale = math.sqrt(n)"], ["return x * self.scale"]));
    silent(net(["self.scale = torch.sqrt(torch.tensor(n).float())"], ["return x * self.scale"]));
  });

  it("says nothing of classes that are no modules, and of what comes from outside", () => {
    silent(
      "import torch\n\nclass Loss:\n    def __init__(self):\n        self.w = torch.ones(3)\n    def forward(self, x):\n        return x * self.w\n",
    );
    silent(net(["self.w = n"], ["return x * self.w"]));
  });

  it("finds tensors of a comprehension that are put together", () =>
    expectFindings(
      rule,
      `import torch
from torch import nn

class Bands(nn.Module):
    def __init__(self, count):
        super().__init__()
        waves = [torch.arange(64) * k for k in range(count)]
        self.waves = torch.stack(waves).sin()
                     ~~~~~~~~~~~~~~~~~~~~~~~~

    def forward(self, x):
        return x * self.waves[0]
`,
    ));

  it("finds what a method of the constructor makes, unless another one calls it too", () => {
    const bands = (mark: string, more = ""): string => `import torch
from torch import nn

class Bands(nn.Module):
    def __init__(self):
        super().__init__()
        self.prepare()

    def prepare(self):
        self.window = torch.hann_window(64)
${mark}
    def forward(self, x):
        return x * self.window
${more}`;
    expectFindings(rule, bands("                      ~~~~~~~~~~~~~~~~~~~~~\n"));
    expectFindings(rule, bands("", "\n    def resize(self):\n        self.prepare()\n"));
  });

  it("knows a base that its subclass computes with", () => {
    const program = (kept: string, mark: string) => `import torch
from torch import nn

class Windowed(nn.Module):
    def __init__(self, size):
        super().__init__()
        ${kept}
${mark}
    def weigh(self, x):
        return x * self.window

class Listener(Windowed):
    def __init__(self):
        super().__init__(400)
        self.out = nn.Linear(400, 2)

    def forward(self, x):
        return self.out(self.weigh(x))

net = Listener().to("cuda")
net(torch.randn(3, 400).cuda())
`;
    expectFindings(
      rule,
      program("self.window = torch.linspace(0, 1, size)", "                      ~~~~~~~~~~~~~~~~~~~~~~~~~~\n"),
    );
    expectFindings(rule, program('self.register_buffer("window", torch.linspace(0, 1, size))', ""));
  });

  it("accepts what only computes an index, on which device it may be", () => {
    silent(net(["self.places = torch.arange(n)"], ["return self.layer(x)[:, self.places + 1]"]));
    silent(net(["self.places = torch.arange(-n, n)"], ["return x[:, abs(self.places - 2), 0]"]));
  });

  it("accepts single numbers out of a row of them", () => {
    const schedule = "self.warmup = torch.linspace(0.1, 0.9, 30)";
    silent(
      net(
        [schedule],
        ["return self.at(x, 3)"],
        "\n    def at(self, x, epoch: int):\n        return x * self.warmup[epoch]\n",
      ),
    );
    silent(net([schedule], ["for i, part in enumerate(x):", "    y = part / self.warmup[i]", "return y"]));
    silent(
      net(
        ["self.kept = torch.ones(n)"],
        ["for i in range(4):", "    if self.kept[i] > 0.5:", "        x = self.layer(x) * self.kept[i]", "return x"],
      ),
    );
    // Numbers picked by a tensor are a tensor again, and so is a row of a table.
    const mark = "              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~";
    expectFindings(
      rule,
      net(
        [schedule, mark.padEnd(schedule.length)],
        ["t = torch.randint(0, 30, (len(x),))", "return x * self.warmup[t]"],
      ),
    );
    expectFindings(
      rule,
      net(
        ["self.table = torch.eye(n)", "             ~~~~~~~~~~~~"],
        ["for i in range(4):", "    x = x + self.table[i]", "return x"],
      ),
    );
  });
});
