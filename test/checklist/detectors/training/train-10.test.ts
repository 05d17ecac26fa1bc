import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";

const train = (lines: string): string => `import torch
import pytorch_lightning as pl
def main(args):
    loss.backward()
${lines.replace(/^/gm, "    ")}

if __name__ == "__main__":
    main(1)
`;

describe("TRAIN-10", () => {
  it("passes when the best is kept and a run can go on", async () => {
    const lightning =
      'callback = pl.callbacks.ModelCheckpoint(monitor="val_loss")\npl.Trainer(callbacks=[callback]).fit(net, ckpt_path=args.resume)';
    equal(await verdictIn({ "train.py": train(lightning) }, "TRAIN-10"), "pass");
    const own =
      'torch.save({"model": net.state_dict()}, "best.pt")\nstate = torch.load(args.resume)\noptimizer.load_state_dict(state["optimizer"])';
    equal(await verdictIn({ "train.py": train(own) }, "TRAIN-10"), "pass");
  });

  it("is partial with a last save, with or without the best", async () => {
    equal(await verdictIn({ "train.py": train('torch.save(net.state_dict(), "net.pt")') }, "TRAIN-10"), "partial");
    equal(await verdictIn({ "train.py": train('torch.save(net.state_dict(), "best.pt")') }, "TRAIN-10"), "partial");
  });

  it("fails when nothing is saved, whatever folders and comments say", async () => {
    equal(await verdictIn({ "train.py": train("pass") }, "TRAIN-10"), "fail");
    equal(
      await verdictIn({ "train.py": train("# torch.save(net, path)"), "checkpoints/README.md": "best.pt" }, "TRAIN-10"),
      "fail",
    );
    equal(
      await verdictIn(
        { "train.py": train("pass"), "tests/test_a.py": 'import torch\ntorch.save(net, "a")\n' },
        "TRAIN-10",
      ),
      "fail",
    );
  });
});
