import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";

const train = (lr: string, epochs: string): string => `import argparse
import torch

def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lr", type=float, default=0.1)
    args = parser.parse_args()
    net = torch.nn.Linear(3, 1)
    optimizer = torch.optim.SGD(net.parameters(), lr=${lr})
    for epoch in range(${epochs}):
        net(x).mean().backward()
        optimizer.step()

if __name__ == "__main__":
    main()
`;

describe("TRAIN-03", () => {
  it("passes when all come from settings", async () => {
    equal(await verdictIn({ "train.py": train("args.lr", "args.epochs") }, "TRAIN-03"), "pass");
  });

  it("is partial when some do", async () => {
    equal(await verdictIn({ "train.py": train("args.lr", "10") }, "TRAIN-03"), "partial");
  });

  it("fails when all are literals, also behind names of constants", async () => {
    equal(await verdictIn({ "train.py": train("0.1", "10") }, "TRAIN-03"), "fail");
    equal(await verdictIn({ "train.py": `LR = 0.1\n${train("LR", "10")}` }, "TRAIN-03"), "fail");
  });

  it("does not count settings that code overwrites, or literals that callers hand on", async () => {
    const over = train("args.lr", "args.epochs").replace("    net =", "    args.lr = 0.3\n    net =");
    equal(await verdictIn({ "train.py": over }, "TRAIN-03"), "partial");
    const both = train("args.lr", "args.epochs").replace("    net =", "    args.lr, args.seed = 0.3, 1\n    net =");
    equal(await verdictIn({ "train.py": both }, "TRAIN-03"), "partial");
    const handed =
      "import torch\ndef fit(lr):\n    torch.optim.SGD(net.parameters(), lr=lr)\n    loss.backward()\nfit(lr=0.1)\n";
    equal(await verdictIn({ "train.py": handed }, "TRAIN-03"), "fail");
  });

  it("asks a person where only notebooks train", async () => {
    const cell = {
      cell_type: "code",
      source: ["from sklearn.svm import SVC\n", "SVC(C=1).fit(x, y)"],
      outputs: [],
      metadata: {},
      execution_count: 1,
    };
    const notebook = JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 });
    equal(await verdictIn({ "explore.ipynb": notebook }, "TRAIN-03"), "human");
  });
});
