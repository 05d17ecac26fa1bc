import type { KubernetesObject } from "../../../project/facts/file-facts.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { callsTo } from "../../search/code-evidence.js";
import { type Environment, environmentsOf } from "../../search/environments.js";
import { textIn } from "../../search/values.js";

/** Is there a staging step equal to production, with promotion by digest? */
export const detector: Detector = (project) => {
  const environments = environmentsOf(project);
  const staging = environments.filter(({ kind }) => kind === "staging");
  const production = environments.filter(({ kind }) => kind === "production");
  const shared = sharedArtefact(project, staging, production);
  const aliases = aliasEvidence(project);
  const evidence = [
    ...staging.map(({ path, line, name }): Evidence => ({
      path,
      line,
      level: "L2",
      what: `The environment "${name}"`,
      rule: "environment",
    })),
    ...(staging.length > 0 && production.length > 0 ? shared : []),
    ...aliases,
  ];
  const moving = project.kubernetes.flatMap((object) => movingImages(object, production));
  const missing =
    staging.length === 0
      ? ["Deploy to a staging environment first, with the image that production will run."]
      : shared.length === 0
        ? [
            "Build the image once, and hand its digest or tag from staging to production by a job that needs the one of staging.",
          ]
        : [];
  return detected({
    evidence,
    objections: [...moving, ...unequalResources(project, staging, production)],
    missing,
    searched: [
      "Environments of CI jobs, overlays, values of charts, Argo CD, compose and terraform, and aliases of a registry.",
    ],
  });
};

