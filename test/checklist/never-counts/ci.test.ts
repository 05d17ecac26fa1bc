import { type CiItem, ciItems } from "./ci-items.js";
import { laxCountsForLess, type LookAlikes, onlyTheRealCounts, type Texts } from "./counts.js";
import { folders } from "./places.js";

describe("a command that no job runs never counts", () => {
  for (const item of ciItems) {
    it(`is no evidence for ${item.id}, which the same command is in a job of every change`, () =>
      onlyTheRealCounts(trialOf(item), lookAlikes(item)));
  }
});

describe("a command whose failure goes unnoticed", () => {
  for (const item of ciItems.filter(({ gates }) => gates)) {
    it(`counts for less than one that stops the change for ${item.id}`, () =>
      laxCountsForLess(trialOf(item), lax(item)));
  }
});

function trialOf(item: CiItem): { readonly id: string; readonly nothing: Texts; readonly real: Texts } {
  return { id: item.id, nothing: withJob(item, "echo nothing"), real: withJob(item, item.run) };
}

const path = ".github/workflows/ci.yml";

/** What stands about a command: the event, and the lines of the job and of the step. */
interface Frame {
  readonly on?: string;
  readonly job?: string;
  readonly step?: string;
}

function workflow(run: string, { on = "[push, pull_request]", job, step }: Frame = {}): string {
  const more = (line: string | undefined, indent: string): string => (line === undefined ? "" : `${indent}${line}\n`);
  return `on: ${on}\njobs:\n  check:\n    runs-on: ubuntu-latest\n${more(job, "    ")}    steps:\n      - uses: actions/checkout@v4\n      - run: ${run}\n${more(step, "        ")}`;
}

const withText = ({ rest }: CiItem, text: string): Texts => ({ ...rest, [path]: text });
const withJob = (item: CiItem, run: string, frame: Frame = {}): Texts => withText(item, workflow(run, frame));
const block = (...lines: readonly string[]): string => `|\n${lines.map((line) => `          ${line}`).join("\n")}`;

function lookAlikes(item: CiItem): LookAlikes {
  const { run, tool } = item;
  const real = workflow(run);
  const inFile = (place: string): Texts => ({ ...withJob(item, "echo nothing"), [place]: real });
  return {
    "a job that is off": withJob(item, run, { job: "if: false" }),
    "a job that an expression turns off": withJob(item, run, { job: "if: ${{ false }}" }),
    "a step that is off": withJob(item, run, { step: "if: false" }),
    "a step that an expression turns off": withJob(item, run, { step: "if: ${{ false }}" }),
    "a file that is disabled": inFile(".github/workflows/check.yml.disabled"),
    "a file that ends otherwise": inFile(".github/workflows/check.yml.bak"),
    "a folder that is disabled": inFile(".github/workflows-disabled/check.yml"),
    "a workflow in a folder of the folder": inFile(".github/workflows/old/check.yml"),
    "the workflow in comments": withText(item, real.replace(/^/gm, "# ")),
    "the job in comments": withText(
      item,
      `${workflow("echo nothing")}${real.slice(real.indexOf("  check:")).replace(/^/gm, "  # ")}`,
    ),
    "the step in a comment": withText(item, `${workflow("echo nothing")}      # - run: ${run}\n`),
    "a comment behind another step": withJob(item, `echo nothing # ${run}`),
    "a comment of the shell": withJob(item, block(`# ${run}`, "echo nothing")),
    "what is echoed": withJob(item, `echo "${run}"`),
    "what a here-document holds": withJob(item, block("cat <<'END'", run, "END")),
    "the name of a step": withJob(item, "echo nothing", { step: `name: ${run}` }),
    "the name of a job": withJob(item, "echo nothing", { job: `name: ${run}` }),
    "the name of a branch": withJob(item, "echo nothing", { on: `{push: {branches: ["${tool}"]}}` }),
    "a variable": withJob(item, "echo nothing", { step: `env: {CHECK: "${run}"}` }),
    "an installation": withJob(item, `pip install ${tool}`),
    "a requirement": { ...withJob(item, "echo nothing"), ...{ "requirements-dev.txt": `${tool}\n` } },
    "a branch of the shell that never runs": withJob(item, block("if false; then", `  ${run}`, "fi")),
    "what follows `exit`": withJob(item, block("exit 0", run)),
    "a job that needs one that is off": withText(
      item,
      `${workflow("echo nothing", { job: "if: false" })}  later:\n    needs: check\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${run}\n`,
    ),
    "the README": { ...withJob(item, "echo nothing"), "CONTRIBUTING.md": `# Checks\n\n    ${run}\n` },
    ...Object.fromEntries(
      Object.entries(folders).map(([form, all]) => [
        form,
        { ...withJob(item, "echo nothing"), ...Object.fromEntries(all.map((folder) => [`${folder}/${path}`, real])) },
      ]),
    ),
  };
}

function lax(item: CiItem): LookAlikes {
  const { run } = item;
  return {
    "`|| true`": withJob(item, `${run} || true`),
    "`; true` in a shell that goes on": withJob(item, `${run}; true`, { step: "shell: bash {0}" }),
    "`|| echo`": withJob(item, `${run} || echo "it failed"`),
    "`|| exit 0`": withJob(item, `${run} || exit 0`),
    "a step that may fail": withJob(item, run, { step: "continue-on-error: true" }),
    "a job that may fail": withJob(item, run, { job: "continue-on-error: true" }),
    "`set +e` and a command after": withJob(item, block("set +e", run, "echo done")),
    "a pipe without `pipefail`": withJob(item, `${run} | tee log.txt`),
    "a condition of the shell": withJob(item, block(`if ${run}; then`, "  echo fine", "fi")),
    "a job that people start": withJob(item, run, { on: "workflow_dispatch" }),
  };
}
