import { deepEqual, equal } from "node:assert/strict";
import { lookThrough } from "../../src/checklist/check-project.js";
import { openConfigs } from "../../src/project/configs.js";
import { rules } from "../../src/rules/index.js";
import { memoryFileSystem } from "../project/memory-file-system.js";

describe("a project that was looked through", () => {
  it("is answered again with what people say by then, and with what its files showed", async () => {
    const texts: Record<string, string> = { "/p/.git/HEAD": "", "/p/train.py": "import torch\n" };
    const files = memoryFileSystem(texts);
    const configs = openConfigs(
      files,
      rules.map(({ meta }) => meta),
    );
    const looked = await lookThrough({
      ...{ files, configs, root: { folder: "/p", isProject: true }, today: "2026-06-01" },
    });
    const plan = (answer: Awaited<ReturnType<typeof looked.answer>>) =>
      answer.items.find(({ id }) => id === "PLAN-01")?.verdict;
    const first = await looked.answer({ today: "2026-06-01" });
    equal(plan(first), "fail");
    texts["/p/.preflight/attestations.yaml"] =
      "attestations:\n  - {item: PLAN-01, verdict: pass, who: Ada, date: 2026-05-01}\n";
    texts["/p/train.py"] = "import sklearn\n";
    const again = await looked.answer({ today: "2026-06-01" });
    equal(plan(again), "attested");
    const others = (answer: typeof first) => answer.items.filter(({ id }) => id !== "PLAN-01");
    deepEqual(others(again), others(first));
  });
});
