import { expectFindings } from "../expect-findings.js";

const rule = "wrong-optimizer-for-loss";

describe("wrong-optimizer-for-loss of parts", () => {
  const script = (other: string): string => `import torch
from torchvision.models import mobilenet_v2

net = mobilenet_v2(weights="DEFAULT")
net.classifier[1] = torch.nn.Linear(1280, 9)
${other}
for photos, species in loader:
    opt.zero_grad()
    torch.nn.functional.cross_entropy(net(photos), species).backward()
    opt.step()
`;
  it("accepts the optimizer of a layer that was put into the network", () =>
    expectFindings(rule, script("opt = torch.optim.Adam(net.classifier[1].parameters())")));
  it("finds the optimizer of a layer that was not", () =>
    expectFindings(
      rule,
      script("spare = torch.nn.Linear(1280, 9)\nopt = torch.optim.Adam(spare.parameters())") + "    ~~~~~~~~~~\n",
    ));

  it("sees the step of one where the other was cleared, whosever parameters they hold", () => {
    const steps = (stepped: string): string => `import torch

def learn_actor(agent, states):
    loss = -agent.critic(states, agent.actor(states)).mean()
    agent.actor_optim.zero_grad()
    loss.backward()
    agent.actor_optim.step()

def learn_critic(agent, states, values):
    for _ in range(3):
        gap = (agent.critic(states, None) - values).pow(2).mean()
        agent.critic_optim.zero_grad()
        gap.backward()
        agent.${stepped}.step()

def start(agent, memory):
    for states, values in memory:
        agent.critic_optim.zero_grad()
        (agent.critic(states, None) - values).abs().mean().backward()
        agent.critic_optim.step()

def run(agent, memory):
    start(agent, memory)
    for states, values in memory:
        learn_critic(agent, states, values)
        learn_actor(agent, states)
`;
    expectFindings(rule, steps("critic_optim"));
    const mark = `        ~~~~~~~~~~~~~~~~~~~~~~~~ The gradients before this step were cleared for another optimizer than \`agent.actor_optim\`: step that one.\n`;
    const wrong = steps("actor_optim");
    expectFindings(
      rule,
      wrong.replace(
        "        agent.actor_optim.step()\n\ndef start",
        `        agent.actor_optim.step()\n${mark}\ndef start`,
      ),
    );
    expectFindings("zero-grad-wrong-place", wrong);
  });

  it("accepts a loss of an object of which nothing is known, and which may hold the module", () =>
    expectFindings(
      rule,
      `import torch
from .agents import critic

net = torch.nn.Linear(8, 2)
optimizer = torch.optim.Adam(net.parameters())
for states, rewards in games:
    optimizer.zero_grad()
    ((critic(states) - rewards) ** 2).mean().backward()
    optimizer.step()
`,
    ));

  it("accepts a model that two methods are handed, which may be one", () =>
    expectFindings(
      rule,
      `import torch
from torch import nn

class Trainer:
    def __init__(self, net):
        self.adam = torch.optim.Adam(net.parameters())

    def train(self, rows, net):
        for x, y in rows:
            self.adam.zero_grad()
            nn.functional.mse_loss(net(x), y).backward()
            self.adam.step()
`,
    ));

  it("accepts the optimizer of an object that was made from the network", () =>
    expectFindings(
      rule,
      `import learned
import torch
from torch import nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(4, 2)

    def forward(self, x):
        return self.layer(x)

net = Net()
rates = learned.Rates(model=net)
adam = torch.optim.Adam(rates.parameters())
for x, y in rows:
    adam.zero_grad()
    nn.functional.mse_loss(net(x), y).backward()
    adam.step()
`,
    ));

  it("accepts a policy that a base class out of sight keeps", () =>
    expectFindings(
      rule,
      `import torch
from agents import Agent

class Scale:
    def __init__(self, value):
        self.value = value

    def __call__(self):
        return self.value

class Ascent(Agent):
    def __init__(self, policy, scale):
        self.adam = torch.optim.Adam(policy.parameters())
        self.scale = Scale(scale)
        super().__init__(policy)

    def update(self, obs, act):
        self.adam.zero_grad()
        loss = -(self.policy.log_prob(obs, act) * self.scale()).mean()
        loss -= self.policy(obs).entropy()
        loss.backward()
        self.adam.step()
`,
    ));
});
