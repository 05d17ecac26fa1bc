import { type Case, checkCases, type Files, lines, system } from "../ci-of.js";

describe("continuous integration: CircleCI", () => {
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
