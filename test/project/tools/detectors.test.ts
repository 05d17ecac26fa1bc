import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { builtInGuide } from "../../../src/guide/guide.js";
import { toolShown, toolsOf } from "./tools-of.js";

interface Case {
  readonly uses: Readonly<Record<string, string>>;
  readonly shows: string;
  readonly unlike: Readonly<Record<string, string>>;
}

const cases = parse(readFileSync("test/fixtures/tools/cases.yaml", "utf8")) as Readonly<Record<string, Case>>;

describe("the detector of each tool", () => {
  const { tools } = builtInGuide();

  it("has its row in the table, and the table no other", () => {
    assert.deepEqual(Object.keys(cases).toSorted(), tools.map(({ id }) => id).toSorted());
  });

  for (const { id } of tools) {
    const row = cases[id];
    if (row === undefined) continue;
    it(`${id}: ${row.shows}`, async () => {
      const [first] = toolShown(await toolsOf(row.uses), id);
      assert.equal(first, row.shows);
    });
    it(`${id}: not by what only looks like it`, async () => {
      assert.deepEqual(toolShown(await toolsOf(row.unlike), id), []);
    });
  }
});
