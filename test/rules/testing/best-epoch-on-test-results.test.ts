import rule from "../../../src/rules/testing/best-epoch-on-test.js";
import { expectFindings } from "../expect-findings.js";

describe("best-epoch-on-test and functions of several results", () => {
  it("knows the rows of each of several results by where they come from", () =>
    expectFindings(
      rule,
      `import torch
class Fitter:
    def __init__(self, net, texts):
        self.net = net
        self.texts = texts
    def run(self, lr, batch_size, epochs):
        val_rows = self.cut(self.texts.test, batch_size)
        optimizer = torch.optim.SGD(self.net.parameters(), lr=lr)
        best = None
        for epoch in range(epochs):
            for x, y in self.texts.train:
                self.net.train()
                optimizer.zero_grad()
                torch.nn.functional.cross_entropy(self.net(x), y).backward()
                optimizer.step()
                val_loss = self.loss_of(val_rows, batch_size)
                if best is None or val_loss < best:
                                   ~~~~~~~~~~~~~~~
                    best = val_loss
                    torch.save(self.net.state_dict(), "best.pt")
            if epoch > 2:
                val_rows = self.cut(self.texts.test, batch_size * 2)
        test_rows = self.cut(self.texts.test, batch_size)
        print("test", self.loss_of(test_rows, batch_size))
    def cut(self, rows, batch_size):
        return rows.narrow(0, 0, rows.size(0) // batch_size * batch_size).view(batch_size, -1)
    def loss_of(self, rows, eval_batch_size):
        self.net.eval()
        with torch.no_grad():
            state = self.net.start(eval_batch_size)
            out = self.net(rows[:, :-1], state)
            return torch.nn.functional.cross_entropy(out, rows[:, 1:]).item()
`,
    ));
});
