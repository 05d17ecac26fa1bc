import { strict as assert } from "node:assert";
import { testRuns } from "../../../../src/project/ci/queries.js";
import { ciOf, lines } from "../ci-of.js";

describe("when GitHub Actions run, and when not", () => {
  const triggersOf = async (on: string): Promise<readonly string[]> => {
    const { jobs } = await ciOf({
      ".github/workflows/ci.yml": lines(`on: ${on}`, "jobs:", "  t:", "    steps: [{run: pytest}]"),
    });
    return jobs[0]?.triggers ?? [];
  };
  for (const [on, triggers] of [
    ["push", ["push", "tag"]],
    ["[push, pull_request]", ["push", "tag", "pull-request"]],
    ["{push: {branches: [main]}}", ["push"]],
    ["{push: {tags: ['v*']}}", ["tag"]],
    ["{schedule: [{cron: '0 0 * * *'}], workflow_dispatch: }", ["schedule", "manual"]],
    ["{pull_request_target: , merge_group: }", ["pull-request"]],
    ["{workflow_run: {workflows: [x]}}", ["other"]],
  ] as const) {
    it(`runs on ${on}`, async () => assert.deepEqual(await triggersOf(on), triggers));
  }

  it("names workflows that are switched off by their name", async () => {
    const ci = await ciOf({
      ".github/workflows/ci.yml.disabled": lines("on: push", "jobs: {t: {steps: [{run: pytest}]}}"),
    });
    assert.deepEqual(testRuns(ci), []);
    assert.deepEqual(
      ci.disabled.map(({ place }) => place.path),
      ["/p/.github/workflows/ci.yml.disabled"],
    );
  });

  it("keeps a job that never runs, with the reason, and leaves it out of the answers", async () => {
    const ci = await ciOf({
      ".github/workflows/ci.yml": lines(
        "on: push",
        "jobs:",
        "  t:",
        "    if: false",
        "    needs: [a, b]",
        "    steps: [{run: pytest}]",
      ),
    });
    assert.equal(ci.jobs[0]?.disabled?.why, "`if: false`");
    assert.equal(ci.jobs[0].disabled.place.line, 4);
    assert.deepEqual(ci.jobs[0].needs, ["a", "b"]);
    assert.equal(ci.runs.length, 1);
    assert.deepEqual(testRuns(ci), []);
  });
  it("leaves out a job that waits for one that never runs, unless it runs whatever became of that", async () => {
    const ci = await ciOf({
      ".github/workflows/ci.yml": lines(
        "on: push",
        "jobs:",
        "  after: {needs: between, steps: [{run: pytest a}]}",
        "  between: {needs: [off], steps: [{run: pytest b}]}",
        "  off: {if: false, steps: [{run: pytest c}]}",
        "  always: {needs: off, if: always(), steps: [{run: pytest d}]}",
        "  round: {needs: round, steps: [{run: pytest e}]}",
      ),
    });
    assert.deepEqual(
      ci.jobs.map(({ name, disabled }) => [name, disabled?.why]),
      [
        ["after", "it needs `between`, which never runs"],
        ["between", "it needs `off`, which never runs"],
        ["off", "`if: false`"],
        ["always", undefined],
        ["round", undefined],
      ],
    );
  });
});
