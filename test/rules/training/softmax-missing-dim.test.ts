import { expectFindings } from "../expect-findings.js";

const rule = "softmax-missing-dim";
const head = `import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.nn import functional, Softmax
from functools import partial
`;
const find = (source: string): void => expectFindings(rule, head + source);

describe(rule, () => {
  it("finds the functions and the layers, under every name", () =>
    find(`a = F.softmax(x)
    ~~~~~~~~~~~~ \`F.softmax\` chooses a dimension by the shape of its input: pass \`dim\`.
b = functional.log_softmax(input=x)
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
c = torch.nn.functional.softmin(x, dtype=torch.float32)
    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
layer = Softmax()
        ~~~~~~~~~
layers = [nn.LogSoftmax(), nn.Softmin(None)]
                           ~~~~~~~~~~~~~~~~
          ~~~~~~~~~~~~~~~
`));

  it("finds them in methods, in containers and behind an alias", () =>
    find(`class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm = nn.Softmax()
                    ~~~~~~~~~~~~
        self.act = F.softmax

    def forward(self, q, k):
        scores = self.norm(q @ k.transpose(1, 2))
        return self.act(scores)
               ~~~~~~~~~~~~~~~~
`));

  it("says it once for a function that is called from several places", () =>
    find(`def normalise(x):
    return F.softmax(x)
           ~~~~~~~~~~~~

a, b = normalise(u), normalise(v)
`));

  it("is silent where the dimension is given in any form", () =>
    find(`a = F.softmax(x, 1)
b = F.softmax(x, dim=-1)
c = nn.Softmax(1)(x)
d = torch.softmax(x, 0)
e = x.softmax(-1)
f = nn.Softmax2d()(x)
g = F.gumbel_softmax(x)
h = partial(F.softmax, dim=1)(x)

def attend(x, axis):
    return F.log_softmax(x, axis)
`));

  it("is silent where arguments are handed on", () =>
    find(`def activation(name, *args, **kwargs):
    return nn.Softmax(*args, **kwargs)

settings = {"dim": 1}
layer = nn.Softmax(**settings)
`));

  it("is silent about a function of the same name from elsewhere", () =>
    find(`from scipy.special import softmax
import jax
a = softmax(x)
b = jax.nn.softmax(x)

def log_softmax(x):
    return x - x.logsumexp(-1, keepdim=True)

c = log_softmax(x)
`));

  it("is silent about a class chosen by name", () =>
    find(`def make(name):
    classes = {"relu": nn.ReLU, "softmax": nn.Softmax}
    return classes[name]()
`));
});
