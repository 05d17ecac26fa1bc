import assert from "node:assert/strict";
import { expandSnippet } from "../../src/guide/expand-snippet.js";
import { builtInGuide } from "../../src/guide/guide.js";
import { snippetsForRule } from "../../src/guide/snippet-json.js";
import { rules } from "../../src/rules/index.js";
import { placeSnippet } from "../../src/server/snippet-place.js";
import { applyOffsetEdit } from "../../src/server/workspace-edit.js";
import { LineIndex } from "../../src/syntax/line-index.js";
import { findingsOf } from "../rules/expect-findings.js";
import { examplePath, read } from "../rules/read.js";

/** The text with a snippet in it, the defaults in its places; the insertions, which are all that changed, and whether it parses. */
function inserted(text: string, path: string, at: { start: number; end: number }, snippet: string): string {
  const { form } = read(path, text);
  const { start, text: code, imports } = placeSnippet(form, at, { start: 0, end: text.length }, snippet);
  const after = applyOffsetEdit(text, { start, end: start, newText: expandSnippet(code) });
  assert.ok(imports === undefined || imports.start <= start);
  return imports === undefined ? after : applyOffsetEdit(after, { ...imports, end: imports.start });
}

/** Are the lines of one text all there in another, in their order? */
function keepsLines(before: string, after: string): boolean {
  const lines = after.split("\n");
  let at = -1;
  return before.split("\n").every((line) => (at = lines.indexOf(line, at + 1)) >= 0);
}

describe("the snippets of rules", () => {
  const helped = rules.filter(({ meta }) =>
    meta.languages.some((language) => snippetsForRule(meta.id, language, builtInGuide()).length > 0),
  );

  it("are there for most rules", () => {
    assert.ok(helped.length * 2 > rules.length, `${helped.length} of ${rules.length}`);
  });

  for (const rule of helped) {
    it(`can be put in where ${rule.meta.id} reports, and leave all that is there`, () => {
      for (const { bad, language = "python", notebook, path = { bad: examplePath(language) } } of rule.examples) {
        if (notebook === true) continue;
        for (const finding of findingsOf(rule, bad, { language, path: path.bad })) {
          const lines = new LineIndex(bad);
          const at = { start: lines.offset(finding.start), end: lines.offset(finding.end) };
          for (const { text, prefix } of snippetsForRule(rule.meta.id, language, builtInGuide())) {
            const after = inserted(bad, path.bad, at, text);
            assert.deepEqual(read(path.bad, after).form.errors, [], `${prefix}\n${after}`);
            assert.ok(keepsLines(bad, after), `${prefix}\n${after}`);
          }
        }
      }
    });
  }
});
