import { strict as assert } from "node:assert";
import { checkCases, ciOf, lines, system } from "../ci-of.js";

describe("continuous integration: the others", () => {
  checkCases([
    system(
      "Buildkite",
      {
        ".buildkite/pipeline.yml": lines(
          "steps:",
          "  - label: t",
          "    commands: [pip list, pytest, echo done]",
          "  - wait",
          "  - group: g",
          "    steps: [{command: pytest b}]",
        ),
      },
      ["pytest", "pytest b"],
    ),
    system(
      "Buildkite, allowed to fail",
      { ".buildkite/pipeline.yml": lines("steps:", "  - command: pytest", "    soft_fail: true") },
      ["pytest !allowed-to-fail"],
    ),
    system(
      "Buildkite, skipped",
      { ".buildkite/pipeline.yml": lines("steps:", "  - command: pytest", "    skip: not now") },
      [],
    ),
    system(
      "Buildkite, a matrix",
      { ".buildkite/pipeline.yml": lines("steps:", "  - command: pytest {{matrix}}", "    matrix: [a, b]") },
      ["pytest a", "pytest b"],
    ),
    system(
      "Travis",
      { ".travis.yml": lines("language: python", "install: [pip list]", "script:", "  - pytest", "  - python x.py") },
      ["pytest"],
    ),
    system("Travis, lines of one entry", { ".travis.yml": lines("script:", "  - |", "    pytest", "    echo done") }, [
      "pytest !followed",
    ]),
    system("Travis, after the result", { ".travis.yml": lines("script: [echo x]", "after_success: [pytest]") }, [
      "pytest !too-late",
    ]),
    system(
      "Travis, environments",
      { ".travis.yml": lines("env:", "  - PART=a", "  - PART=b", "script: pytest $PART") },
      ["pytest a", "pytest b"],
    ),
    system(
      "Travis, allowed to fail",
      {
        ".travis.yml": lines(
          "jobs:",
          "  include:",
          "    - name: x",
          "      script: pytest",
          "  allow_failures:",
          "    - name: x",
        ),
      },
      ["pytest !allowed-to-fail"],
    ),
    system(
      "Bitbucket",
      {
        "bitbucket-pipelines.yml": lines(
          "definitions:",
          "  steps:",
          "    - step: &t",
          "        script: [pytest, echo done]",
          "pipelines:",
          "  default:",
          "    - step: *t",
          "  pull-requests:",
          "    '**':",
          "      - parallel: [{step: {script: [pytest pr]}}]",
        ),
      },
      ["pytest", "pytest pr"],
    ),
    system(
      "Bitbucket, after the result",
      {
        "bitbucket-pipelines.yml": lines(
          "pipelines:",
          "  default:",
          "    - step: {script: [echo x], after-script: [pytest]}",
        ),
      },
      ["pytest !too-late"],
    ),
    system(
      "Drone",
      {
        ".drone.yml": lines(
          "kind: pipeline",
          "name: a",
          "steps:",
          "  - {name: t, image: x, commands: [pytest a, echo done]}",
          "---",
          "kind: pipeline",
          "name: b",
          "steps:",
          "  - {name: t, image: x, failure: ignore, commands: [pytest b]}",
        ),
      },
      ["pytest a", "pytest b !allowed-to-fail"],
    ),
    system(
      "Woodpecker",
      {
        ".woodpecker/test.yml": lines(
          "when: [{event: [push]}]",
          "matrix: {PART: [a, b]}",
          "steps:",
          "  t:",
          "    image: x",
          "    commands: [pytest $PART | tee log]",
        ),
      },
      ["pytest a !pipe", "pytest b !pipe"],
    ),
  ]);
  it("knows when Drone and Bitbucket run", async () => {
    const drone = await ciOf({
      ".drone.yml": lines("kind: pipeline", "trigger: {event: [cron, pull_request]}", "steps: []"),
    });
    assert.deepEqual(drone.jobs[0]?.triggers, ["schedule", "pull-request"]);
    const bitbucket = await ciOf({
      "bitbucket-pipelines.yml": lines("pipelines:", "  custom:", "    x: [{step: {script: [pytest]}}]"),
    });
    assert.deepEqual(bitbucket.jobs[0]?.triggers, ["manual"]);
  });
});
