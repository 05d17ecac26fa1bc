import { expectFindings } from "../expect-findings.js";

/** Several networks or turns, each with its own optimizer or its own moment: what the rules of steps must not mix up. */
describe("steps that come now and then, or for one of several", () => {
  it("accepts an optimizer that is cleared and stepped only now and then, whatever went backward in between", () =>
    expectFindings(
      "gradient-accumulation-unscaled",
      `import torch

class Learner:
    def __init__(self, actor, critic, every):
        self.actor, self.critic = actor, critic
        self.opt = torch.optim.Adam(actor.parameters())
        self.every = every

    def update(self, buffer):
        for i in range(40):
            state = buffer.sample()
            self.judge(state).mean().backward()
            if (i + 1) % self.every == 0:
                loss = -self.actor(state).mean()
                self.opt.zero_grad()
                loss.backward()
            if (i + 1) % self.every == 0:
                self.opt.step()
`,
    ));

  it("accepts nets and optimizers that are picked from lists by a number", () =>
    expectFindings(
      "wrong-optimizer-for-loss",
      `import torch

class Judges:
    def __init__(self, kind, n):
        self.nets = [kind(3) for i in range(n)]
        self.opts = [torch.optim.Adam(self.nets[i].parameters(), 1e-3) for i in range(n)]

    def train(self, k, x, y):
        loss = self.criterion(self.nets[k](x), y)
        self.opts[k].zero_grad()
        loss.backward()
        self.opts[k].step()
`,
    ));

  it("accepts a clearing and a step under one test that is written twice", () =>
    expectFindings(
      "zero-grad-wrong-place",
      `import torch

class Learner:
    def __init__(self, actor, every):
        self.actor = actor
        self.opt = torch.optim.Adam(actor.parameters())
        self.every = every

    def update(self, buffer):
        for i in range(40):
            state = buffer.sample()
            if (i + 1) % self.every == 0:
                loss = -self.actor(state).mean()
                self.opt.zero_grad()
                loss.backward()
            self.judge(state)
            if (i + 1) % self.every == 0:
                self.opt.step()
`,
    ));

  it("accepts a clearing in the first of some turns and a step in the last of them", () => {
    const program = (step: string, mark = ""): string => `import torch

net = torch.nn.Linear(3, 1)
opt = torch.optim.SGD(net.parameters(), 0.1)
for epoch in range(10):
    for j in range(pieces):
        x, y = draw(j)
        loss = ((net(x) - y) ** 2).sum()
        if j == 0:
            opt.zero_grad()
${mark}        loss.backward()
${step}
`;
    expectFindings("zero-grad-wrong-place", program("        if j + 1 == pieces:\n            opt.step()"));
    expectFindings("zero-grad-wrong-place", program("        opt.step()", "            ~~~~~~~~~~~~~~~\n"));
  });
});
