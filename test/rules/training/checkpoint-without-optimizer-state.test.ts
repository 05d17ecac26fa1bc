import { expectFindings } from "../expect-findings.js";

const rule = "checkpoint-without-optimizer-state";
const silent = (source: string, options = {}): void => expectFindings(rule, source, options);

interface Script {
  readonly optimizer?: string;
  readonly load?: readonly string[];
  readonly epochs?: string;
  readonly save: readonly string[];
  readonly after?: string;
}

const script = ({ optimizer, load, epochs, save, after }: Script): string => `import torch
from torch import nn

model = nn.Linear(4, 2)
optimizer = ${optimizer ?? "torch.optim.Adam(model.parameters(), lr=1e-3)"}
start_epoch = 0
${(load ?? ["if args.resume:", "    ckpt = torch.load(args.resume)", '    model.load_state_dict(ckpt["model"])', '    start_epoch = ckpt["epoch"] + 1']).join("\n")}
for epoch in range(${epochs ?? "start_epoch, 100"}):
    for x, y in loader:
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x), y).backward()
        optimizer.step()
${save.map((line) => `    ${line}`).join("\n")}
${after ?? ""}`;

const bare = [
  'torch.save({"model": model.state_dict(), "epoch": epoch}, "last.pt")',
  "           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
];

describe("checkpoint-without-optimizer-state", () => {
  it("marks what is saved and says what is missing", () =>
    expectFindings(
      rule,
      script({
        save: [
          bare[0]!,
          `${bare[1]!} Training goes on from this checkpoint, but the state of the Adam optimizer is not in it: save \`optimizer.state_dict()\` too.`,
        ],
      }),
    ));

  it("finds state dicts alone, dicts with names and helpers", () => {
    expectFindings(
      rule,
      script({
        load: ["if args.resume:", '    model.load_state_dict(torch.load("last.pt"))'],
        save: ['torch.save(model.state_dict(), "last.pt")', "           ~~~~~~~~~~~~~~~~~~"],
      }),
    );
    expectFindings(
      rule,
      script({
        save: [
          'state = {"model": model.state_dict(), "epoch": epoch}',
          "        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~",
          'torch.save(state, "last.pt")',
        ],
      }),
    );
    expectFindings(
      rule,
      script({ save: ["save(model, epoch)"] }).replace(
        "model = nn",
        `def save(m, epoch):
    torch.save(dict(model=m.state_dict(), epoch=epoch), "last.pt")
               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

model = nn`,
      ),
    );
  });

  it("knows momentum", () =>
    expectFindings(
      rule,
      script({ optimizer: "torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)", save: bare }),
    ));

  it("knows a run that goes on by its epochs", () =>
    expectFindings(
      rule,
      script({
        load: ['ckpt = torch.load("x.pt")', 'model.load_state_dict(ckpt["model"])'],
        epochs: 'ckpt["epoch"], 100',
        save: bare,
      }),
    ));

  it("accepts a checkpoint with everything in it", () => {
    const everything = ['torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict()}, "last.pt")'];
    silent(script({ save: everything }));
    silent(script({ save: [...everything, 'torch.save(model.state_dict(), "weights.pt")'] }));
  });

  it("accepts an optimizer without state", () =>
    silent(script({ optimizer: "torch.optim.SGD(model.parameters(), lr=0.1)", save: [bare[0]!] })));

  it("accepts the best weights and what is exported in the end", () => {
    silent(script({ save: ['torch.save(model.state_dict(), "best.pt")'] }));
    silent(script({ save: [], after: 'torch.save(model.state_dict(), "model.pt")\n' }));
  });

  it("accepts fine-tuning from weights of another run", () =>
    silent(script({ load: ['model.load_state_dict(torch.load("imagenet.pt"))'], epochs: "30", save: [bare[0]!] })));

  it("accepts runs that are never resumed", () => silent(script({ load: [], save: [bare[0]!] })));

  it("accepts frameworks that save everything", () =>
    silent(script({ save: [bare[0]!, 'accelerator.save_state("last")'] })));

  it("accepts a file that only loads for predictions", () =>
    silent(`import torch
from torch import nn

model = nn.Linear(4, 2)
model.load_state_dict(torch.load("last.pt"))
model.eval()
torch.save(model.state_dict(), "copy.pt")
`));

  it("stands where the checkpoint is put together", () =>
    expectFindings(
      rule,
      `import torch

class Run:
    def __init__(self, net):
        self.net = net
        self.adam = torch.optim.Adam(net.parameters())
        self.step = 0

    def write(self):
        content = {"net": self.net.state_dict(), "step": self.step}
                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        torch.save(content, "last.pt")

    def resume(self):
        content = torch.load("last.pt", weights_only=True)
        self.net.load_state_dict(content["net"])
        self.step = content["step"] + 1

    def go(self, loader):
        self.resume()
        for x, y in loader:
            self.adam.zero_grad()
            torch.nn.functional.mse_loss(self.net(x), y).backward()
            self.adam.step()
            self.write()
`,
    ));
});
