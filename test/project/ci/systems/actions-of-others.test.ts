import { deepEqual } from "node:assert/strict";
import { ciOf, type Files, shown } from "../ci-of.js";

const using = (action: string, more = ""): Files => ({
  ".github/workflows/ci.yml": `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: ${action}\n${more}`,
});

describe("actions of others", () => {
  it("stand for the command that they are known to run", async () => {
    const runs = async (action: string) => (await ciOf(using(action))).runs.map(shown);
    deepEqual(await runs("pavelzw/pytest-action@v2"), ["pytest"]);
    deepEqual(await runs("psf/black@stable"), ["black --check ."]);
  });

  it("are told as unknown where they speak of tests or checks that nobody knows", async () => {
    const unknowns = async (action: string, more?: string) =>
      (await ciOf(using(action, more))).unknowns.map(({ detail }) => detail);
    const said = (action: string): readonly string[] => [`what the action \`${action}\` runs is its own affair`];
    deepEqual(await unknowns("acme/run-tests@v1"), said("acme/run-tests@v1"));
    deepEqual(await unknowns("acme/lint-action@main"), said("acme/lint-action@main"));
    deepEqual(await unknowns("acme/run-tests@v1", "        with: {run: pytest}\n"), []);
    for (const other of [
      "actions/checkout@v4",
      "acme/publish-test-results@v2",
      "acme/eslint-action@v1",
      "acme/latest@v1",
    ])
      deepEqual(await unknowns(other), []);
  });
});
