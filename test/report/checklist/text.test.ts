import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { createColors } from "picocolors";
import { checklistText } from "../../../src/report/checklist/text.js";
import { hang, padTo, wrap } from "../../../src/report/checklist/wrap.js";
import { displayWidth } from "../../../src/report/text-frame.js";
import { hostilePath, makeReport } from "./make-report.js";

const plain = createColors(false);
const text = async (columns = 100): Promise<string> => checklistText(await makeReport(), { colors: plain, columns });

describe("checklistText", () => {
  it("says each verdict by a sign and a word, with its places", async () => {
    const shown = await text();
    match(shown, /^ {2}✘ fail {6}DATA-02 +Does data validation run by itself/m);
    match(shown, /^ +missing A stage that validates\.$/m);
    match(shown, /^ {2}◐ partial {3}TRAIN-08 +\[blocker\] /m);
    match(shown, /^ +against a\.py:9 the other half is not$/m);
    match(shown, /^ +for train\.py:3 a call \(wired to something that runs\)$/m);
    match(shown, /^ +for nb\.ipynb, cell 3:3 a call \(used\)$/m);
    match(shown, /^ {2}\? human {5}DATA-05 /m);
    match(shown, /^ +asks Are columns kept out elsewhere\?$/m);
    match(shown, /^ +see a\.py:4$/m);
    match(shown, /^ {2}! unknown {3}DATA-09 /m);
    match(shown, /dvc\.lock \(no YAML\)/);
    match(shown, /^ {2}✎ attested {2}PLAN-01 /m);
    match(shown, /^ {2}– n\/a {7}DATA-04: an image model$/m);
  });

  it("tells a reason once, and asks no question twice", async () => {
    const shown = await text(400);
    equal(shown.split("the other half is not").length, 2);
    const [item] = /^ {2}\? human {5}PLAN-05.*\n.*\n.*$/m.exec(shown) ?? [""];
    equal(item.split("Were harm, misuse").length, 2);
  });

  it("ends with the numbers and what stands in the way", async () => {
    const shown = await text();
    const heads = ["Planning", "Changes since main", "Next actions", "Attestations", "Could not be read"];
    const order = [...heads, "Left out by the team", "Stages", "ML Test Score", "Open questions", "Not ready"];
    const at = order.map((head) => shown.search(new RegExp(`^${head}`, "m")));
    deepEqual(
      at,
      at.toSorted((a, b) => a - b),
    );
    ok(
      at.every((index) => index >= 0),
      String(at),
    );
    match(shown, /^ {2}Data +\d+ % {2}█+░+ {2}\d+ items$/m);
    match(shown, /^ {2}Features and data +[\d.]+ {2}█+░+$/m);
    match(shown, /^Not ready; 70 items: \d+ pass, .*$\n {2}✘ DATA-06 fails: /m);
    match(shown, /^ {2}– TRAIN-02, a blocker, is left out: locked elsewhere$/m);
  });

  it("says what changed, the worse first", async () => {
    const shown = (await text()).split("\n");
    const from = shown.indexOf("Changes since main");
    deepEqual(shown.slice(from + 1, from + 4), [
      "  worse      DATA-02: pass → fail",
      "  better     TRAIN-01: partial → pass",
      "  better     TEST-01: pass, evidence wired to something that runs → gating",
    ]);
    equal(shown[from + 4], "  otherwise  TRAIN-02: fail → n/a");
    match(shown[from + 5] ?? "", /^ {2}new +PLAN-01, PLAN-02/);
    ok(shown.includes("  gone       OLD-01"));
  });

  it("says that nothing changed, and nothing where nothing was compared", async () => {
    const same = await makeReport();
    const { comparison } = same.changes ?? { comparison: undefined };
    const none = comparison && { ...comparison, better: [], worse: [], moved: [], added: [], removed: [] };
    const changes = none && { since: "main", comparison: none };
    match(checklistText({ ...same, changes }, { colors: plain, columns: 80 }), /Changes since main\n {2}none\n/);
    doesNotMatch(checklistText({ ...same, changes: undefined }, { colors: plain, columns: 80 }), /Changes/);
  });

  for (const columns of [60, 80, 120]) {
    it(`fits into ${columns} columns, but for paths`, async () => {
      const long = (await text(columns)).split("\n").filter((line) => displayWidth(line) > columns);
      deepEqual(
        long.filter((line) => !line.includes("javascript:") && !line.includes("░") && !line.includes("█")),
        [],
      );
    });
  }

  it("has nothing in it that moves the cursor, and colours only where it is told to", async () => {
    const report = await makeReport();
    doesNotMatch(checklistText(report, { colors: plain, columns: 100 }), /[\u0000-\u0009\u000b-\u001f\u202e]/);
    const coloured = checklistText(report, { colors: createColors(true), columns: 100 });
    equal(coloured.replace(/\u001b\[\d+m/g, ""), checklistText(report, { colors: plain, columns: 100 }));
    ok(coloured.includes("\u001b[31m"));
    ok(!(await text()).includes(hostilePath));
  });
});

describe("wrap", () => {
  it("breaks at words by the room that they take, and keeps long ones whole", () => {
    deepEqual(wrap("one two three", 7), ["one two", "three"]);
    deepEqual(wrap("src/a/very/long/path.py:12 is there", 10), ["src/a/very/long/path.py:12", "is there"]);
    deepEqual(wrap("漢字 漢字 漢字", 9), ["漢字 漢字", "漢字"]);
    deepEqual(wrap("", 10), []);
  });

  it("hangs lines below the first", () => {
    deepEqual(hang("  1. ", "one two three four five six seven eight", 30), [
      "  1. one two three four five",
      "     six seven eight",
    ]);
    equal(padTo("漢", 4), "漢  ");
  });
});
