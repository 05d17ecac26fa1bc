import { textsOf } from "../../../engine/checklist-config.js";
import { matchesGlobs } from "../../../engine/globs.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { nodeOf } from "../../search/call-graph.js";
import { codeOwners, ownerRule } from "../../search/code-owners.js";
import { enforcedReview } from "../../search/enforced-review.js";
import { textsOfCall } from "../../search/fact-values.js";
import { isNetwork, trainingRun } from "../../search/training-calls.js";
import { taskRunners } from "../../../project/facts/pipelines/step.js";

/** Are changes of the model and of what configures it reviewed before they count? */
export const detector: Detector = async (project) => {
  const paths = reviewedPaths(project);
  const owners = await ownersOf(project, paths);
  const enforced = await enforcedReview(project);
  const flow = [...requestsInCi(project), ...(await templates(project))];
  const uncovered: readonly Objection[] =
    enforced.length === 0 || owners.open.length === 0
      ? []
      : owners.open.slice(0, 3).map((path) => ({
          path,
          line: 1,
          allows: "partial",
          what: `nobody is named as owner of ${path}`,
          rule: "no-owner",
        }));
  const isShown = enforced.length > 0 || flow.some(({ level }) => level === "L2") || owners.evidence.length > 0;
  return detected({
    evidence: [...enforced, ...owners.evidence, ...flow],
    objections: [...(await untracked(project)), ...uncovered, ...(isShown ? committedModels(project) : [])],
    forks:
      isShown || flow.length > 0
        ? [{ question: "Does the server protect the main branch, so that a change of the model takes a review?" }]
        : [],
    missing: [
      ...(owners.open.length === 0 ? [] : [`Name owners of ${owners.open.slice(0, 3).join(", ")} in CODEOWNERS.`]),
      ...(enforced.length > 0
        ? []
        : [
            "Ask for a review in a file (.github/rulesets, .github/settings.yml, Terraform), or attest the branch protection of the server.",
          ]),
    ],
    searched: [
      `CODEOWNERS for ${paths.length} files of the model, rulesets and settings of the repository, CI on pull requests, and what git noted of merges.`,
    ],
  });
};

/** What has to be reviewed: as the team says, or what trains, defines, configures and runs the model. */
function reviewedPaths({ config, code, files, profile, pipelines }: ChecklistProject): readonly string[] {
  const globs = textsOf(config, "review.paths");
  if (globs.length > 0) return files.filter((path) => matchesGlobs(globs, path));
  const models = code.filter(({ role, classes }) => role === "source" && classes.some(({ bases }) => isNetwork(bases)));
  const settings = files.filter((path) =>
    /(?:^|\/)(?:params\.ya?ml|(?:conf|configs?)\/[^.]*\.(?:ya?ml|toml|json)|(?:train|model)\w*\.(?:ya?ml|toml))$/.test(
      path,
    ),
  );
  const working = [...profile.facts.training.places, ...profile.facts.serving.places].map(({ path }) => path);
  const found = [
    ...new Set([
      ...working,
      ...models.map(({ path }) => path),
      ...settings,
      ...pipelines.filter(({ system }) => !taskRunners.has(system)).map(({ path }) => path),
    ]),
  ];
  // Where nothing trains, the product's code is what changes.
  return found.length > 0 ? found : code.filter(({ role }) => role === "source").map(({ path }) => path);
}

async function ownersOf(
  project: ChecklistProject,
  paths: readonly string[],
): Promise<{ readonly evidence: readonly Evidence[]; readonly open: readonly string[] }> {
  const file = await codeOwners(project);
  if (file === undefined) return { evidence: [], open: paths };
  const covered = paths.flatMap((path) => {
    const rule = ownerRule(file, path);
    return rule === undefined ? [] : [{ path, rule }];
  });
  const lines = new Map(covered.map(({ rule, path }) => [rule.line, { rule, path }]));
  const evidence = [...lines.values()].map(({ rule, path }): Evidence => {
    return {
      path: file.path,
      line: rule.line,
      level: "L2",
      what: `${rule.owners.join(", ")} own ${path}`,
      rule: "owners",
    };
  });
  return { evidence, open: paths.filter((path) => !covered.some((one) => one.path === path)) };
}

function requestsInCi({ ci }: ChecklistProject): readonly Evidence[] {
  const job = ci.jobs.find(({ triggers }) => triggers.includes("pull-request"));
  if (job === undefined) return [];
  return [
    {
      path: job.path,
      line: job.line,
      level: "L2",
      what: `CI job "${job.name}" runs on pull requests`,
      rule: "ci-on-requests",
      repeatedBy: "ci",
    },
  ];
}

async function templates(project: ChecklistProject): Promise<readonly Evidence[]> {
  const found: Evidence[] = [];
  for (const path of project.files.filter((one) =>
    /(?:^|\/)pull_request_template(?:\.md|\/[^/]+\.md)$|^\.gitlab\/merge_request_templates\//i.test(one),
  )) {
    const asks = /\b(?:model|data|metric|train|experiment|param|score|leak)/i.test((await project.read(path)) ?? "");
    found.push({
      path,
      line: 1,
      level: asks ? "L2" : "L1",
      what: asks ? "The template of requests asks about the model" : "A template of requests",
      rule: "template",
    });
  }
  return found;
}

/** Settings that training reads and git leaves out: nobody can review them. */
async function untracked(project: ChecklistProject): Promise<readonly Objection[]> {
  const { code, files } = project;
  const run = trainingRun({ code });
  const found: Objection[] = [];
  for (const { path, role, calls } of code) {
    if (role !== "source") continue;
    for (const call of calls.filter(({ within }) => run.has(nodeOf(path, within)))) {
      for (const text of textsOfCall(call)) {
        if (
          !/^[\w./-]+\.(?:ya?ml|toml)$/.test(text) ||
          text.startsWith("/") ||
          files.includes(text.replace(/^\.\//, ""))
        )
          continue;
        if ((await project.read(text)) === undefined) continue;
        found.push({
          path,
          line: call.line,
          allows: "fail",
          what: `training reads ${text}, which is not tracked`,
          rule: "untracked-config",
        });
      }
    }
  }
  return found;
}

function committedModels({ files }: ChecklistProject): readonly Objection[] {
  const models = files.filter(
    (path) =>
      /\.(?:pkl|pickle|joblib|pt|pth|ckpt|h5|keras|onnx|safetensors)$/.test(path) &&
      !/(?:^|\/)(?:tests?|fixtures)\//.test(path),
  );
  return models.slice(0, 1).map((path) => ({
    path,
    line: 1,
    allows: "partial",
    what: `${path} is committed as a binary, which no review can read`,
    rule: "binary-model",
  }));
}
