import { deepEqual, equal, match, ok } from "node:assert/strict";
import { existsSync } from "node:fs";
import { findPlace, readingsFor } from "../../src/guide/guide.js";
import { rules } from "../../src/rules/index.js";
import { catalogue } from "./catalogue.js";

describe("rules", () => {
  it("have ids of their own", () => {
    const ids = rules.map((rule) => rule.meta.id);
    deepEqual(ids.length, new Set(ids).size);
  });

  for (const { meta, examples } of rules) {
    describe(meta.id, () => {
      it("is named in the catalogue and stands in the folder of its stage", () => {
        ok(catalogue.has(meta.id));
        ok(existsSync(`src/rules/${meta.stage}/${meta.id}.ts`), `src/rules/${meta.stage}/${meta.id}.ts`);
      });

      it("says what, why and what to do in sentences", () => {
        match(meta.summary, /^[A-Z`].*[^.\s]$/);
        for (const text of [meta.why, meta.fix]) match(text, /^[A-Z`].*\.$/);
        ok(meta.summary.length <= 80, "the summary is for lists");
        match(meta.since, /^\d+\.\d+\.\d+$/);
      });

      it("leads to a passage of the guide and a reading that opens", () => {
        ok(findPlace(meta.guide) !== undefined, meta.guide);
        ok(readingsFor(meta.guide).some((reading) => reading.url !== undefined));
      });

      it("names its sources by address", () => {
        for (const { title, url } of meta.sources ?? []) {
          ok(title !== "");
          match(url, /^https:\/\/\S+$/);
        }
      });

      it("has an example in each of its languages and in no other", () => {
        const shown = new Set(examples.map((example) => example.language ?? "python"));
        deepEqual([...shown].sort(), [...meta.languages].sort());
      });

      it("shows different programs", () => {
        const programs = examples.flatMap((example) => [example.bad, example.good]);
        equal(programs.length, new Set(programs).size);
        for (const program of programs) ok(program.endsWith("\n"), `a program ends with a line break: ${program}`);
      });
    });
  }
});
