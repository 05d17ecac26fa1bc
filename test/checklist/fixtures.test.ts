import { deepEqual, equal } from "node:assert/strict";
import { builtInGuide } from "../../src/guide/guide.js";
import { expectedOf, fixtureNames, openDifferences, runOn, textsOf, verdictsOf } from "./fixtures.js";

const open = openDifferences();

describe("the checklist on whole projects", () => {
  it("has at least eleven of them", () => {
    equal(fixtureNames().length >= 11, true);
  });

  for (const name of fixtureNames()) {
    it(`says of ${name} what people say`, async () => {
      const { today, items } = expectedOf(name);
      const stale = Object.keys(items).filter((id) => open.verdicts[`${name} ${id}`] === items[id]?.verdict);
      deepEqual(stale, [], "differences that are none");
      deepEqual(
        Object.keys(items).toSorted(),
        builtInGuide()
          .items.map(({ id }) => id)
          .toSorted(),
      );
      const found = verdictsOf(await runOn(textsOf(name), today));
      // What is still seen otherwise than people see it is written down, so that nothing else goes unnoticed.
      const wanted = Object.fromEntries(
        Object.entries(items).map(([id, { verdict }]) => [id, open.verdicts[`${name} ${id}`] ?? verdict]),
      );
      deepEqual(
        Object.keys(wanted).map((id) => `${id} ${found[id] ?? "missing"}`),
        Object.keys(wanted).map((id) => `${id} ${wanted[id] ?? ""}`),
      );
    }).timeout(60_000);
  }
});
