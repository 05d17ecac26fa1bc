import * as assert from "node:assert/strict";
import { pathologicalFiles } from "../../bench/pathological-files.js";
import { analyze } from "../../src/engine/analyze.js";
import { defaultConfig, levelsFor, withPreset } from "../../src/engine/config.js";
import { rules } from "../../src/rules/index.js";
import { perModel } from "../../src/semantics/code/per-model.js";
import { spend, tooMuchWork, withAllowance } from "../../src/semantics/code/work.js";
import { buildModel, type Model } from "../../src/semantics/model.js";
import { emptyWorkspace } from "../../src/semantics/workspace.js";
import { readPython } from "../../src/syntax/python/lower.js";

function modelOf(text: string): Model {
  return buildModel({ path: "run.py", form: readPython(text) }, emptyWorkspace);
}

/** What all rules together cost, each within its allowance. */
function stepsOfAllRules(text: string): number {
  const model = modelOf(text);
  for (const rule of rules) {
    if (!rule.meta.languages.includes("python")) continue;
    try {
      withAllowance(model, () => Array.from(rule.check(model)));
    } catch (error) {
      if (error !== tooMuchWork) throw error;
    }
  }
  return model.work.spent;
}

describe("pathological files", () => {
  // What the dearest of them cost at full size is some millions: more is a walk that has become quadratic.
  const most = 3_000_000;

  for (const { name, times, text } of pathologicalFiles) {
    it(`${name}: a bounded count of steps`, () => {
      const few = stepsOfAllRules(text(Math.ceil(times / 40)));
      assert.ok(few > 0 && few < most, `${few} steps for a small one`);
      const many = stepsOfAllRules(text(Math.ceil(times / 4)));
      assert.ok(many < most, `${many} steps`);
    });
  }

  it("a question that costs too much has no answer, whoever asks", () => {
    const model = modelOf("import torch\n");
    let asked = 0;
    const endless = perModel((asking) => {
      asked++;
      for (;;) spend(asking, 1_000);
    });
    assert.throws(() => endless(model), tooMuchWork);
    assert.throws(() => withAllowance(model, () => endless(model)), tooMuchWork);
    assert.equal(asked, 1);
  });

  it("a question has an allowance of its own, which costs the one who asks nothing", () => {
    const model = modelOf("import torch\n");
    const dear = perModel((asking) => {
      spend(asking, 300_000);
      return 1;
    });
    const dearer = perModel((asking) => {
      spend(asking, 300_000);
      return dear(asking);
    });
    assert.equal(
      withAllowance(model, () => dear(model) + dearer(model)),
      2,
    );
  });

  it("a rule that asks too much is silent, and the others go on", () => {
    const [rule] = rules.filter(({ meta }) => meta.id === "missing-zero-grad");
    assert.ok(rule);
    const costly = {
      ...rule,
      meta: { ...rule.meta, id: "costly" },
      *check(model: Model) {
        for (;;) spend(model, 1_000);
      },
    };
    const text = `import torch
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for calls, species in loader:
    criterion(model(calls), species).backward()
    optimizer.step()
`;
    const errors: string[] = [];
    const levels = levelsFor(withPreset(defaultConfig, "all"), "run.py", rules);
    const findings = analyze(
      { path: "run.py", form: readPython(text) },
      {
        rules: new Map([[costly, "warning" as const], ...levels]),
        workspace: emptyWorkspace,
        onRuleError: (id) => errors.push(id),
      },
    );
    assert.deepEqual(errors, []);
    assert.ok(findings.some((finding) => finding.rule === "missing-zero-grad"));
  });
});
