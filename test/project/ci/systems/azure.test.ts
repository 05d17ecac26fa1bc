import { strict as assert } from "node:assert";
import { type Case, checkCases, ciOf, type Files, lines, system } from "../ci-of.js";

describe("continuous integration: Azure Pipelines", () => {
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
