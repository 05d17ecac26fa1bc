import { shorten } from "../../../rules/wording.js";
import type { Break, BreakKind, Place } from "../../ci/model.js";
import { isAutomatic, isGating, testRuns } from "../../ci/queries.js";
import type { Run } from "../../ci/resolve.js";
import { defineProjectRule, type ProjectReport } from "../project-rule.js";
import { lineSpan, type ProjectView } from "../project-view.js";

export default defineProjectRule({
  meta: {
    id: "ci-test-failure-ignored",
    stage: "testing",
    languages: [],
    files: "what continuous integration runs: its own files, and the scripts and build files that they call",
    severity: "warning",
    preset: "recommended",
    summary: "Tests can fail in CI and the job still passes",
    why: "A failing test that does not stop the change is a test that nobody runs: the next broken model is merged behind a green tick.",
    fix: "Let the status of the test run decide the job: no `|| true`, `set -e` in scripts, `set -o pipefail` before a pipe.",
    guide: "testing/tests-and-ci#ci-services",
    libraries: [],
    topics: [],
    since: "0.1.0",
  },

  examples: [
    {
      bad: {
        "train.py": "import torch\n",
        ".github/workflows/ci.yml": `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: pytest tests | tee report.txt
`,
      },
      good: {
        "train.py": "import torch\n",
        ".github/workflows/ci.yml": `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: |
          set -o pipefail
          pytest tests | tee report.txt
`,
      },
    },
    {
      title: "A script is followed: without `set -e` its last command decides.",
      bad: {
        "train.py": "import sklearn\n",
        ".gitlab-ci.yml": "test:\n  script:\n    - bash ci/test.sh\n",
        "ci/test.sh": "pytest\necho finished\n",
      },
      good: {
        "train.py": "import sklearn\n",
        ".gitlab-ci.yml": "test:\n  script:\n    - bash ci/test.sh\n",
        "ci/test.sh": "set -e\npytest\necho finished\n",
      },
    },
    {
      title: "What is written to be ignored is reported where no other test run counts.",
      bad: {
        "train.py": "import keras\n",
        ".github/workflows/ci.yml": `on: [push, pull_request]
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - run: python -m pytest || true
`,
      },
      good: {
        "train.py": "import keras\n",
        ".github/workflows/ci.yml": `on: [push, pull_request]
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - run: python -m pytest
      - run: python -m pytest tests/slow || true
`,
      },
    },
  ],

  mayStandIn: (path) => runByMachines.test(path),

  check: async (project) => {
    const runs = testRuns(await project.ci()).filter(isAutomatic);
    const anyGates = runs.some(isGating);
    const found = new Map<string, ProjectReport>();
    for (const run of runs) {
      const cause = causeOf(run, anyGates);
      const report = cause === undefined ? undefined : await reportOf(run, cause, project);
      if (cause === undefined || report === undefined) continue;
      // The legs of a matrix and the jobs that share a script have one cause; so have the runs of a script without `set -e`.
      const step = cause.kind === "followed" ? run.chain.at(-1) : undefined;
      const key = step === undefined ? `${report.path}:${report.at.start}` : `${step.path}:${step.line}`;
      if (!found.has(key)) found.set(key, report);
    }
    if (found.size === 0 || !(await project.isMachineLearning())) return [];
    return [...found.values()];
  },
});

/** Configurations, scripts, and what has a name of its own or none: `Makefile`, `Jenkinsfile`, `ci/run`. */
const runByMachines =
  /(?:^|\/)(?:[^/.]+|[^/]*(?:file|\.(?:ya?ml|sh|bash|ps1|bat|cmd|mk|make|toml|ini|cfg|json|py|groovy|just)))$/i;

/** Slips of the shell, which nobody means. */
const slips: ReadonlySet<BreakKind> = new Set(["followed", "and-list", "pipe", "substitution"]);
/** What somebody wrote on purpose: it stands against nothing where other tests gate. */
const decisions: ReadonlySet<BreakKind> = new Set([
  "allowed-to-fail",
  "or-ignored",
  "ignored-by-tool",
  "background",
  "not-waited",
  "too-late",
]);

/** Why a failure of this run goes unnoticed; undefined where it does not, where it may be wanted, and where that is not known. */
function causeOf({ breaks }: Run, anyGates: boolean): Break | undefined {
  // Some legs of a matrix, a version that is not out yet, may fail.
  if (breaks.some(({ when }) => when !== undefined)) return undefined;
  // Whatever slips stand beside it: this run was never meant to count.
  if (anyGates && breaks.some(({ kind }) => !slips.has(kind))) return undefined;
  return breaks.every(({ kind }) => slips.has(kind) || decisions.has(kind)) ? breaks[0] : undefined;
}

async function reportOf(run: Run, cause: Break, project: ProjectView): Promise<ProjectReport | undefined> {
  const isAtRun = cause.kind === "followed" || cause.kind === "and-list";
  const at = isAtRun ? run.place : cause.place;
  const path = project.nameOf(at.path);
  const text = path === undefined ? undefined : await project.read(path);
  if (path === undefined || text === undefined) return undefined;
  const what = shorten(run.argv.join(" "));
  return {
    path,
    at: lineSpan(text, at.line),
    message: `When \`${what}\` fails, CI passes all the same: ${cause.detail}. ${advice(cause)}`,
    related: await jobPlace(run, at, project),
  };
}

/** The step that leads to it, where the line that is to be changed stands in another file. */
async function jobPlace(
  { job, chain }: Run,
  at: Place,
  project: ProjectView,
): Promise<ProjectReport["related"] & object> {
  const [step] = chain;
  const path = step === undefined || step.path === at.path ? undefined : project.nameOf(step.path);
  const text = path === undefined ? undefined : await project.read(path);
  if (step === undefined || path === undefined || text === undefined) return [];
  return [{ at: { ...lineSpan(text, step.line), path }, message: `The job \`${job.name}\` runs it.` }];
}

function advice({ kind, detail }: Break): string {
  switch (kind) {
    case "followed":
      return detail.includes("set -e")
        ? "Begin the script with `set -e`."
        : "Leave with the status of the test run behind it.";
    case "and-list":
      return "Write the test run on a line of its own.";
    case "pipe":
      return "Write `set -o pipefail` before it.";
    case "substitution":
      return "Run the tests outside of `$(...)`.";
    case "or-ignored":
      return "Let nothing stand in for its failure.";
    case "background":
    case "not-waited":
      return "Wait for its end, and leave with its status.";
    case "too-late":
      return "Run the tests before the result is decided.";
    default:
      return "Take that away, so that a failing test stops the change.";
  }
}
