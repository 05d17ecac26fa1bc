import assert from "node:assert/strict";
import { nextReading } from "../../src/extension/views/path.js";
import { readingRows, type ReaderState } from "../../src/extension/views/path-rows.js";
import { findEntries, searchEntries } from "../../src/extension/views/search-entries.js";
import { readingNames } from "../../src/extension/views/reading-name.js";
import type { Row } from "../../src/extension/views/row.js";
import { allRows, english, rowAt, sample } from "./sample.js";

const none: ReadonlySet<string> = new Set();

function reader(role: string | undefined, read: readonly string[] = []): ReaderState {
  return { role, read: new Set(read), mastered: none, answered: none };
}

function rowsFor(role: string | undefined, read: readonly string[] = []): readonly Row[] {
  return readingRows(sample.guide, reader(role, read), english);
}

function labels(rows: readonly Row[]): string[] {
  return rows.map(({ label }) => label);
}

describe("the rows of the readings", () => {
  it("are none before a role is chosen", () => {
    assert.deepEqual(rowsFor(undefined), []);
    assert.deepEqual(rowsFor("nobody"), []);
  });

  it("end where one may stop, and keep what follows in a group of its own", () => {
    const rows = rowsFor("leader");
    assert.deepEqual(labels(rows), [
      "1. The first book",
      "2. A page",
      "You can stop here",
      "Optional",
      "Learning goals",
    ]);
    assert.deepEqual(labels(rows[3]?.children ?? []), ["3. Training"]);
  });

  it("say of each reading why it is there, and whose order it is", () => {
    const row = rowAt(rowsFor("leader", ["R-1"]), "leader/read/R-2");
    assert.equal(row.description, "next · It goes on.");
    assert.match(row.tooltip ?? "", /It goes on\. \*Its place on this path is our estimate\.\*/);
    assert.match(row.tooltip ?? "", /Of the reading list; the address was found by us/);
    assert.equal(row.spoken, "2. A page, next. It goes on.");
    assert.match(rowAt(rowsFor("leader"), "leader/read/R-1").tooltip ?? "", /The reading list itself puts it here/);
  });

  it("have a box to tick for each reading and each goal, and for nothing else", () => {
    const boxes = allRows(rowsFor("leader", ["R-1"])).filter(({ isChecked }) => isChecked !== undefined);
    assert.deepEqual(
      boxes.map(({ subject, isChecked }) => [subject?.kind, isChecked]),
      [
        ["reading", true],
        ["reading", false],
        ["reading", false],
        ["goal", false],
        ["goal", false],
      ],
    );
  });

  it("have other steps than readings: a stage to visit, one to leave out, the goals, another role", () => {
    const rows = rowsFor("engineer");
    assert.deepEqual(labels(rows), [
      "Look",
      "1. Training",
      "Start can be left out",
      "Learning goals",
      "Go on with the path of your role",
    ]);
  });

  it("show goals by week, with what was answered and mastered", () => {
    const state = { ...reader("leader"), mastered: new Set(["LG-1.1"]), answered: new Set(["LG-1.1"]) };
    const rows = readingRows(sample.guide, state, english);
    assert.equal(rowAt(rows, "goals").description, "1 of 2 mastered");
    assert.equal(rowAt(rows, "goals/LG-1.1").description, "answer written");
    assert.equal(rowAt(rows, "goals/LG-1.1").isChecked, true);
    assert.deepEqual(rowAt(rows, "goals/LG-2.1").opens, { kind: "note", goal: "LG-2.1" });
  });

  it("are all of the guide for whoever wants everything", () => {
    assert.deepEqual(labels(rowsFor("all")), ["Start", "Train", "Learning goals"]);
    assert.equal(rowsFor("all", ["R-1"])[0]?.description, "1 of 2 read");
  });
});

describe("the names of readings", () => {
  const named = (...labels: readonly string[]): string[] => [
    ...readingNames(labels.map((label) => ({ id: label, label, stage: "start", origin: "list" }))).values(),
  ];

  it("have what is their own first where several begin alike", () => {
    assert.deepEqual(named("A course, part 1: data", "A course, part 2: models", "A course"), [
      "Data · A course, part 1",
      "Models · A course, part 2",
      "A course",
    ]);
  });

  it("stay as they are where they stand alone", () => {
    assert.deepEqual(named("Software 2.0: a talk", "Other: words"), ["Software 2.0: a talk", "Other: words"]);
  });
});

describe("the next reading", () => {
  const next = (role: string | undefined, ...read: string[]): string | undefined =>
    nextReading(sample.guide, role, new Set(read))?.id;

  it("is the first on the path that is not read", () => {
    assert.equal(next("leader"), "R-1");
    assert.equal(next("leader", "R-1"), "R-2");
    assert.equal(next("leader", "R-2"), "R-1");
  });

  it("is an optional one when the others are read, and none at the end", () => {
    assert.equal(next("leader", "R-1", "R-2"), "R-3");
    assert.equal(next("leader", "R-1", "R-2", "R-3"), undefined);
  });

  it("is the first of the guide without a role", () => {
    assert.equal(next(undefined), "R-1");
  });
});

describe("what a search finds", () => {
  it("is every passage, reading, goal and question", () => {
    const entries = searchEntries(sample.guide, new Map(), english);
    assert.deepEqual(
      ["passage", "reading", "goal", "item"].map((kind) => entries.filter((entry) => entry.kind === kind).length),
      [1, 4, 2, 1],
    );
    assert.equal(entries[0]?.text, "Begin with one thing.");
    assert.deepEqual(entries[0].opens, { kind: "page", page: "/guide/start/first.md#one" });
  });

  it("has every word that was looked for, in any order, and those that are named so first", () => {
    const entries = searchEntries(sample.guide, new Map(), english);
    const found = (query: string): string[] => findEntries(entries, query).map(({ entry }) => entry.label);
    assert.deepEqual(found("THING one"), ["One"]);
    assert.deepEqual(found("say"), ["Say what it is.", "Say why."]);
    assert.deepEqual(found("training"), ["Training"]);
    assert.equal(found("").length, entries.length);
    assert.deepEqual(found("absent"), []);
  });

  it("is shown from where the words stand", () => {
    const page = `## One\n\n${"Long words before. ".repeat(20)}Adam at 3e-4 is a start.\n`;
    const entries = searchEntries(sample.guide, new Map([["/guide/start/first.md", page]]), english);
    assert.match(findEntries(entries, "3e-4")[0]?.excerpt ?? "", /^… .{0,60}Adam at 3e-4/);
  });

  it("is also what the page says beside the passage's own sentences", () => {
    const page = "# First steps\n\n## One\n\nBegin.\n\n| Name | Use |\n|---|---|\n| Adam | 3e-4 |\n\n## Two\n\nElse.\n";
    const [passage] = searchEntries(sample.guide, new Map([["/guide/start/first.md", page]]), english);
    assert.match(passage?.text ?? "", /Begin\..*Adam.*3e-4/);
    assert.doesNotMatch(passage?.text ?? "", /Else|\|/);
  });
});
