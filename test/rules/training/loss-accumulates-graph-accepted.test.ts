import { expectFindings } from "../expect-findings.js";

const rule = "loss-accumulates-graph";

const head = `import torch
from torch import nn
from collections import defaultdict, deque

model = nn.Linear(4, 2)
opt = torch.optim.SGD(model.parameters(), lr=0.1)
criterion = nn.CrossEntropyLoss()

def update(loss):
    opt.zero_grad()
    loss.backward()
    opt.step()
`;

const silent = (source: string): void => expectFindings(rule, head + source);

describe(`${rule}: what is accepted`, () => {
  it("accepts numbers and detached tensors", () =>
    silent(`total, losses = 0, []
for x, y in loader:
    loss = criterion(model(x), y)
    update(loss)
    total += loss.item() * len(x)
    total += float(loss) + loss.detach() + loss.data
    losses.append(loss.detach().cpu())
    losses.append(loss.cpu().detach().numpy())
    losses.append((model(x).argmax(1) == y).sum())
    loss = loss.item()
    losses.append(loss)
`));

  it("accepts sums that are differentiated themselves, in the loop or behind it", () =>
    silent(`terms, total = [], 0
for x, y in loader:
    heads = 0
    for head in range(3):
        heads += criterion(model(x), y)
    update(heads)
    total = total + criterion(model(x), y)
    terms.append(criterion(model(x), y))
(total + torch.stack(terms).mean()).backward()
`));

  it("accepts gradient accumulation over some batches", () =>
    silent(`pending = 0
for step, (x, y) in enumerate(loader):
    pending += criterion(model(x), y)
    if step % 8 == 0:
        update(pending)
        pending = 0
`));

  it("accepts the terms of an episode that another method trains on", () =>
    silent(`class Agent(nn.Module):
    def __init__(self):
        super().__init__()
        self.pi = nn.Linear(4, 2)
        self.log_probs, self.rewards = [], []
        self.opt = torch.optim.Adam(self.parameters())

    def act(self, state):
        dist = torch.distributions.Categorical(logits=self.pi(state))
        action = dist.sample()
        self.log_probs.append(dist.log_prob(action))
        return action.item()

    def learn(self):
        loss = -torch.stack(self.log_probs).sum()
        self.opt.zero_grad()
        loss.backward()
        self.opt.step()
        self.log_probs = []

agent = Agent()
for episode in range(10):
    for state in states:
        agent.rewards.append(agent.act(state))
    agent.learn()
`));

  it("accepts what does not outlive the turn", () =>
    silent(`for x, y in loader:
    parts, logged = [], 0
    out = model(x)
    loss = criterion(out, y)
    update(loss)
    parts.append(loss)
    logged += loss
    print(logged, parts)
`));

  it("accepts evaluation without gradients, by context, decorator or caller", () =>
    silent(`def score(batches):
    total, losses = 0, []
    for x, y in batches:
        loss = criterion(model(x), y)
        total += loss
        losses.append(loss)
    return total, losses

@torch.inference_mode()
def validate(batches):
    return score(batches)

for x, y in loader:
    update(criterion(model(x), y))
validate(val_loader)
with torch.no_grad():
    score(val_loader)
`));

  it("accepts what only the caller can judge", () =>
    silent(`def criterion_of(outputs, y):
    total = 0
    for output in outputs:
        total += criterion(output, y)
    return total

class Deep(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(4, 4)])

    def forward(self, x):
        out, states = 0, []
        for layer in self.layers:
            out += layer(x)
            states.append(out)
        return out, states
`));

  it("accepts meters that detach, meters of libraries and queues that forget", () =>
    silent(`import torchmetrics

class Meter:
    def __init__(self):
        self.total = 0

    def update(self, value):
        if isinstance(value, torch.Tensor):
            value = value.item()
        self.total += value

meter, mean, last = Meter(), torchmetrics.MeanMetric(), deque(maxlen=20)
for x, y in loader:
    loss = criterion(model(x), y)
    update(loss)
    meter.update(loss)
    mean.update(loss)
    last.append(loss)
    names = set()
    writer.add_scalar("loss", loss, 1)
`));

  it("accepts metrics of functions that are out of sight", () =>
    silent(`from metrics import accuracy
total = 0
for x, y in loader:
    out = model(x)
    update(criterion(out, y))
    total += accuracy(out, y)
`));

  it("says nothing of the mean that a reported sum becomes", () =>
    silent(`def epoch():
    total = 0
    for x, y in loader:
        loss = criterion(model(x), y)
        update(loss)
        total += loss
                 ~~~~
    return total / len(loader)

curve = []
for number in range(5):
    curve.append(epoch())
`));

  it("accepts what is kept for the parts of one update", () => {
    const parts = (keeper: string): string => `for epoch in range(5):
    for batch in loader:
${keeper}        opt.zero_grad()
        for x, y in batch:
            out = model(x)
            loss = criterion(out, y)
            loss.backward()
            outs.append(out)
        opt.step()
        log(outs)
`;
    silent(parts("        outs = []\n"));
    silent(
      `outs = []\n${parts("").replace("append(out)\n", "append(out)\n                        ~~~ `outs` keeps the graph of every turn of the loop, and memory grows: keep `out.detach()`.\n")}`,
    );
  });

  it("accepts outputs whose tensors were replaced, and plain numbers that a comprehension takes", () =>
    silent(`kept, values = [], []
for x, y in loader:
    out = model(x)
    losses = [criterion(part, y) for part in out["parts"]]
    update(sum(losses))
    values.append([loss.item() for loss in losses])
    for key, part in out.items():
        out[key] = part.detach().cpu()
    kept.append(out)
`));

  it("accepts gradients of an input, which no optimizer uses", () =>
    expectFindings(
      rule,
      `import torch

def attack(model, criterion, photos):
    outputs = []
    for photo, species in photos:
        photo.requires_grad_()
        out = model(photo)
        criterion(out, species).backward()
        outputs.append(out)
    return model.eval(), outputs
`,
    ));

  it("is silent where each update starts the sum anew, and not where a print does", () => {
    const program = (steps: string, prints: string, mark = ""): string => `import torch

def train(model, criterion, optimizer, loader, count):
    total = 0
    for i, (x, y) in enumerate(loader):
        loss = criterion(model(x), y)
        total += loss
${mark}        loss.backward()
        if (i + 1) % count == 0:
            optimizer.step()
            optimizer.zero_grad()
${steps}        if i % 100 == 99:
            print(total / count)
${prints}
`;
    expectFindings("loss-accumulates-graph", program("            total = 0\n", ""));
    expectFindings("loss-accumulates-graph", program("", "            total = 0", "                 ~~~~\n"));
  });
});
