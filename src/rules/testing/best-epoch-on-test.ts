import { testChoicesIn } from "../../semantics/data/test-choices.js";
import { defineRule } from "../rule.js";
import { shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "best-epoch-on-test",
    stage: "testing",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "The best epoch is chosen by the test score",
    why: "The best of many test scores is too good: it is partly luck on these rows. The number that is reported no longer says how the model does on new ones.",
    fix: "Choose the epoch by a validation part, and score the test part once with the state that was kept.",
    guide: "testing/held-out-evaluation#test-part-decides-nothing",
    libraries: ["torch", "keras", "tensorflow", "sklearn"],
    topics: ["data"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import torch

def run(net, optimizer, train_loader, test_loader):
    best_acc = 0.0
    for epoch in range(40):
        train_epoch(net, optimizer, train_loader)
        test_acc = evaluate(net, test_loader)
        if test_acc > best_acc:
            best_acc = test_acc
            torch.save(net.state_dict(), "best.pt")
    print("test accuracy", best_acc)
`,
      good: `import torch

def run(net, optimizer, train_loader, val_loader, test_loader):
    best_acc = 0.0
    for epoch in range(40):
        train_epoch(net, optimizer, train_loader)
        val_acc = evaluate(net, val_loader)
        if val_acc > best_acc:
            best_acc = val_acc
            torch.save(net.state_dict(), "best.pt")
    net.load_state_dict(torch.load("best.pt", weights_only=True))
    print("test accuracy", evaluate(net, test_loader))
`,
    },
  ],

  *check(model) {
    for (const { at, among, scoring, written } of testChoicesIn(model)) {
      if (among !== "epochs") continue;
      yield {
        at,
        message: `\`${shorten(model.text(written), 30)}\` is a score on the test part, and it chooses the epoch: choose by a validation part.`,
        related: [{ at: scoring, message: "The test part is scored here." }],
      };
    }
  },
});
