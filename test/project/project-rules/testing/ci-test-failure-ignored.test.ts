import { deepEqual } from "node:assert/strict";
import { expectIn, findingsIn, type Files } from "../project-findings.js";

const ml = { "train.py": "from sklearn.svm import SVC\n" };

function workflow(run: string, { job = "", on = "push" } = {}): Files {
  const lines = run.split("\n").map((line) => `          ${line}\n`);
  return {
    ...ml,
    ".github/workflows/ci.yml": `on: ${on}\njobs:\n  test:\n    runs-on: ubuntu-latest\n${job}    steps:\n      - run: |\n${lines.join("")}`,
  };
}

function expect(files: Files, ...expected: readonly string[]): Promise<void> {
  return expectIn("ci-test-failure-ignored", files, expected);
}

const ci = ".github/workflows/ci.yml";

describe("ci-test-failure-ignored", () => {
  it("names what swallows the failure, and what to write instead", () =>
    expect(
      workflow("pytest -q || true"),
      `${ci}:7 When \`pytest -q\` fails, CI passes all the same: \`|| true\` takes the place of its failure. Let nothing stand in for its failure.`,
    ));

  it("knows pipes, lists, lines that follow in a shell without `set -e`, and substitutions", async () => {
    await expect(
      workflow("pytest | tee log"),
      `${ci}:7 When \`pytest\` fails, CI passes all the same: without \`pipefail\`…`,
    );
    await expect(workflow("pytest && echo fine\necho done"), `${ci}:7 When \`pytest\` fails, …`);
    await expect(workflow("set +e\npytest\necho done"), `${ci}:8 When \`pytest\` fails, …`);
    await expect(workflow("echo $(pytest)"), `${ci}:7 When \`pytest\` fails, …`);
  });

  it("stands at a job or a step that may fail", () =>
    expect(
      workflow("pytest", { job: "    continue-on-error: true\n" }),
      `${ci}:5 When \`pytest\` fails, CI passes all the same: \`continue-on-error: true\`…`,
    ));

  it("stands in the script or the build file that is called, and names the job", async () => {
    const files = { ...workflow("make test"), Makefile: "test:\n\t-pytest tests\n" };
    const [finding, ...others] = await findingsIn("ci-test-failure-ignored", files);
    deepEqual([finding?.path, finding?.start, others], ["Makefile", { line: 2, column: 2 }, []]);
    deepEqual(
      finding?.related.map(({ path, start, message }) => [path, start.line, message]),
      [[ci, 6, "The job `test` runs it."]],
    );
  });

  it("says one cause once, whatever comes by it", () =>
    expect(
      {
        ...ml,
        "test.sh": "pytest\necho ok\n",
        ".gitlab-ci.yml": "a:\n  script: [sh test.sh]\nb:\n  script: [sh test.sh]\n",
      },
      "test.sh:1 When `pytest` fails, …",
    ));

  it("says once what a script lacks, however many tests it runs", () =>
    expect(
      { ...workflow("bash ci.sh"), "ci.sh": "pytest tests/data\npytest tests/code\ncat report\n" },
      "ci.sh:1 When `pytest tests/data` fails, …",
    ));

  it("knows the other systems", async () => {
    await expect(
      { ...ml, ".gitlab-ci.yml": "test:\n  script: [pytest]\n  allow_failure: true\n" },
      ".gitlab-ci.yml:3 When `pytest` fails, CI passes all the same: `allow_failure: true`…",
    );
    await expect(
      { ...ml, "azure-pipelines.yml": "steps:\n- script: |\n    pytest\n    echo ok\n" },
      "azure-pipelines.yml:3 When `pytest` fails, …",
    );
    await expect(
      {
        ...ml,
        Jenkinsfile:
          "pipeline {\n  stages {\n    stage('t') {\n      steps {\n        sh 'pytest || true'\n      }\n    }\n  }\n}\n",
      },
      "Jenkinsfile:5 When `pytest` fails, …",
    );
  });

  it("is silent where the failure arrives", async () => {
    await expect(workflow("pytest"));
    await expect(workflow("pytest || FAILED=1\nexit $FAILED"));
    await expect(workflow("set -o pipefail\npytest | tee log"));
    await expect(workflow("pytest --version || true"));
    await expect(workflow("ruff check || true"));
  });

  it("lets stand what somebody decided, where other tests gate", async () => {
    await expect(workflow("pytest\npytest tests/slow || true"));
    await expect({
      ...workflow("pytest"),
      ".gitlab-ci.yml": "nightly:\n  script: [pytest]\n  allow_failure: true\n",
    });
    await expect(workflow("pytest\npytest tests/gpu | tee log"), `${ci}:8 When \`pytest tests/gpu\` fails, …`);
  });

  it("is silent about a leg of a matrix that may fail", () =>
    expect(
      workflow("pytest", {
        job: "    continue-on-error: ${{ matrix.next }}\n    strategy:\n      matrix:\n        next: [true, false]\n",
      }),
    ));

  it("is silent about what runs by hand only, never, or as a condition", async () => {
    await expect(workflow("pytest || true", { on: "workflow_dispatch" }));
    await expect(workflow("pytest || true", { job: "    if: false\n" }));
    await expect(workflow("if pytest; then echo yes; else exit 1; fi"));
    await expect(workflow("! pytest tests/must_fail"));
  });

  it("is silent in a project that is not about machine learning", () =>
    expect({ ...workflow("pytest || true"), "train.py": "import flask\n" }));
});
