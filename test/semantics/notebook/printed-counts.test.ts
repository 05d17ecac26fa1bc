import { deepEqual } from "node:assert/strict";
import { type CountForm, printedCounts } from "../../../src/semantics/notebook/printed-counts.js";

const read = (form: CountForm, ...lines: readonly string[]): unknown =>
  printedCounts(lines.join("\n"), form).map(({ column, classes }) => [
    column,
    Object.fromEntries(classes.map(({ name, count }) => [name, count])),
  ]);

describe("counts of classes in outputs", () => {
  it("are read from a series of pandas 1 and 2, with the column that it names", () => {
    deepEqual(read("series", "0    960", "1     40", "Name: late, dtype: int64"), [["late", { 0: 960, 1: 40 }]]);
    deepEqual(read("series", "late", "no     0.96", "yes    0.04", "Name: proportion, dtype: float64"), [
      ["late", { no: 0.96, yes: 0.04 }],
    ]);
    deepEqual(read("series", "late", "very late     3", "on time     960", "dtype: int64"), [
      [undefined, { "very late": 3, "on time": 960 }],
    ]);
  });

  it("are read one after the other", () => {
    const table = ["0    9", "1    1", "Name: a, dtype: int64"];
    deepEqual(read("series", ...table, "shares:", ...table), [
      ["a", { 0: 9, 1: 1 }],
      ["a", { 0: 9, 1: 1 }],
    ]);
  });

  it("are left out where they were cut short, and where lines only look like them", () => {
    deepEqual(read("series", "a    9", "    ..", "z    1", "Name: town, Length: 812, dtype: int64"), []);
    deepEqual(read("series", "Epoch  12", "loss   0.31"), []);
    deepEqual(read("series", "a    x", "b    y", "dtype: object"), []);
  });

  it("are read from arrays and dicts", () => {
    deepEqual(read("array", "array([960,  40])"), [[undefined, { 0: 960, 1: 40 }]]);
    deepEqual(read("array", "counts: [960  40]"), [[undefined, { 0: 960, 1: 40 }]]);
    deepEqual(read("arrays", "(array(['no', 'yes'], dtype=object), array([960,  40]))"), [
      [undefined, { no: 960, yes: 40 }],
    ]);
    deepEqual(read("dict", "Counter({0: 960, 1: 40})"), [[undefined, { 0: 960, 1: 40 }]]);
    deepEqual(read("dict", "{'no': 0.96, np.int64(1): 0.04}"), [[undefined, { no: 0.96, 1: 0.04 }]]);
    deepEqual(read("dict", "{'C': 1.0, 'kernel': 'rbf'}"), []);
  });
});
