import { expectFindings } from "../expect-findings.js";

describe("scheduler-before-optimizer: objects that are called", () => {
  it("finds it in the loop that calls them", () =>
    expectFindings(
      "scheduler-before-optimizer",
      `
import torch

class Turn:
    def __init__(self, weights):
        self.adam = torch.optim.Adam(weights)
        self.rate = torch.optim.lr_scheduler.CosineAnnealingLR(self.adam, T_max=900)

    def __call__(self, loss):
        self.adam.zero_grad()
        loss.backward()
        self.rate.step()
        ~~~~~~~~~~~~~~~~
        self.adam.step()

def learn(net, batches):
    turn = Turn(net.parameters())
    for rows, answers in batches:
        turn(torch.nn.functional.mse_loss(net(rows), answers))
`,
    ));
});
