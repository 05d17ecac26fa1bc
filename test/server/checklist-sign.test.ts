import assert from "node:assert/strict";
import type { PersonsWord, TextChange } from "../../src/protocol-checklist.js";
import { changeBetween, signed } from "../../src/server/checklist/sign.js";

function apply(text: string, { range, newText }: Pick<TextChange, "range" | "newText">): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
  const offset = ({ line, character }: TextChange["range"]["start"]): number => (starts[line] ?? NaN) + character;
  return text.slice(0, offset(range.start)) + newText + text.slice(offset(range.end));
}

describe("the change between two texts", () => {
  const texts = [
    "",
    "a",
    "a\n",
    "\n",
    "\na\n",
    "a\nb\n",
    "a\r\nb\r\n",
    "b\n",
    "a\nb\na\nb\n",
    "\u{1F600}\n\u{1F601}\n",
    "x\n\n\ny",
  ];
  for (const before of texts) {
    it(`makes the one of the other, from ${JSON.stringify(before)}`, () => {
      for (const after of texts) {
        const change = changeBetween(before, after);
        assert.equal(apply(before, change), after, JSON.stringify([after, change]));
      }
    });
  }

  it("leaves the lines before and after alone", () => {
    const { range, newText } = changeBetween("one\ntwo\nfour\n", "one\ntwo\nthree\nfour\n");
    assert.ok(range.start.line >= 1 && !newText.includes("one") && range.end.line <= 3);
  });
});

describe("a sign-off", () => {
  const word: PersonsWord = {
    ...{ item: "PLAN-01", verdict: "pass", who: " Ada ", link: " https://example.org ", note: " " },
    expires: "2026-12-31",
  };
  const signing = { text: "", itemIds: ["PLAN-01"], today: "2026-05-31" };

  it("has the day, and only what was given, without the spaces around it", () => {
    const result = signed(word, signing);
    assert.ok("change" in result);
    assert.equal(
      apply("", result.change),
      "attestations:\n  - item: PLAN-01\n    verdict: pass\n    who: Ada\n    date: 2026-05-31\n    link: https://example.org\n    expires: 2026-12-31\n",
    );
  });

  it("is one entry, whatever is typed into its fields", () => {
    const hostile = "x\n  - item: PLAN-02\n    verdict: pass # ] } \" ' & * ! |";
    const result = signed({ ...word, note: hostile }, signing);
    assert.ok("change" in result);
    const entries = apply("", result.change).match(/^ {2}- /gm);
    assert.equal(entries?.length, 1);
  });

  it("may end today, and not before", () => {
    assert.ok("change" in signed({ ...word, expires: "2026-05-31" }, signing));
    assert.ok("problem" in signed({ ...word, expires: "2026-05-30" }, signing));
  });
});
