import assert from "node:assert/strict";
import { evaluated } from "./surround.js";

const torch = `import torch
from torchvision.models import resnet18

net = resnet18()
optimizer = torch.optim.Adam(net.parameters())
`;
const step = (indent: string): string =>
  [
    "for wings, species in train_loader:",
    "    optimizer.zero_grad()",
    "    criterion(net(wings), species).backward()",
    "    optimizer.step()",
  ]
    .map((line) => `${indent}${line}\n`)
    .join("");

describe("surrounding with eval mode and without gradients", () => {
  for (const [what, before, after] of [
    [
      "the module that is called",
      `${step("")}«for wings in test_loader:\n    scores.append(net(wings))\n»`,
      `${step("")}net.eval()\nwith torch.no_grad():\n    for wings in test_loader:\n        scores.append(net(wings))\n`,
    ],
    [
      "and puts it back in train mode in a loop that trains on",
      `for epoch in range(3):\n${step("    ")}    «score = net(held_out)  # Each epoch.»\n    print(score)\n`,
      `for epoch in range(3):\n${step("    ")}    net.eval()\n    with torch.no_grad():\n        score = net(held_out)  # Each epoch.\n    net.train()\n    print(score)\n`,
    ],
    [
      "which sets the mode itself in each turn",
      `for epoch in range(3):\n    net.train()\n${step("    ")}    «score = net(held_out)»\n`,
      `for epoch in range(3):\n    net.train()\n${step("    ")}    net.eval()\n    with torch.no_grad():\n        score = net(held_out)\n`,
    ],
    [
      "before the training that follows",
      `«first = net(held_out)»\n${step("")}`,
      `net.eval()\nwith torch.no_grad():\n    first = net(held_out)\nnet.train()\n${step("")}`,
    ],
    [
      "what is in eval mode already",
      "net.eval()\n«score = net(held_out)»\n",
      "net.eval()\nwith torch.no_grad():\n    score = net(held_out)\n",
    ],
    [
      "a function that returns",
      "def score(held_out):\n    «out = net(held_out)\n    return out»\n",
      "def score(held_out):\n    net.eval()\n    with torch.no_grad():\n        out = net(held_out)\n        return out\n",
    ],
    [
      "a string of several lines, which stays as it is",
      '«print("""a\n  b""", net(held_out),\n  1)»\n',
      'net.eval()\nwith torch.no_grad():\n    print("""a\n  b""", net(held_out),\n      1)\n',
    ],
    [
      "comments and blank lines",
      "«# Scores.\nscore = net(held_out)\n\nprint(score)\n# Done.\n»x = 1\n",
      "net.eval()\nwith torch.no_grad():\n    # Scores.\n    score = net(held_out)\n\n    print(score)\n    # Done.\nx = 1\n",
    ],
    [
      "the module that is handed on",
      "«print(score(net, held_out))»\n",
      "net.eval()\nwith torch.no_grad():\n    print(score(net, held_out))\n",
    ],
    [
      "a name that is to be filled in",
      "«print(score(held_out))»\n",
      "model.eval()\nwith torch.no_grad():\n    print(score(held_out))\n",
    ],
  ] as const) {
    it(`takes ${what}`, () => assert.equal(evaluated(torch + before), torch + after));
  }

  it("imports the library where only parts of it are imported", () => {
    assert.equal(
      evaluated("from torch import nn\n\nnet = nn.Linear(3, 1)\n«print(net(x))»"),
      "from torch import nn\nimport torch\n\nnet = nn.Linear(3, 1)\nnet.eval()\nwith torch.no_grad():\n    print(net(x))",
    );
  });

  it("keeps tabs and Windows line ends", () => {
    const file = "import torch as t\r\n\r\ndef f(net, x):\r\n\tnet.parameters()\r\n\t«return net(x)»\r\n";
    assert.equal(
      evaluated(file),
      "import torch as t\r\n\r\ndef f(net, x):\r\n\tnet.parameters()\r\n\tnet.eval()\r\n\twith t.no_grad():\r\n\t\treturn net(x)\r\n",
    );
  });

  for (const [what, body] of [
    ["trains", `«${step("")}»`],
    ["runs without gradients already", "with torch.no_grad():\n    «print(net(x))»\n"],
    ["is in a function without them", "@torch.inference_mode()\ndef f(x):\n    «return net(x)»\n"],
    ["makes the module itself", "«other = resnet18()\nprint(other(x))»\n"],
    ["runs modules that have no names", "«print(nets[0](x))»\n".replace("nets[0]", "torch.nn.Linear(1, 1)")],
    ["calls nothing", "«x = 1»\n"],
    ["defines functions", "«def f():\n    net(x)»\n"],
    ["sets the mode itself", "«net.eval()\nprint(net(x))»\n"],
    ["is half a statement", "score = «net(x)»\n"],
    ["shares its line", "x = 1; «print(net(x))»\n"],
    ["is one way of a condition", "if a:\n    b()\n«elif c:\n    print(net(x))»\n"],
  ] as const) {
    it(`is not offered for code that ${what}`, () => assert.equal(evaluated(torch + body), undefined));
  }

  it("is not offered in files without the library", () => {
    assert.equal(evaluated("«print(net(x))»\n"), undefined);
  });
});
