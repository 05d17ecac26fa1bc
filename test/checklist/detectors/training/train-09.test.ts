import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";

const train = (lines: string): string => `import torch
def main():
    for x in data:
        loss = net(x).mean()
${lines.replace(/^/gm, "        ")}
        loss.backward()

if __name__ == "__main__":
    main()
`;
const guarded = train("if not torch.isfinite(loss):\n    raise ValueError(loss)");
const app = (lines: string): string => `import numpy as np
from fastapi import FastAPI
app = FastAPI()
@app.post("/predict")
def predict(body: dict):
    score = model.predict(body)
${lines.replace(/^/gm, "    ")}
    return score
`;
const checked = app("if not np.isfinite(score):\n    raise ValueError(score)");

describe("TRAIN-09", () => {
  it("passes with guards on both sides", async () => {
    equal(await verdictIn({ "train.py": guarded, "app.py": checked }, "TRAIN-09"), "pass");
  });

  it("is partial with one side", async () => {
    equal(await verdictIn({ "train.py": guarded, "app.py": app("pass") }, "TRAIN-09"), "partial");
    equal(await verdictIn({ "train.py": train("pass"), "app.py": checked }, "TRAIN-09"), "partial");
    equal(
      await verdictIn({ "train.py": train("torch.nn.utils.clip_grad_norm_(p, 1.0)"), "app.py": checked }, "TRAIN-09"),
      "partial",
    );
  });

  it("fails with neither, and does not count what hides the event", async () => {
    equal(await verdictIn({ "train.py": train("pass"), "app.py": app("pass") }, "TRAIN-09"), "fail");
    equal(
      await verdictIn(
        { "train.py": train("loss = torch.nan_to_num(loss)"), "app.py": app("score = np.nan_to_num(score)") },
        "TRAIN-09",
      ),
      "fail",
    );
  });

  it("takes the team's own guards", async () => {
    const own = train("must_be_number(loss)");
    equal(
      await verdictIn({ "train.py": own, "app.py": checked }, "TRAIN-09", {
        config: "{numerics: {guards: [must_be_number]}}",
      }),
      "pass",
    );
  });
});
