import { strict as assert } from "node:assert";
import { type Case, checkCases, ciOf, type Files, lines, system } from "../ci-of.js";

describe("continuous integration: GitLab", () => {
  const gitlab = (
    name: string,
    text: string,
    more: Files,
    runs: readonly string[],
    ...unknown: readonly RegExp[]
  ): Case => system(name, { ".gitlab-ci.yml": text, ...more }, runs, ...unknown);
  checkCases([
    gitlab("a job", lines("test:", "  script:", "    - pip list", "    - pytest", "    - echo done"), {}, ["pytest"]),
    gitlab(
      "what stands before and after",
      lines("before_script: [cd ml]", "after_script: [pytest after]", "test:", "  script: [make test]"),
      { "ml/Makefile": "test:\n\tpytest\n" },
      ["pytest", "pytest after !too-late"],
    ),
    gitlab("a job that may fail", lines("test:", "  allow_failure: true", "  script: pytest"), {}, [
      "pytest !allowed-to-fail",
    ]),
    gitlab("a job that a person starts", lines("test:", "  when: manual", "  script: pytest"), {}, [
      "pytest !allowed-to-fail",
    ]),
    gitlab(
      "a job that extends another",
      lines(
        ".base:",
        "  variables: {PART: unit}",
        "  script: [pytest $PART]",
        "test:",
        "  extends: .base",
        "  variables: {PART: slow}",
      ),
      {},
      ["pytest slow"],
    ),
    gitlab(
      "a reference",
      lines(
        ".setup:",
        "  script: [set +e]",
        "test:",
        "  script:",
        "    - !reference [.setup, script]",
        "    - pytest",
        "    - echo done",
      ),
      {},
      ["pytest !followed"],
    ),
    gitlab("an anchor", lines(".s: &s", "  script: [pytest]", "test:", "  <<: *s"), {}, ["pytest"]),
    gitlab(
      "a file that is included",
      lines("include: ci/test.yml"),
      { "ci/test.yml": lines("test:", "  script: pytest") },
      ["pytest"],
    ),
    gitlab(
      "files that are included by a star",
      lines("include:", "  - local: ci/*.yml"),
      { "ci/a.yml": lines("a:", "  script: pytest a"), "ci/b.yml": lines("b:", "  script: pytest b") },
      ["pytest a", "pytest b"],
    ),
    gitlab(
      "a file of another project",
      lines("include:", "  - project: group/ci", "    file: x.yml", "test:", "  script: pytest"),
      {},
      ["pytest"],
      /not in this project/,
    ),
    gitlab(
      "files that include each other",
      lines("include: ci/a.yml"),
      { "ci/a.yml": lines("include: .gitlab-ci.yml", "test: {script: pytest}") },
      ["pytest"],
      /not in this project/,
    ),
    gitlab(
      "a matrix",
      lines("test:", "  parallel:", "    matrix:", "      - PART: [a, b]", "  script: pytest $PART"),
      {},
      ["pytest a", "pytest b"],
    ),
    gitlab("rules that let nothing through", lines("test:", "  rules: [{when: never}]", "  script: pytest"), {}, []),
    gitlab("before `&&`", lines("test:", "  script:", "    - pytest && echo ok", "    - echo done"), {}, [
      "pytest !and-list",
    ]),
  ]);
  for (const [rule, triggers] of [
    ["rules: [{if: '$CI_PIPELINE_SOURCE == \"merge_request_event\"'}]", ["pull-request"]],
    ["rules: [{if: '$CI_PIPELINE_SOURCE == \"schedule\"'}]", ["schedule"]],
    ["rules: [{if: '$CI_COMMIT_BRANCH == \"main\"'}]", ["push"]],
    ["only: [merge_requests, main]", ["pull-request", "push"]],
    ["stage: test", ["push", "tag", "schedule", "manual"]],
  ] as const) {
    it(`runs by ${rule}`, async () => {
      const { jobs } = await ciOf({ ".gitlab-ci.yml": lines("t:", `  ${rule}`, "  script: pytest") });
      assert.deepEqual(jobs[0]?.triggers, triggers);
    });
  }
});
