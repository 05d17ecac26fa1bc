import { expectFindings } from "../expect-findings.js";

const rule = "torch-load-unsafe";
const silent = (source: string): void => expectFindings(rule, source);

describe("torch-load-unsafe", () => {
  it("marks the function's name", () =>
    expectFindings(
      rule,
      `import torch

state = torch.load("weights/last.pt", map_location="cpu")
        ~~~~~~~~~~ Before torch 2.6 this runs whatever code the file holds: pass \`weights_only=True\`.
`,
    ));

  it("knows the function by any name", () =>
    expectFindings(
      rule,
      `import torch as th
from torch import load as read
from torch.serialization import load

a = th.load(path)
    ~~~~~~~
b = read(path)
    ~~~~
c = load(path)
    ~~~~
`,
    ));

  it("reports what asks for everything, in any version", () =>
    expectFindings(
      rule,
      `import torch

class Checkpoint:
    def restore(self, path):
        return torch.load(path, map_location=self.device, weights_only=False)
               ~~~~~~~~~~ \`weights_only=False\` runs whatever code the file holds: pass \`weights_only=True\`.
`,
      { facts: { torch: { least: [2, 7], below: undefined } } },
    ));

  it("reports a helper once, however many call it", () =>
    expectFindings(
      rule,
      `import torch

def read(path):
    return torch.load(path)
           ~~~~~~~~~~

student, teacher = read("s.pt"), read("t.pt")
`,
    ));

  it("is silent where torch may not be so new as to know `weights_only`", () => {
    const load = 'import torch\n\nstate = torch.load("a.pt")\n';
    expectFindings(rule, load, { facts: { torch: { least: [1, 4], below: [1, 5] } } });
    expectFindings(rule, load, { facts: { torch: { least: [1, 5], below: [1, 13] } } });
    expectFindings(rule, `${load}        ~~~~~~~~~~\n`, { facts: { torch: { least: [1, 5], below: [2, 0] } } });
  });

  it("reports a pickle module, which turns the default off", () =>
    expectFindings(
      rule,
      `import dill
import torch

bundle = torch.load("bundle.pt", pickle_module=dill)
         ~~~~~~~~~~
`,
      { facts: { torch: { least: [2, 6], below: undefined } } },
    ));

  it("reports an old project, and falls back code that gives up on safety", () =>
    expectFindings(
      rule,
      `import torch

try:
    state = torch.load("a.pt", weights_only=True)
except Exception:
    state = torch.load("a.pt")
            ~~~~~~~~~~
`,
      { facts: { torch: { least: [2, 5], below: undefined } } },
    ));

  it("follows a partial", () =>
    expectFindings(
      rule,
      `from functools import partial
import torch

load = partial(torch.load, map_location="cpu")
state = load("a.pt")
        ~~~~
safe = partial(torch.load, weights_only=True)
state = safe("a.pt")
`,
    ));

  it("accepts weights only", () =>
    silent('import torch\n\nstate = torch.load("a.pt", map_location="cpu", weights_only=True)\n'));

  it("accepts the default from torch 2.6 on", () =>
    expectFindings(rule, 'import torch\n\nstate = torch.load("a.pt")\n', {
      facts: { torch: { least: [2, 6], below: undefined } },
    }));

  it("accepts what is decided elsewhere", () => {
    silent("import torch\n\ndef load(path, safe):\n    return torch.load(path, weights_only=safe)\n");
    silent("import torch\n\ndef load(path, **options):\n    return torch.load(path, **options)\n");
  });

  it("accepts other loaders", () =>
    silent(
      'import json\nimport numpy as np\nimport torch\n\na = torch.jit.load("m.ts")\nb = np.load("x.npy")\nc = json.load(f)\nd = loader.load("x")\n',
    ));

  it("accepts a function of the same name from elsewhere", () =>
    silent("import torch\nfrom checkpoints import load\n\nstate = load(path)\n"));

  it("accepts bytes that the code wrote itself", () =>
    silent(
      "import io\nimport torch\n\nbuffer = io.BytesIO()\ntorch.save(layer, buffer)\nbuffer.seek(0)\nclone = torch.load(buffer)\n",
    ));

  it("accepts what is only called where torch is too old for the argument", () => {
    silent(`import torch

def read(path, use_mmap, weights_only=True):
    options = dict(map_location="cpu", weights_only=weights_only)
    if use_mmap:
        options["mmap"] = True
    try:
        return torch.load(path, **options)
    except TypeError:
        if not weights_only:
            return torch.load(path, map_location="cpu")
        raise
`);
    silent(`import torch
from packaging.version import Version

def read(path):
    if Version(torch.__version__) >= Version("1.13"):
        return torch.load(path, weights_only=True)
    else:
        return torch.load(path)
`);
  });

  it("reports the second try after a refusal", () =>
    expectFindings(
      rule,
      `import torch

def read(path):
    try:
        return torch.load(path, weights_only=True)
    except Exception:
        return torch.load(path)
               ~~~~~~~~~~
`,
    ));

  it("leaves the choice to the callers of a function that has a safe default", () => {
    const reader = (usual: string): string => `import torch

def read(path, weights_only=${usual}):
    return torch.load(path, map_location="cpu", weights_only=weights_only)

old = read("runs/old.pt", weights_only=False)
`;
    silent(reader("True"));
    expectFindings(rule, reader("False").replace("only)\n", "only)\n           ~~~~~~~~~~\n"));
  });

  it("is silent where more than weights is taken out of the file", () => {
    silent(`import torch

def restore(path, build):
    state = torch.load(path, map_location="cpu")
    net = build(state["args"].width)
    net.load_state_dict(state["net"])
    return net
`);
    silent(`import torch

words = torch.load("runs/reader.pt").get("src_vocab")
`);
  });

  it("still reports a file of weights with plain numbers beside them", () =>
    expectFindings(
      rule,
      `import torch

def restore(path, net):
    state = torch.load(path, map_location="cpu")
            ~~~~~~~~~~
    net.load_state_dict(state["net"])
    return state["epoch"], state.get("best_score")
`,
    ));

  it("is silent in what is defined for versions without weights only", () =>
    silent(`import torch
from packaging import version

if version.parse(torch.__version__) < version.parse("1.7"):
    def fetch(path):
        return torch.load(path)
`));

  it("says what to do about whole modules", () =>
    expectFindings(
      rule,
      `import torch

weights = torch.load("old.pt").state_dict()
          ~~~~~~~~~~ A whole module in a file runs whatever code comes with it: save its \`state_dict()\`, and load that with \`weights_only=True\`.
net = torch.load("net.pt")
      ~~~~~~~~~~ A whole module in a file runs whatever code comes with it: save its \`state_dict()\`, and load that with \`weights_only=True\`.
print(net(x))
state = torch.load("state.pt")
        ~~~~~~~~~~ Before torch 2.6 this runs whatever code the file holds: pass \`weights_only=True\`.
`,
    ));
});
