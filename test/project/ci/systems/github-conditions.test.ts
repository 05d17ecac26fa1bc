import { deepEqual } from "node:assert/strict";
import { ciOf, shown } from "../ci-of.js";

const steps = (condition: string): string =>
  `      - if: ${condition}\n        run: pytest\n        shell: bash\n      - run: echo done\n        shell: bash\n`;
const called = async (condition: string, given: string): Promise<readonly string[]> => {
  const ci = await ciOf({
    ".github/workflows/ci.yml": `on: push\njobs:\n  a:\n    uses: ./.github/workflows/tests.yml\n    with: {full: ${given}}\n`,
    ".github/workflows/tests.yml": `on:\n  workflow_call:\n    inputs:\n      full: {type: boolean}\njobs:\n  t:\n    runs-on: x\n    steps:\n${steps(condition)}`,
  });
  return ci.runs.map(shown).filter((run) => run.startsWith("pytest"));
};
const inAction = async (condition: string, given: string): Promise<readonly string[]> => {
  const ci = await ciOf({
    ".github/workflows/ci.yml": `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: ./act\n        with: {full: "${given}"}\n`,
    "act/action.yml": `inputs: {full: {default: ""}}\nruns:\n  using: composite\n  steps:\n${steps(condition)}`,
  });
  return ci.runs.map(shown).filter((run) => run.startsWith("pytest"));
};

describe("conditions on an input whose value is handed in", () => {
  it("leave out the steps of a called workflow for which they do not hold", async () => {
    deepEqual(await called("inputs.full", "true"), ["pytest"]);
    deepEqual(await called("${{ !inputs.full }}", "true"), []);
    deepEqual(await called("inputs.full", "false"), []);
    deepEqual(await called("${{ !inputs.full }}", "false"), ["pytest"]);
  });

  it("leave out those of an action, where a text that says false is still a text", async () => {
    deepEqual(await inAction("inputs.full == 'yes'", "yes"), ["pytest"]);
    deepEqual(await inAction("inputs.full == 'yes'", "no"), []);
    deepEqual(await inAction("inputs.full", ""), []);
    deepEqual(await inAction("inputs.full", "false"), ["pytest"]);
  });

  it("keep what only the run knows", async () => {
    deepEqual(await called("inputs.other", "true"), ["pytest"]);
    deepEqual(await called("inputs.full && github.ref == 'main'", "false"), ["pytest"]);
  });
});
