import { deepEqual, equal, ok } from "node:assert/strict";
import { rules } from "../../src/rules/index.js";
import { programs, readTable } from "./programs.js";

describe("the Python programs that are run", () => {
  const all = programs();

  it("have names of their own", () => equal(new Set(all.map(({ id }) => id)).size, all.length));

  it("hold every good Python example of every rule", () => {
    const expected = rules.flatMap(({ meta, examples }) =>
      examples.flatMap(({ language = "python" }, index) => (language === "python" ? `${meta.id}#${index + 1}` : [])),
    );
    deepEqual(
      all.filter(({ group }) => group === "good examples").map(({ id }) => id),
      expected,
    );
  });

  it("hold the bad example after each fix", () => {
    const fixed = all.find(({ id }) => id === "fit-on-test#1 fixed 1");
    ok(fixed?.code.includes("test = scaler.transform(test)"), fixed?.code);
    equal(fixed?.group, "fixed bad examples");
  });

  it("are all that the table has entries for", () => {
    const names = new Set(all.map(({ id }) => id));
    deepEqual(
      Object.keys(readTable().programs).filter((id) => !names.has(id)),
      [],
    );
  });
});
