import { expectFindings } from "../expect-findings.js";

const rule = "clip-grad-wrong-place";

/** Two networks whose optimizers are handed in: which one is whose cannot be seen but from the order. */
const script = (second: string): string => `import torch
from torch.nn.utils import clip_grad_norm_

def train(one, two, loader, opt_one, opt_two):
    scaler = torch.amp.GradScaler("cuda")
    for x in loader:
        opt_one.zero_grad()
        scaler.scale(one(x).mean()).backward()
        scaler.unscale_(opt_one)
        clip_grad_norm_(one.parameters(), 1.0)
        scaler.step(opt_one)
        opt_two.zero_grad()
        scaler.scale(two(x).mean()).backward()
${second}
        scaler.step(opt_two)
        scaler.update()
`;

describe("clip-grad-wrong-place with two optimizers", () => {
  it("finds the one that is still scaled", () =>
    expectFindings(
      rule,
      script(`        clip_grad_norm_(two.parameters(), 1.0)
        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~`),
    ));
  it("accepts both unscaled", () =>
    expectFindings(rule, script("        scaler.unscale_(opt_two)\n        clip_grad_norm_(two.parameters(), 1.0)")));
});
