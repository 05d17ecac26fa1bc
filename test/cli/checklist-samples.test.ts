import { deepEqual, equal, match, notEqual, ok } from "node:assert/strict";
import { execFile } from "node:child_process";
import { chmod, copyFile, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { commit, faultyTraining, git, makeRepository, soundTraining } from "./checklist-projects.js";
import { addFiles, makeFolder } from "./run-cli.js";

const samples = resolve("docs/samples");
const cli = resolve(process.env.DIST ?? "dist", "cli.js");

/** A folder with an `npx` that starts the command line tool that was built. */
async function fakeNpx(): Promise<string> {
  const folder = await makeFolder({
    npx: `#!/bin/sh\n[ "$1" = ml-preflight ] || exit 9\nshift\nexec "${process.execPath}" "${cli}" "$@"\n`,
  });
  await chmod(join(folder, "npx"), 0o755);
  return folder;
}

async function sh(
  command: string,
  cwd: string,
  more: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly output: string }> {
  const env = { ...process.env, PATH: `${await fakeNpx()}:${process.env.PATH ?? ""}`, ...more };
  return new Promise((done) => {
    execFile("sh", ["-c", command], { cwd, env }, (error, stdout, stderr) => {
      done({ code: typeof error?.code === "number" ? error.code : 0, output: stdout + stderr });
    });
  });
}

interface Workflow {
  readonly on: unknown;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: { readonly checklist: { readonly steps: readonly Step[] } };
}

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
}

describe("the samples that use the checklist", function () {
  this.timeout(60_000);

  it("have a workflow that fails when a merge makes something worse, and leaves its report", async () => {
    const workflow = parse(await readFile(join(samples, "readiness.yml"), "utf8")) as Workflow;
    const { steps } = workflow.jobs.checklist;
    deepEqual(workflow.on, { pull_request: null });
    deepEqual(workflow.permissions, { contents: "read", "pull-requests": "write" });
    const checkout = steps.find(({ uses }) => uses?.startsWith("actions/checkout@"));
    equal(checkout?.with?.["fetch-depth"], 2, "the commit and its parents are there");
    const [run, show] = steps.flatMap((step) => step.run ?? []);
    match(run ?? "", /^npx ml-preflight checklist /);

    const cwd = await makeRepository({ "train.py": soundTraining });
    await git(cwd, "checkout", "-q", "-b", "change");
    await commit(cwd, { "train.py": faultyTraining });
    await git(cwd, "checkout", "-q", "main");
    await commit(cwd, { "README.md": "# Meanwhile\n" });
    await git(cwd, "merge", "-q", "--no-ff", "-m", "Merge", "change");
    const folder = await makeFolder({ summary: "" });
    const env = { RUNNER_TEMP: folder, GITHUB_STEP_SUMMARY: join(folder, "summary") };
    const { code, output } = await sh(run ?? "", cwd, env);
    equal(code, 1, output);
    equal((await sh(show ?? "", cwd, env)).code, 0);
    match(await readFile(join(folder, "summary"), "utf8"), /\| ✘ worse \| TRAIN-08 \|/);
  });

  it("have a hook that refuses a commit that makes something worse, and no other", async () => {
    const cwd = await makeRepository({ "train.py": soundTraining });
    const hook = join(cwd, ".git/hooks/pre-commit");
    await copyFile(join(samples, "pre-commit"), hook);
    await chmod(hook, 0o755);
    const author = "-c user.name=Ada -c user.email=ada@example.org";
    await writeFile(join(cwd, "train.py"), faultyTraining);
    const worse = await sh(`git ${author} commit -qam Worse`, cwd);
    notEqual(worse.code, 0);
    match(worse.output, /got worse since HEAD: TRAIN-08/);
    await writeFile(join(cwd, "train.py"), `# The same.\n${soundTraining}`);
    const same = await sh(`git ${author} commit -qam Same`, cwd);
    equal(same.code, 0, same.output);
    equal(await git(cwd, "log", "-1", "--format=%s"), "Same");
  });

  it("have a hook that lets a first commit pass", async () => {
    const cwd = await makeFolder({});
    await git(cwd, "init", "-q");
    await addFiles(cwd, { "train.py": faultyTraining });
    const { code, output } = await sh(join(samples, "pre-commit"), cwd);
    deepEqual([code, output], [0, ""]);
  });

  it("have an entry for pre-commit that runs the same", async () => {
    const text = await readFile(join(samples, "pre-commit-config.yaml"), "utf8");
    const { repos } = parse(text) as {
      readonly repos: readonly {
        readonly repo: string;
        readonly hooks: readonly Readonly<Record<string, unknown>>[];
      }[];
    };
    const [hook] = repos.flatMap(({ repo, hooks }) => (repo === "local" ? hooks : []));
    deepEqual([hook?.["language"], hook?.["pass_filenames"]], ["system", false]);
    const script = await readFile(join(samples, "pre-commit"), "utf8");
    ok(script.trimEnd().endsWith(String(hook?.["entry"])));
  });
});
