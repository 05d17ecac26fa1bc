import assert from "node:assert/strict";
import { readSuppressionComments } from "../../src/semantics/suppression.js";
import type { FormModule, Language } from "../../src/syntax/form.js";

describe("readSuppressionComments", () => {
  it("reads rules and reason, with their places", () => {
    const text = "x = 1  # preflight: ignore[rule-a, rule-b] -- we measured it\n";
    const [comment] = read(text);
    assert.ok(comment);
    assert.equal(comment.scope, "line");
    assert.equal(comment.reason, "we measured it");
    assert.deepEqual(
      comment.rules.map((rule) => [rule.id, text.slice(rule.start, rule.end)]),
      [
        ["rule-a", "rule-a"],
        ["rule-b", "rule-b"],
      ],
    );
    assert.equal(text.slice(comment.start, comment.end), "preflight: ignore[rule-a, rule-b] -- we measured it");
  });

  it("reads the form for a whole file", () => {
    const [comment] = read("# preflight: ignore-file[rule-a]\n");
    assert.equal(comment?.scope, "file");
    assert.deepEqual(ids("# preflight: ignore-file[rule-a]\n"), [["rule-a"]]);
  });

  it("is patient about spaces", () => {
    assert.deepEqual(ids("#preflight:ignore [ a ,b ]--why\n"), [["a", "b"]]);
    assert.deepEqual(ids("##  preflight:  ignore[a]\n"), [["a"]]);
  });

  it("stands behind another tool's comment", () => {
    assert.deepEqual(ids("x = 1  # type: ignore  # preflight: ignore[a]\n"), [["a"]]);
  });

  it("has no rules without brackets, with empty ones, and with one that is not closed", () => {
    assert.deepEqual(ids("x  # preflight: ignore\n"), [[]]);
    assert.deepEqual(ids("x  # preflight: ignore[]\n"), [[]]);
    assert.deepEqual(ids("x  # preflight: ignore[a\n"), [[]]);
  });

  for (const text of [
    "# preflight: ignored since 2019\n",
    "# preflight: check the data\n",
    "# our preflight: ignore[a]\n",
    '# write "preflight: ignore[a]" to silence it\n',
    "# preflight: ignore-line[a]\n",
  ]) {
    it(`leaves alone ${text.trim()}`, () => assert.deepEqual(read(text), []));
  }

  describe("in TypeScript", () => {
    it("reads line and block comments", () => {
      assert.deepEqual(ids("f(); // preflight: ignore[a] -- why\n", "typescript"), [["a"]]);
      const [comment] = read("f(); /* preflight: ignore[a] -- why */\n", "typescript");
      assert.equal(comment?.reason, "why");
    });

    it("takes the braces of a JSX comment for a part of it", () => {
      const text = "<A>\n  {/* preflight: ignore[a] */}\n  <B />\n</A>\n";
      assert.equal(text.slice(read(text, "typescript")[0]?.target).startsWith("<B"), true);
    });
  });

  describe("the line that is meant", () => {
    it("is the comment's own beside code", () => {
      assert.equal(lineOf("a = 1\nb = 2  # preflight: ignore[x]\nc = 3\n"), 2);
    });

    it("is the next line of code when the comment stands alone", () => {
      assert.equal(lineOf("a = 1\n  # preflight: ignore[x]\n\n# more words\n\nc = 3\n"), 6);
    });

    it("counts from a comment at the end of the file to its end", () => {
      assert.equal(lineOf("a = 1\n# preflight: ignore[x]"), 2);
    });

    it("is found with CRLF", () => {
      assert.equal(lineOf("a = 1\r\n# preflight: ignore[x]\r\nb = 2\r\n"), 3);
    });

    it("is the comment's own behind an opening brace", () => {
      assert.equal(lineOf("a = [ # preflight: ignore[x]\n1]\n"), 1);
    });
  });
});

function ids(text: string, language: Language = "python"): string[][] {
  return read(text, language).map(({ rules }) => rules.map(({ id }) => id));
}

function lineOf(text: string): number {
  const [comment] = read(text);
  assert.ok(comment);
  return text.slice(0, comment.target).split("\n").length;
}

function read(text: string, language: Language = "python"): ReturnType<typeof readSuppressionComments> {
  const pattern = language === "python" ? /#[^\r\n]*/g : /\/\/[^\r\n]*|\/\*[^]*?\*\//g;
  const comments = [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const form: FormModule = { language, text, body: [], comments, errors: [] };
  return readSuppressionComments(form);
}