/** One job after the other deploys what was built once; or both overlays name the same image. */
function sharedArtefact(
  project: ChecklistProject,
  staging: readonly Environment[],
  production: readonly Environment[],
): readonly Evidence[] {
  const inCi = production.flatMap(({ path, line, job, by }): readonly Evidence[] => {
    const before = staging.find((one) => one.by === "ci" && one.path === path);
    if (by !== "ci" || job === undefined || before?.job === undefined) return [];
    const runs = project.ci.runs.filter((run) => run.path === path || run.chain.includes(path));
    const ofJob = (name: string): readonly (typeof runs)[number][] =>
      runs.filter((run) => jobKeys(project, path, name).has(run.job));
    const deploys = ofJob(job);
    const own = project.ci.jobs.filter((one) => one.path === path && jobKeys(project, path, job).has(one.name));
    const rebuilds =
      own.some(({ actions }) => actions.some(({ name }) => /build-push-action|kaniko|buildah/.test(name))) ||
      // A build is followed into the image, whose steps are then what the job runs.
      deploys.some(
        (run) => building.test(run.command) || [run.path, ...run.chain].some((file) => dockerfile.test(file)),
      );
    const follows = comesAfter(project, path, job, before.job);
    const references = deploys.some(
      ({ command }) =>
        /\$\{?\{?|@sha256:|digest|:\S*sha/i.test(command) ||
        artefact.test(command) ||
        (/\bcompose\b/.test(command) && project.compose.some(({ image = "" }) => /[:@]\$/.test(image))),
    );
    if (rebuilds || !follows || !references) return [];
    return [
      {
        path,
        line,
        level: "L3",
        what: `Job "${job}" takes on what "${before.job}" has tried`,
        rule: "promotion",
        repeatedBy: "ci",
      },
    ];
  });
  const images = (environments: readonly Environment[]): readonly string[] =>
    project.kubernetes
      .filter(({ path }) => environments.some((one) => one.path === path))
      .flatMap(({ entries }) =>
        entries.filter(({ key }) => /(?:^|\.)(?:newTag|digest|tag)$/.test(key)).map(({ value }) => String(value)),
      );
  const known = new Set(images(staging).filter((tag) => !/latest|^null$|^$/.test(tag)));
  const same = production.filter((one) => images([one]).some((tag) => known.has(tag)));
  const isScripted = project.ci.runs.some(({ command }) =>
    /kustomize edit set image|helm upgrade|kubectl (?:apply|set image)|argocd app|promote/.test(command),
  );
  const byOverlay = same.map(({ path, line, name }): Evidence => ({
    ...{ path, line, level: isScripted ? "L3" : "L2", rule: "promotion" },
    what: `"${name}" runs the same image as staging`,
  }));
  return [...inCi, ...byOverlay];
}

const building = /\b(?:docker|buildx|podman|kaniko)\b.*\sbuild\b/;
const dockerfile = /(?:^|[/._-])(?:Dockerfile|Containerfile)(?:$|[._-])/i;
const artefact = /\b(?:IMAGE|TAG|DIGEST|VERSION|REVISION)\b/;

/** What a run calls its job may be the key or the name. */
function jobKeys({ configs }: ChecklistProject, path: string, job: string): ReadonlySet<string> {
  const entries = configs.find((one) => one.path === path)?.entries ?? [];
  const name = entries.find(({ key }) => key === `jobs.${job}.name`)?.value;
  return new Set([job, ...(typeof name === "string" ? [name] : [])]);
}

function comesAfter(project: ChecklistProject, path: string, job: string, before: string): boolean {
  const needs = new Map(
    project.ci.jobs.filter((one) => one.path === path).map((one) => [one.name, one.needs] as const),
  );
  const seen = new Set<string>([...jobKeys(project, path, job)]);
  for (const name of seen) {
    for (const next of needs.get(name) ?? []) for (const key of jobKeys(project, path, next)) seen.add(key);
  }
  // Systems with stages run one after the other as they stand.
  const isStaged = !path.startsWith(".github/");
  return seen.has(before) || isStaged;
}

function movingImages({ path, entries }: KubernetesObject, production: readonly Environment[]): readonly Objection[] {
  if (!production.some((one) => one.path === path)) return [];
  const tag = entries.find(({ key, value }) => /(?:^|\.)(?:newTag|tag)$/.test(key) && value === "latest");
  return tag === undefined
    ? []
    : [
        {
          path,
          line: tag.line,
          allows: "partial",
          what: `Production runs \`latest\` (${path})`,
          rule: "promotion",
        },
      ];
}

function unequalResources(
  { kubernetes }: ChecklistProject,
  staging: readonly Environment[],
  production: readonly Environment[],
): readonly Objection[] {
  const limits = (environments: readonly Environment[]): readonly string[] =>
    kubernetes
      .filter(({ path }) => environments.some((one) => one.path === path))
      .flatMap(({ entries }) =>
        entries
          .filter(({ key }) => /resources\.limits\.(?:cpu|memory)$/.test(key))
          .map(({ key, value }) => `${key.split(".").at(-1)}=${String(value)}`),
      );
  const [inStaging, inProduction] = [limits(staging), limits(production)];
  const [at] = staging;
  const isEqual =
    inStaging.length === 0 || inProduction.length === 0 || inProduction.every((limit) => inStaging.includes(limit));
  if (isEqual || at === undefined) return [];
  return [
    {
      path: at.path,
      line: at.line,
      allows: "partial",
      what: "Staging and production have other limits of resources",
      rule: "promotion",
    },
  ];
}

/** A registry that knows which version is tried, and which one serves. */
function aliasEvidence(project: ChecklistProject): readonly Evidence[] {
  const calls = callsTo(project, {
    path: /\.(?:set_registered_model_alias|transition_model_version_stage)$/,
    name: /^(?:set_registered_model_alias|transition_model_version_stage)$/,
  });
  const words = calls.flatMap(({ call }) =>
    [...call.positional, ...Object.values(call.named)].map((value) => (textIn(value) ?? "").toLowerCase()),
  );
  const isStaged =
    words.some((word) => /stag|challenger|candidate/.test(word)) &&
    words.some((word) => /prod|champion|live/.test(word));
  const [first] = calls;
  if (!isStaged || first === undefined) return [];
  return [
    {
      path: first.file.path,
      line: first.call.line,
      level: "L2",
      what: "The registry moves a version from staging to production",
      rule: "alias",
    },
  ];
}
