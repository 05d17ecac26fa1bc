import { expectFindings } from "../expect-findings.js";

const rule = "load-state-dict-without-mode";

const head = `import torch
from torch import nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(8, 8), nn.Dropout(0.2), nn.Linear(8, 3))

    def forward(self, x):
        return self.body(x)

`;

const found = (source: string): void => expectFindings(rule, head + source);

describe(rule, () => {
  it("finds a prediction with loaded weights, once", () =>
    found(`net = Net()
net.load_state_dict(torch.load("a.pt", weights_only=True))
print(net(x))
      ~~~~~~ \`net\` has loaded weights and is still in train mode: call \`net.eval()\` first.
print(net(z))
`));

  it("finds it through a helper that loads", () =>
    found(`def load(path):
    net = Net().to("cuda")
    state = torch.load(path, weights_only=True)
    net.load_state_dict(state["model"])
    return net

def main():
    net = load("a.pt")
    with torch.no_grad():
        out = net(x)
              ~~~~~~
main()
`));

  it("finds it on an attribute", () =>
    found(`class Predictor:
    def __init__(self, path):
        self.net = Net()
        self.net.load_state_dict(torch.load(path, weights_only=True))

    def __call__(self, x):
        with torch.inference_mode():
            return self.net(x)
                   ~~~~~~~~~~~
`));

  it("accepts a mode that is set after loading, here or in a helper", () => {
    found('net = Net()\nnet.load_state_dict(torch.load("a.pt", weights_only=True))\nnet.eval()\nnet(x)\n');
    found(
      "def ready(m):\n    m.train(False)\n    return m\nnet = Net()\nnet.load_state_dict(state)\nready(net)\nnet(x)\n",
    );
    found("net = Net()\nnet.eval()\nnet.load_state_dict(state)\nnet(x)\n");
  });

  it("accepts resumed training", () =>
    found(
      "net = Net()\nopt = torch.optim.SGD(net.parameters(), 0.1)\nnet.load_state_dict(state)\nfor x, y in loader:\n    opt.zero_grad()\n    nn.functional.cross_entropy(net(x), y).backward()\n    opt.step()\n",
    ));

  it("accepts a net whose layers are the same in both modes", () =>
    found("net = nn.Sequential(nn.Linear(2, 2), nn.ReLU())\nnet.load_state_dict(state)\nnet(x)\n"));

  it("knows nothing of a model that is handed in or handed out", () => {
    found(
      "def predict(net, path, x):\n    net.load_state_dict(torch.load(path, weights_only=True))\n    return net(x)\n",
    );
    found(
      "def load(path):\n    net = Net()\n    net.load_state_dict(torch.load(path, weights_only=True))\n    return net\n",
    );
  });

  it("accepts a predictor whose mode another method sets", () =>
    found(
      "class P:\n    def __init__(self):\n        self.net = Net()\n        self.net.load_state_dict(state)\n    def prepare(self):\n        self.net.eval()\n    def run(self, x):\n        return self.net(x)\n",
    ));

  it("finds a model of a factory out of sight, in a file that never speaks of modes", () => {
    const agent = (more: string): string => `import torch
from tasks import build_model

class Agent(Reader):
    def __init__(self, options):
        self.load(options)

    def load(self, options):
        state = torch.load(options.path, weights_only=True)
        self.model = build_model(state["options"])
        self.model.load_state_dict(state["model"])
${more}
    def predict(self, words):
        return self.model.decoder.forward(words).argmax(-1)
`;
    expectFindings(
      rule,
      agent("").replace(".argmax(-1)\n", ".argmax(-1)\n               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"),
    );
    expectFindings(rule, agent("        self.model.eval()\n"));
    expectFindings(rule, agent("        ready(self.model)\n"));
    expectFindings(rule, agent("").replace("build_model(", "pipeline("));
  });

  it("knows layers that a helper collects in a list", () =>
    expectFindings(
      rule,
      `import torch
from nets import stack

def nets(paths):
    found = []
    for path in paths:
        net = stack(9)
        net.load_state_dict(torch.load(path, weights_only=True))
        found.append(net)
    return found

def predict(x, paths):
    with torch.no_grad():
        return [net(x) for net in nets(paths)]
                ~~~~~~

print(predict(torch.load("x.pt", weights_only=True), ["a.pt", "b.pt"]))
`,
      {
        files: {
          "nets.py": `from torch import nn
def stack(width):
    layers = [nn.Linear(4, width)]
    for _ in range(3):
        layers += [nn.Linear(width, width), nn.Dropout(0.1)]
    return nn.Sequential(*layers)
`,
        },
      },
    ));

  it("accepts a method whose inherited callers set the mode", () => {
    const agent = `import torch
from agents import Agent
from torchvision.models import resnet18

class Ranker(Agent):
    def __init__(self, path):
        self.model = resnet18(num_classes=2)
        self.model.load_state_dict(torch.load(path, weights_only=True))

    def score(self, batch):
        return self.model(batch).argmax(1)
`;
    const base = (mode: string): string => `class Agent:
    def step(self, batch):
        ${mode}
        return self.score(batch)
`;
    expectFindings(rule, agent, { files: { "agents.py": base("self.model.eval()") } });
    expectFindings(rule, agent.replace("argmax(1)\n", "argmax(1)\n               ~~~~~~~~~~~~~~~~~\n"), {
      files: { "agents.py": base("print(batch.shape)") },
    });
  });

  it("knows models that are traced", () => {
    const program = (mode: string, mark: string) => `import torch
from torch import nn
net = nn.Sequential(nn.Linear(4, 4), nn.Dropout(0.2))
net.load_state_dict(torch.load("net.pt", weights_only=True))
${mode}torch.jit.trace(net, example).save("net.ts")
${mark}`;
    expectFindings(rule, program("", "~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"));
    expectFindings(rule, program("net.eval()\n", ""));
  });
});
