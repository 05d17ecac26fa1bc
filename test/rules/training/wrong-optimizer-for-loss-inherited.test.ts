import { expectFindings } from "../expect-findings.js";

const rule = "wrong-optimizer-for-loss";
const silent = (source: string, options = {}): void => expectFindings(rule, source, options);

describe("wrong-optimizer-for-loss of a class that inherits its optimizers", () => {
  /** A painter against a critic: what both are made of stands in a class of another file. */
  const files = {
    "base.py": `import torch
from makers import make_net

class Base:
    def __init__(self, options):
        self.options = options
        self.painter = make_net(options["painter"])
        self.critic = make_net(options["critic"])
        self.judge = make_net(options["judge"]["gan"])
        self.painter.train()
        self.make_optimizers()

    def make_optimizers(self):
        self.paint_opt = torch.optim.Adam(self.painter.parameters(), lr=self.options["lr"])
        self.critic_opt = torch.optim.Adam(self.critic.parameters(), lr=self.options["lr"])

    def feed(self, batch):
        self.sketch = batch["sketch"].to("cuda")
        self.photo = batch["photo"].to("cuda")

    def one_step(self):
        self.critic_opt.zero_grad()
        self.paint_opt.zero_grad()
`,
  };
  const steps = (clear: string, optimizer: string, mark: string): string => `import torch
from base import Base

class Relativistic(Base):
    def one_step(self):
        self.paint_opt.zero_grad()
        self.painted = self.painter(self.sketch)
        if self.options["warm"]:
            self.judge(self.critic(self.painted), True).backward()
            self.paint_opt.step()
        ${clear}
        real = self.judge(self.critic(self.photo), True)
        fake = self.judge(self.critic(self.painted.detach()), False)
        (real + fake).backward()
        self.${optimizer}.step()
${mark}`;

  it("finds the step of the other one; parts of a batch lead to nobody's weights", () =>
    expectFindings(rule, steps("self.critic_opt.zero_grad()", "paint_opt", "        ~~~~~~~~~~~~~~~~~~~~~\n"), {
      files,
    }));

  it("accepts the right one, and what comes from another method's pass", () => {
    silent(steps("self.critic_opt.zero_grad()", "critic_opt", ""), { files });
    silent(steps("self.critic_opt.zero_grad()", "paint_opt", ""), {
      files: { "base.py": files["base.py"].replace('batch["photo"].to("cuda")', 'self.painter(batch["photo"])') },
    });
  });
});
