import { expectFindings } from "../expect-findings.js";

const rule = "gan-fake-not-detached";
const silent = (source: string, options = {}): void => expectFindings(rule, source, options);

const pair = `import torch
from torch import nn, optim

netG, netD = nn.Sequential(nn.Linear(8, 2)), nn.Sequential(nn.Linear(2, 1), nn.Sigmoid())
opt_g = optim.Adam(netG.parameters())
opt_d = optim.Adam(netD.parameters())
bce = nn.BCELoss()
`;

const generatorStep = `
    opt_g.zero_grad()
    g_loss = bce(netD(netG(noise())), ones)
    g_loss.backward()
    opt_g.step()
`;

describe("gan-fake-not-detached", () => {
  it("marks what goes into the discriminator", () =>
    expectFindings(
      rule,
      `${pair}
for real in data:
    opt_d.zero_grad()
    bce(netD(real), ones).backward()
    fake = netG(noise())
    bce(netD(fake), zeros).backward()
             ~~~~ In this update of \`netD\` gradients also flow into \`netG.parameters()\`: pass \`fake.detach()\`.
    opt_d.step()
${generatorStep}`,
    ));

  it("finds a call and a joined batch", () => {
    expectFindings(
      rule,
      `${pair}
for real in data:
    d_loss = bce(netD(real), ones) + bce(netD(netG(noise())), zeros)
                                              ~~~~~~~~~~~~~
    netD.zero_grad()
    d_loss.backward(retain_graph=True)
    opt_d.step()
${generatorStep}`,
    );
    expectFindings(
      rule,
      `${pair}
for real in data:
    out = netD(torch.cat([real, netG(noise())]))
               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    opt_d.zero_grad()
    bce(out, labels).backward()
    opt_d.step()
${generatorStep}`,
    );
  });

  it("looks into classes and helpers", () =>
    expectFindings(
      rule,
      `import torch
from torch import nn

class Generator(nn.Module):
    def __init__(self):
        super().__init__()
        self.main = nn.Sequential(nn.Linear(8, 2), nn.Tanh())
    def forward(self, z):
        return self.main(z)

class Critic(nn.Module):
    def __init__(self):
        super().__init__()
        self.main = nn.Linear(2, 1)
    def forward(self, x):
        return self.main(x).view(-1)

class Trainer:
    def __init__(self):
        self.G, self.D = Generator(), Critic()
        self.opt_G = torch.optim.Adam(self.G.parameters())
        self.opt_D = torch.optim.Adam(self.D.parameters())
    def d_loss(self, real, fake):
        return self.D(fake).mean() - self.D(real).mean()
                      ~~~~
    def step(self, real, z):
        fake = self.G(z)
        self.opt_D.zero_grad()
        self.d_loss(real, fake).backward()
        self.opt_D.step()
        self.opt_G.zero_grad()
        (-self.D(fake).mean()).backward()
        self.opt_G.step()
`,
    ));

  it("sees gradient scaling", () =>
    expectFindings(
      rule,
      `${pair}
scaler = torch.cuda.amp.GradScaler()
for real in data:
    with torch.cuda.amp.autocast():
        fake = netG(noise())
        d_loss = bce(netD(real), ones) + bce(netD(fake), zeros)
                                                  ~~~~
    opt_d.zero_grad()
    scaler.scale(d_loss).backward()
    scaler.step(opt_d)
    scaler.update()
${generatorStep}`,
    ));

  it("accepts every way of cutting the graph", () => {
    for (const fake of ["fake.detach()", "fake.data", "fake.clone().detach()", "fake.detach().requires_grad_()"])
      silent(`${pair}
for real in data:
    fake = netG(noise())
    opt_d.zero_grad()
    bce(netD(${fake}), zeros).backward()
    opt_d.step()
${generatorStep}`);
    silent(`${pair}
for real in data:
    with torch.no_grad():
        fake = netG(noise())
    opt_d.zero_grad()
    bce(netD(fake), zeros).backward()
    opt_d.step()
${generatorStep}`);
  });

  it("accepts a generator that wants no gradients for now", () =>
    silent(`${pair}
def requires_grad(model, flag=True):
    for p in model.parameters():
        p.requires_grad = flag

for real in data:
    requires_grad(netG, False)
    requires_grad(netD, True)
    fake = netG(noise())
    opt_d.zero_grad()
    bce(netD(fake), zeros).backward()
    opt_d.step()
    requires_grad(netG, True)
    requires_grad(netD, False)
${generatorStep}`));

  it("accepts a gradient penalty", () =>
    silent(`${pair}
for real in data:
    fake = netG(noise())
    mixed = (0.5 * real + 0.5 * fake).requires_grad_(True)
    score = netD(mixed)
    grads = torch.autograd.grad(score, mixed, torch.ones_like(score), create_graph=True)[0]
    d_loss = netD(fake.detach()).mean() + ((grads.norm(2, 1) - 1) ** 2).mean()
    opt_d.zero_grad()
    d_loss.backward()
    opt_d.step()
${generatorStep}`));

  it("accepts one optimizer over both, and steps of both after one backward", () => {
    silent(`${pair}
both = optim.Adam(list(netG.parameters()) + list(netD.parameters()))
for real in data:
    both.zero_grad()
    bce(netD(netG(noise())), zeros).backward()
    both.step()
`);
    silent(`${pair}
for x, y in data:
    loss = ((netD(netG(x)) - y) ** 2).mean()
    opt_g.zero_grad()
    opt_d.zero_grad()
    loss.backward()
    opt_d.step()
    opt_g.step()
`);
  });

  it("accepts a network in front that nobody trains", () =>
    silent(`import torch
from torch import nn

encoder, head = nn.Linear(8, 4), nn.Linear(4, 2)
optimizer = torch.optim.Adam(head.parameters())
for x, y in data:
    optimizer.zero_grad()
    nn.functional.cross_entropy(head(encoder(x)), y).backward()
    optimizer.step()
`));

  it("leaves the generator's own step alone", () => silent(`${pair}\nfor real in data:${generatorStep}`));

  it("knows Lightning modules that step by themselves", () => {
    const program = (fake: string, mark: string) => `import pytorch_lightning as pl
import torch
from torch import nn

class Pair(pl.LightningModule):
    def __init__(self):
        super().__init__()
        self.automatic_optimization = False
        self.maker = nn.Linear(8, 32)
        self.judge = nn.Linear(32, 1)

    def configure_optimizers(self):
        return [torch.optim.Adam(self.maker.parameters()), torch.optim.Adam(self.judge.parameters())], []

    def training_step(self, batch, index):
        first, second = self.optimizers()
        made = self.maker(torch.randn(len(batch), 8))
        loss = self.judge(${fake}).mean() - self.judge(batch).mean()
${mark}        second.zero_grad()
        self.manual_backward(loss)
        second.step()
        first.zero_grad()
        self.manual_backward(-self.judge(self.maker(torch.randn(len(batch), 8))).mean())
        first.step()
`;
    expectFindings(rule, program("made", "                          ~~~~\n"));
    expectFindings(rule, program("made.detach()", ""));
  });
});
