import { expectFindings } from "../expect-findings.js";

const rule = "wrong-optimizer-for-loss";
const silent = (source: string, options = {}): void => expectFindings(rule, source, options);

const pair = `import torch
from torch import nn, optim

gen, dis = nn.Linear(8, 2), nn.Linear(2, 1)
opt_g = optim.Adam(gen.parameters())
opt_d = optim.Adam(dis.parameters())
`;

describe("wrong-optimizer-for-loss", () => {
  it("finds two optimizers that are mixed up", () =>
    expectFindings(
      rule,
      `${pair}
for real in data:
    fake = gen(noise())
    d_loss = dis(fake.detach()).mean() - dis(real).mean()
    opt_g.zero_grad()
    d_loss.backward()
    opt_g.step()
    ~~~~~~~~~~~~ The loss before this step does not reach the parameters of \`opt_g\` (\`gen.parameters()\`): step the optimizer of the model that made the loss.
    g_loss = -dis(fake).mean()
    opt_d.zero_grad()
    g_loss.backward()
    opt_d.step()
`,
    ));

  it("finds an optimizer that was made from another model", () =>
    expectFindings(
      rule,
      `import torch as t

teacher, student = t.nn.Linear(4, 2), t.nn.Linear(4, 2)
optimizer = t.optim.SGD(teacher.parameters(), lr=0.1)
for x, y in data:
    optimizer.zero_grad()
    t.nn.functional.cross_entropy(student(x), y).backward()
    optimizer.step()
    ~~~~~~~~~~~~~~~~
`,
    ));

  it("looks into classes and their methods", () =>
    expectFindings(
      rule,
      `import torch
from torch import nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(4, 1)
    def forward(self, x):
        return self.layer(x)

class Agent:
    def __init__(self):
        self.actor, self.critic = Net(), Net()
        self.actor_opt = torch.optim.Adam(self.actor.parameters())
        self.critic_opt = torch.optim.Adam(self.critic.parameters())
    def update(self, states, returns):
        loss = (self.critic(states) - returns).pow(2).mean()
        self.critic_opt.zero_grad()
        loss.backward()
        self.actor_opt.step()
        ~~~~~~~~~~~~~~~~~~~~~
`,
    ));

  it("sees gradient scaling, helpers and groups of parameters", () =>
    expectFindings(
      rule,
      `${pair}
def build(module):
    return optim.AdamW([{"params": [p for n, p in module.named_parameters() if "bias" not in n]}])

first, second = build(gen), build(dis)
scaler = torch.cuda.amp.GradScaler()

def update(loss, optimizer):
    scaler.scale(loss).backward()
    scaler.step(optimizer)
    ~~~~~~~~~~~~~~~~~~~~~~
    scaler.update()

for real in data:
    first.zero_grad()
    update(dis(real).mean(), first)
`,
    ));

  it("accepts one backward for several optimizers, in any order", () =>
    silent(`${pair}
for x, y in data:
    loss = ((dis(gen(x)) - y) ** 2).mean()
    opt_d.zero_grad()
    opt_g.zero_grad()
    loss.backward()
    opt_d.step()
    opt_g.step()
`));

  it("accepts several backwards before the steps", () =>
    silent(`${pair}
for x in data:
    dis(gen(x).detach()).mean().backward()
    (-dis(gen(x)).mean()).backward()
    opt_d.step()
    opt_g.step()
`));

  it("accepts one optimizer over both, however the lists are joined", () => {
    for (const parameters of [
      "itertools.chain(gen.parameters(), dis.parameters())",
      "list(gen.parameters()) + list(dis.parameters())",
      "[*gen.parameters(), *dis.parameters()]",
      '[{"params": gen.parameters()}, {"params": dis.parameters(), "lr": 1e-4}]',
      "itertools.chain(*[m.parameters() for m in (gen, dis)])",
      "nn.ModuleList([gen, dis]).parameters()",
    ])
      silent(`${pair}import itertools
both = optim.Adam(${parameters})
for x in data:
    both.zero_grad()
    dis(x).mean().backward()
    both.step()
`);
  });

  it("accepts parameters that were added later", () =>
    silent(`${pair}
opt_g.add_param_group({"params": dis.parameters()})
for x in data:
    opt_g.zero_grad()
    dis(x).mean().backward()
    opt_g.step()
`));

  it("accepts wrappers, copies and gradients written by hand", () => {
    silent(`${pair}
wrapped = nn.DataParallel(dis)
for x in data:
    wrapped(x).mean().backward()
    opt_d.step()
`);
    silent(`${pair}
local = nn.Linear(2, 1)
for x in data:
    local(x).mean().backward()
    for shared, own in zip(dis.parameters(), local.parameters()):
        shared.grad = own.grad
    opt_d.step()
`);
  });

  it("accepts weights that are picked out of a network", () =>
    silent(`import torch
from torch import nn

net = nn.Sequential(nn.Linear(4, 4), nn.BatchNorm1d(4), nn.Linear(4, 2))
picked = []
for m in net.modules():
    if isinstance(m, nn.BatchNorm1d):
        picked.append(m.weight)
        picked.append(m.bias)
optimizer = torch.optim.Adam(picked)
for x in data:
    optimizer.zero_grad()
    net(x).softmax(1).log().mean().backward()
    optimizer.step()
`));

  it("does not mix the two sides of a branch", () =>
    silent(`${pair}
for i, x in enumerate(data):
    if i % 2:
        loss = dis(x).mean()
        loss.backward()
        opt_d.step()
    else:
        loss = gen(x).mean()
        loss.backward()
        opt_g.step()
`));

  it("says nothing of what it cannot see", () => {
    silent(`import torch

def train(a, b, opt_a, opt_b, data):
    for x in data:
        a(x).mean().backward()
        opt_b.step()
`);
    silent(`${pair}
from elsewhere import compute_loss
for x in data:
    loss = compute_loss(gen, dis, x)
    loss.backward()
    opt_d.step()
`);
  });

  it("keeps the loops of two functions apart", () =>
    expectFindings(
      rule,
      `import torch
from torch import nn

def first_stage(body, rows):
    adam = torch.optim.Adam(body.parameters())
    for x, y in rows:
        adam.zero_grad()
        nn.functional.mse_loss(body(x), y).backward()
        adam.step()

def second_stage(body, rows):
    head = nn.Linear(8, 2)
    sgd = torch.optim.SGD(body.parameters(), lr=0.1)
    for x, y in rows:
        with torch.no_grad():
            seen = body(x)
        head.zero_grad()
        nn.functional.cross_entropy(head(seen), y).backward()
        sgd.step()
        ~~~~~~~~~~

def run(rows, labelled):
    body = nn.Linear(4, 8)
    first_stage(body, rows)
    second_stage(body, labelled)
`,
    ));
});
