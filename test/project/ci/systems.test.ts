import { strict as assert } from "node:assert";
import { testRuns } from "../../../src/project/ci/queries.js";
import { type Case, checkCases, ciOf, type Files } from "./ci-of.js";

function lines(...text: readonly string[]): string {
  return `${text.join("\n")}\n`;
}

function system(name: string, files: Files, runs: readonly string[], ...unknown: readonly RegExp[]): Case {
  return { name, files, runs, unknown };
}

describe("the systems of continuous integration", () => {
  describe("GitHub Actions", () => {
    const github = (
      name: string,
      text: string,
      more: Files,
      runs: readonly string[],
      ...unknown: readonly RegExp[]
    ): Case => system(name, { ".github/workflows/ci.yaml": text, ...more }, runs, ...unknown);
    const job = (...steps: readonly string[]): string =>
      lines(
        "on: [push]",
        "jobs:",
        "  t:",
        "    runs-on: ubuntu-latest",
        "    steps:",
        ...steps.map((step) => `      ${step}`),
      );
    checkCases([
      github(
        "a matrix in a command",
        lines(
          "on: push",
          "jobs:",
          "  t:",
          "    strategy:",
          "      matrix:",
          "        part: [unit, slow]",
          "    steps:",
          "      - run: pytest tests/${{ matrix.part }}",
        ),
        {},
        ["pytest tests/unit", "pytest tests/slow"],
      ),
      github(
        "a matrix that includes and excludes",
        lines(
          "on: push",
          "jobs:",
          "  t:",
          "    strategy:",
          "      matrix:",
          "        part: [a, b]",
          "        exclude:",
          "          - part: b",
          "        include:",
          "          - part: c",
          "    steps:",
          "      - run: pytest ${{ matrix.part }}",
        ),
        {},
        ["pytest a", "pytest c"],
      ),
      github(
        "a matrix in the environment",
        lines(
          "on: push",
          "jobs:",
          "  t:",
          "    strategy: {matrix: {env: [py310, lint]}}",
          "    env:",
          "      TOXENV: ${{ matrix.env }}",
          "    steps:",
          "      - run: tox",
        ),
        { "tox.ini": "[testenv]\ncommands = pytest\n[testenv:lint]\ncommands = ruff .\n" },
        ["pytest"],
      ),
      github(
        "variables of the workflow",
        lines(
          "on: push",
          "env: {ARGS: -x}",
          "jobs:",
          "  t:",
          "    steps:",
          "      - run: pytest $ARGS ${{ env.ARGS }}",
        ),
        {},
        ["pytest -x -x"],
      ),
      github("a value that only the run knows", job("- run: pytest --seed ${{ github.run_id }}"), {}, [
        "pytest --seed ${CI_EXPRESSION}",
      ]),
      github(
        "a working directory",
        job("- run: make test", "  working-directory: ml"),
        { "ml/Makefile": "test:\n\tpytest\n" },
        ["pytest"],
      ),
      github(
        "a composite action",
        job("- uses: ./.github/actions/test", "  with: {part: unit}"),
        {
          ".github/actions/test/action.yml": lines(
            "inputs:",
            "  part: {default: all}",
            "runs:",
            "  using: composite",
            "  steps:",
            "    - run: pytest tests/${{ inputs.part }}",
            "      shell: bash",
          ),
        },
        ["pytest tests/unit"],
      ),
      github(
        "a composite action that may fail",
        job("- uses: ./act", "  continue-on-error: true"),
        { "act/action.yaml": lines("runs:", "  using: composite", "  steps:", "    - {run: pytest, shell: bash}") },
        ["pytest !allowed-to-fail"],
      ),
      github(
        "a composite action that uses itself",
        job("- uses: ./act"),
        {
          "act/action.yml": lines(
            "runs:",
            "  using: composite",
            "  steps:",
            "    - {run: pytest, shell: bash}",
            "    - uses: ./act",
          ),
        },
        ["pytest"],
        /leads back to itself/,
      ),
      github(
        "a reusable workflow",
        lines("on: push", "jobs:", "  t:", "    uses: ./.github/workflows/tests.yml", "    with: {part: fast}"),
        {
          ".github/workflows/tests.yml": lines(
            "on:",
            "  workflow_call:",
            "    inputs:",
            "      part: {type: string}",
            "jobs:",
            "  run:",
            "    steps:",
            "      - run: pytest -m ${{ inputs.part }}",
          ),
        },
        ["pytest -m fast"],
      ),
      github(
        "a workflow of another repository",
        lines("on: push", "jobs:", "  t:", "    uses: org/repo/.github/workflows/x.yml@v1"),
        {},
        [],
        /not in this project/,
      ),
      github(
        "a script that is handed to another repository's workflow",
        lines(
          "on: push",
          "jobs:",
          "  t:",
          "    uses: org/repo/.github/workflows/x.yml@v1",
          "    with:",
          "      script: |",
          "        pytest a",
          "        pytest b",
        ),
        {},
        ["pytest a !followed", "pytest b"],
        /not in this project/,
      ),
      github(
        "a command that is handed to an action",
        job("- uses: nick-fields/retry@v3", "  with:", "    command: pytest -q"),
        {},
        ["pytest -q"],
      ),
      github(
        "pre-commit's own action",
        job("- uses: pre-commit/action@v3"),
        { ".pre-commit-config.yaml": "repos:\n  - repo: local\n    hooks:\n      - {id: t, entry: pytest}\n" },
        ["pytest"],
      ),
      github(
        "Docker's own action",
        job("- uses: docker/build-push-action@v6", "  with: {context: ., target: test}"),
        { Dockerfile: "FROM x AS test\nRUN pytest\nFROM x\nRUN pip list\n" },
        ["pytest"],
      ),
      github(
        "Windows' shell",
        lines(
          "on: push",
          "jobs:",
          "  t:",
          "    runs-on: windows-latest",
          "    steps:",
          "      - run: |",
          "          pytest a",
          "          pytest b",
        ),
        {},
        ["pytest a !followed", "pytest b"],
      ),
      github(
        "steps from an anchor",
        lines("on: push", "jobs:", "  a:", "    steps: &steps", "      - run: pytest", "  b:", "    steps: *steps"),
        {},
        ["pytest", "pytest"],
      ),
      github(
        "allowed to fail in some legs",
        lines(
          "on: push",
          "jobs:",
          "  t:",
          "    continue-on-error: ${{ matrix.part == 'slow' }}",
          "    strategy: {matrix: {part: [unit, slow]}}",
          "    steps:",
          "      - run: pytest -m ${{ matrix.part }}",
        ),
        {},
        ["pytest -m unit", "pytest -m slow !allowed-to-fail"],
      ),
      github(
        "a repository that is checked out into a folder",
        job("- uses: actions/checkout@v4", "  with: {path: repo}", "- run: make test", "  working-directory: repo/ml"),
        { "ml/Makefile": "test:\n\tpytest\n" },
        ["pytest"],
      ),
      github(
        "PowerShell that asks for the status",
        job(
          "- shell: pwsh",
          "  run: |",
          "    pytest -q `",
          "      tests",
          "    # a program's failure is no exception",
          "    if ($LASTEXITCODE -ne 0) { throw 'no' }",
          "    pip list",
        ),
        {},
        ["pytest -q tests"],
      ),
      system(
        "a workflow in another folder never runs",
        { "sub/.github/workflows/ci.yml": lines("on: push", "jobs: {t: {steps: [{run: pytest}]}}") },
        [],
      ),
    ]);

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
  });

  describe("GitLab", () => {
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

  describe("Azure Pipelines", () => {
    const azure = (
      name: string,
      text: string,
      more: Files,
      runs: readonly string[],
      ...unknown: readonly RegExp[]
    ): Case => system(name, { "azure-pipelines.yml": text, ...more }, runs, ...unknown);
    checkCases([
      azure("steps", lines("steps:", "  - script: pytest", "  - bash: pytest b"), {}, ["pytest", "pytest b"]),
      azure("there is no `set -e`", lines("steps:", "  - script: |", "      pytest", "      echo done"), {}, [
        "pytest !followed",
      ]),
      azure(
        "`set -e` of one's own",
        lines("steps:", "  - script: |", "      set -e", "      pytest", "      echo done"),
        {},
        ["pytest"],
      ),
      azure(
        "a step that may fail",
        lines("jobs:", "  - job: t", "    steps:", "      - script: pytest", "        continueOnError: true"),
        {},
        ["pytest !allowed-to-fail"],
      ),
      azure("a step that is switched off", lines("steps:", "  - script: pytest", "    enabled: false"), {}, []),
      azure(
        "stages, variables and a matrix",
        lines(
          "stages:",
          "  - stage: s",
          "    jobs:",
          "      - job: t",
          "        strategy:",
          "          matrix:",
          "            a: {PART: unit}",
          "            b: {PART: slow}",
          "        steps:",
          "          - script: pytest $(PART)",
        ),
        {},
        ["pytest unit", "pytest slow"],
      ),
      azure(
        "a template of steps",
        lines("steps:", "  - template: ci/steps.yml", "    parameters: {part: unit}"),
        { "ci/steps.yml": lines("parameters:", "  part: all", "steps:", "  - script: pytest ${{ parameters.part }}") },
        ["pytest unit"],
      ),
      azure(
        "a template of jobs",
        lines("jobs:", "  - template: ci/jobs.yml"),
        { "ci/jobs.yml": lines("jobs:", "  - job: t", "    steps:", "      - script: pytest") },
        ["pytest"],
      ),
      azure(
        "a template of another repository",
        lines("steps:", "  - template: x.yml@shared"),
        {},
        [],
        /not in this project/,
      ),
      azure(
        "a task with a script",
        lines("steps:", "  - task: Bash@3", "    inputs:", "      targetType: inline", "      script: pytest"),
        {},
        ["pytest"],
      ),
      azure(
        "a task with a file",
        lines("steps:", "  - task: Bash@3", "    inputs:", "      filePath: ci/t.sh"),
        { "ci/t.sh": "set -e\npytest\n" },
        ["pytest"],
      ),
      azure(
        "Windows",
        lines("pool: {vmImage: windows-latest}", "steps:", "  - script: |", "      pytest", "      pip list"),
        {},
        ["pytest !followed"],
      ),
      azure(
        "a condition of the template language",
        lines("steps:", "  - ${{ if eq(variables.x, 1) }}:", "      - script: pytest"),
        {},
        ["pytest"],
      ),
    ]);
    it("runs for pushes and pull requests unless it says otherwise", async () => {
      const steps = ["steps:", "  - script: pytest"];
      const triggers = async (...head: readonly string[]) =>
        (await ciOf({ "azure-pipelines.yml": lines(...head, ...steps) })).jobs[0]?.triggers;
      assert.deepEqual(await triggers(), ["manual", "push", "pull-request"]);
      assert.deepEqual(await triggers("trigger: none", "pr: none", "schedules: [{cron: '0 0 * * *'}]"), [
        "manual",
        "schedule",
      ]);
    });
  });

  describe("CircleCI", () => {
    const circle = (
      name: string,
      text: string,
      more: Files,
      runs: readonly string[],
      ...unknown: readonly RegExp[]
    ): Case => system(name, { ".circleci/config.yml": text, ...more }, runs, ...unknown);
    const flow = lines("workflows:", "  w:", "    jobs: [t]");
    checkCases([
      circle(
        "a job",
        lines("jobs:", "  t:", "    steps:", "      - checkout", "      - run: pytest | tee log") + flow,
        {},
        ["pytest"],
      ),
      circle(
        "a shell of one's own",
        lines("jobs:", "  t:", "    steps:", "      - run: {command: pytest | tee log, shell: /bin/sh -e}") + flow,
        {},
        ["pytest !pipe"],
      ),
      circle(
        "a command with parameters",
        lines(
          "commands:",
          "  check:",
          "    parameters: {part: {type: string, default: all}}",
          "    steps:",
          "      - run: pytest << parameters.part >>",
          "jobs:",
          "  t:",
          "    steps:",
          "      - check: {part: unit}",
        ) + flow,
        {},
        ["pytest unit"],
      ),
      circle(
        "a command of an orb",
        lines("jobs:", "  t:", "    steps:", "      - python/install-packages", "      - run: pytest") + flow,
        {},
        ["pytest"],
        /not in this project/,
      ),
      circle(
        "a job that no workflow runs",
        lines("jobs:", "  t: {steps: [{run: pytest t}]}", "  u: {steps: [{run: pytest u}]}") + flow,
        {},
        ["pytest t"],
      ),
      circle(
        "a job of an orb",
        lines("jobs: {}", "workflows:", "  w:", "    jobs: [python/test]"),
        {},
        [],
        /comes from an orb/,
      ),
      circle(
        "a matrix",
        lines(
          "jobs:",
          "  t:",
          "    parameters: {part: {type: string}}",
          "    steps:",
          "      - run: pytest << parameters.part >>",
          "workflows:",
          "  w:",
          "    jobs:",
          "      - t:",
          "          matrix: {parameters: {part: [a, b]}}",
        ),
        {},
        ["pytest a", "pytest b"],
      ),
      circle(
        "a step after a failure",
        lines("jobs:", "  t:", "    steps:", "      - run: {command: pytest, when: on_fail}") + flow,
        {},
        ["pytest !too-late"],
      ),
      circle(
        "a step under a condition that is false",
        lines(
          "jobs:",
          "  t:",
          "    steps:",
          "      - when:",
          "          condition: false",
          "          steps: [{run: pytest}]",
        ) + flow,
        {},
        [],
      ),
    ]);
  });

  describe("Jenkins", () => {
    const jenkins = (name: string, body: readonly string[], runs: readonly string[], more: Files = {}): Case =>
      system(
        name,
        {
          Jenkinsfile: lines(
            "pipeline {",
            "  agent any",
            "  stages {",
            "    stage('Test') {",
            "      steps {",
            ...body,
            "      }",
            "    }",
            "  }",
            "}",
          ),
          ...more,
        },
        runs,
      );
    checkCases([
      jenkins("a step", ["sh 'pytest -q'"], ["pytest -q"]),
      jenkins("several lines", ["sh '''", "  pytest", "  echo done", "'''"], ["pytest"]),
      jenkins(
        "a script with its own first line",
        ["sh '''#!/bin/bash", "pytest", "echo done", "'''"],
        ["pytest !followed"],
      ),
      jenkins(
        "a status that is taken",
        ["script { def s = sh(script: 'pytest', returnStatus: true) }"],
        ["pytest !or-ignored"],
      ),
      jenkins("`catchError` fails the build in the end", ["catchError { sh 'pytest' }"], ["pytest"]),
      jenkins(
        "`catchError` that lets the build pass",
        ["catchError(buildResult: 'SUCCESS', stageResult: 'FAILURE') { sh 'pytest' }"],
        ["pytest !or-ignored"],
      ),
      jenkins(
        "an exception that is taken",
        ["script { try { sh 'pytest' } catch (e) { echo 'no' } }"],
        ["pytest !or-ignored"],
      ),
      jenkins(
        "an exception that is thrown again",
        ["script { try { sh 'pytest' } catch (e) { throw e } }"],
        ["pytest"],
      ),
      jenkins("another folder", ["dir('ml') { sh 'make test' }"], ["pytest"], { "ml/Makefile": "test:\n\tpytest\n" }),
      jenkins("Windows", ["bat 'pytest'"], ["pytest"]),
      jenkins("comments", ["// sh 'pytest a'", "/* sh 'pytest b' */"], []),
      system("scripted", { Jenkinsfile: lines("node {", "  stage('t') {", '    sh "pytest tests"', "  }", "}") }, [
        "pytest tests",
      ]),
      system("after the result", { Jenkinsfile: lines("pipeline {", "  post { always { sh 'pytest' } }", "}") }, [
        "pytest !too-late",
      ]),
    ]);
  });

  describe("the others", () => {
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
      system(
        "Travis, lines of one entry",
        { ".travis.yml": lines("script:", "  - |", "    pytest", "    echo done") },
        ["pytest !followed"],
      ),
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
});
