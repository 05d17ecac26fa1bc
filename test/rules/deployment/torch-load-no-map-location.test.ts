import { expectFindings } from "../expect-findings.js";

const rule = "torch-load-no-map-location";
const head = `import torch
from torch import load

device = torch.device("cuda:0" if torch.cuda.is_available() else "cpu")
`;
const find = (source: string): void => expectFindings(rule, head + source);

describe(rule, () => {
  it("finds the load of a state, directly, under a key and under a name", () =>
    find(`model.load_state_dict(torch.load("a.pt"))
                      ~~~~~~~~~~~~~~~~~~ \`torch.load\` needs the device that this was saved on, and the file chooses its device at run time: pass \`map_location\`.
model.load_state_dict(load(path, weights_only=True)["model"], strict=False)
                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
checkpoint = torch.load(path, map_location=None)
             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
start = checkpoint["epoch"]
optimizer.load_state_dict(checkpoint["optimizer"])
`));

  it("finds a whole model, and one in a method", () =>
    find(`net = torch.load("whole.pth")
      ~~~~~~~~~~~~~~~~~~~~~~~
net.to(device).eval()

class Predictor:
    def __init__(self, path):
        self.model = build().to(device)
        state = torch.load(path)
                ~~~~~~~~~~~~~~~~
        self.model.load_state_dict({k.replace("module.", ""): v for k, v in state["state_dict"].items()})
`));

  it("is silent where it is said where to", () =>
    find(`a.load_state_dict(torch.load("a.pt", map_location=device))
b.load_state_dict(torch.load("a.pt", "cpu"))
c.load_state_dict(torch.load("a.pt", map_location=lambda storage, loc: storage))
options = dict(map_location="cpu")
d.load_state_dict(torch.load("a.pt", **options))
`));

  it("is silent where a graphics card is there", () =>
    find(`if torch.cuda.is_available():
    model.load_state_dict(torch.load("a.pt"))
else:
    model.load_state_dict(torch.load("a.pt", map_location="cpu"))
`));

  it("is silent about data", () =>
    find(`rows = torch.load("rows.pt")
for row in rows:
    print(model(row.to(device)))
`));

  it("is silent in a file that knows one device only, or sets one for everything", () => {
    expectFindings(rule, `import torch\nmodel = build().cuda()\nmodel.load_state_dict(torch.load("a.pt"))\n`);
    find(`torch.set_default_device(device)\nmodel.load_state_dict(torch.load("a.pt"))\n`);
  });
});
