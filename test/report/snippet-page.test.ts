import { deepEqual, equal, match, ok } from "node:assert/strict";
import { allRules } from "../../src/project/project-rules/all-rules.js";
import { builtInGuide } from "../../src/guide/guide.js";
import { pages } from "../../src/report/pages.js";
import { snippetsOfRule } from "../../src/report/snippet-page.js";

const guide = builtInGuide();
const all = pages(allRules);
const textOf = (path: string): string => all.get(path)?.text() ?? "";

describe("the page of a snippet", () => {
  const page = textOf("/guide/snippets/SN-eval-loop.md");

  it("says what to type, in which language, and shows what comes", () => {
    match(page, /## Evaluate a PyTorch classifier \(Python\)\n\n.*without gradients\.\n\nType `pf-eval` in Python\./);
    match(page, /```python\nimport torch\n\n\n@torch\.no_grad\(\)/);
    match(page, /Type `pf-eval` in TypeScript, or in JavaScript to get it without types\.\n\n```typescript\nimport/);
    ok(!/\$\{?\d|«/.test(page));
  });

  it("leads to the guide and to the rules that it helps with, and these lead back", () => {
    ok(page.includes("](../testing/evaluation-loop.md#gradients-off)"));
    ok(page.includes("[missing-eval-mode](../../rules/missing-eval-mode.md)"));
    ok(textOf("/rules/missing-eval-mode.md").includes("](../guide/snippets/SN-eval-loop.md): `pf-eval`"));
    ok(textOf("/guide/testing/evaluation-loop.md").includes("](../snippets/SN-eval-loop.md)"));
  });

  it("is in the list of its stage", () => {
    const list = textOf("/guide/snippets.md");
    for (const { id } of guide.snippets) equal(list.split(`(snippets/${id}.md)`).length, 2, id);
    ok(list.includes("| `pf-eval` | Python, TypeScript, JavaScript |"));
  });

  it("shows every body, and no placeholder", () => {
    for (const { id, bodies } of guide.snippets) {
      const text = textOf(`/guide/snippets/${id}.md`);
      for (const { prefix, language } of bodies) {
        if (language !== "javascript") ok(text.includes(`Type \`${prefix}\` in `), `${id}: ${prefix}`);
      }
    }
  });

  it("is named by no rule that it does not help", () => {
    deepEqual(snippetsOfRule("/rules/nan-equality.md", "nan-equality"), []);
  });
});
