import { textsOf } from "../../engine/checklist-config.js";
import type { ChecklistProject } from "../project.js";

/** Where an environment is set up: a job of CI, an overlay, values of a chart, an application of Argo CD. */
export interface Environment {
  readonly kind: "staging" | "production";
  /** As the project calls it. */
  readonly name: string;
  readonly by: "ci" | "overlay" | "values" | "argo" | "compose" | "terraform";
  readonly path: string;
  readonly line: number;
  /** The job of CI, by its key. */
  readonly job?: string;
}

/** All environments that files set up, in order of their paths. */
export function environmentsOf(project: ChecklistProject): readonly Environment[] {
  const kindOf = kindsBy(textsOf(project.config, "envs.names"));
  const found: Environment[] = [];
  const add = (name: string, environment: Omit<Environment, "kind" | "name">): void => {
    const kind = kindOf(name);
    if (kind !== undefined) found.push({ kind, name, ...environment });
  };
  for (const { path, entries } of project.configs) {
    if (!project.ci.paths.includes(path)) continue;
    for (const { key, value, line } of entries) {
      const [, job] = /^(?:jobs\.)?([^.]+)\.environment(?:\.name)?$/.exec(key) ?? [];
      if (job !== undefined && typeof value === "string") add(value, { by: "ci", path, line, job });
    }
  }
  addDeployed(project, found, add);
  for (const { kind, path, line, name } of project.kubernetes) {
    if (isAside(path)) continue;
    if (kind === "Kustomization") add(folderOf(path), { by: "overlay", path, line });
    if (kind === "HelmValues") add(valuesName(path), { by: "values", path, line });
    if (kind === "Application" || kind === "ApplicationSet") add(name ?? "", { by: "argo", path, line });
  }
  for (const path of new Set(project.compose.map((service) => service.path))) {
    add(/compose[._-]([\w-]+)\.ya?ml$/.exec(path)?.[1] ?? "", { by: "compose", path, line: 1 });
  }
  for (const path of project.files) {
    if (/\.tfvars(?:\.json)?$/.test(path) && !isAside(path))
      add(path.replace(/^.*\//, "").replace(/\.tfvars.*$/, ""), { by: "terraform", path, line: 1 });
  }
  return found;
}

type Add = (name: string, environment: Omit<Environment, "kind" | "name">) => void;

/** Jobs that deploy and are called after an environment, and the files of values that they hand to Helm. */
function addDeployed({ ci, files }: ChecklistProject, found: readonly Environment[], add: Add): void {
  for (const job of ci.jobs) {
    const { name, path, line } = job;
    const runs = ci.runs.filter((run) => run.job === name && (run.path === path || run.chain.includes(path)));
    const deploys = runs.filter(({ command }) => deploying.test(command));
    const isKnown = found.some((one) => one.path === path && one.job === name);
    if (deploys.length > 0 && !isKnown) add(name, { by: "ci", path, line, job: name });
    for (const { command } of deploys) {
      for (const [, given = ""] of command.matchAll(/\s(?:-f|--values)[= ]["']?([\w./-]+\.ya?ml)/g)) {
        const values = given.replace(/^\.\//, "");
        if (files.includes(values)) add(valuesName(values), { by: "values", path: values, line: 1 });
      }
    }
  }
}

const deploying =
  /^(?:helm (?:\S+ )*(?:upgrade|install)|kubectl (?:\S+ )*(?:apply|set|rollout)|kustomize edit|argocd app|(?:docker compose|docker-compose) (?:\S+ )*up|docker stack deploy|terraform apply|pulumi up|cdk deploy|sam deploy|serverless deploy|gcloud (?:\S+ )*deploy|az (?:\S+ )*(?:deploy\S*|update)|aws (?:ecs|lambda|cloudformation|sagemaker) |fly(?:ctl)? deploy|nomad job run|ansible-playbook)\b/;

/** `staging` of `values-staging.yaml` and of `staging-values.yaml`. */
function valuesName(path: string): string {
  return /values[._-]?([\w-]*)\.ya?ml$|([\w-]+)[._-]values\.ya?ml$/.exec(path)?.slice(1).find(Boolean) ?? "";
}

type KindOf = (name: string) => Environment["kind"] | undefined;

/** The team's last name is that of production. */
function kindsBy(names: readonly string[]): KindOf {
  const last = names.at(-1);
  if (last !== undefined)
    return (name) => (name === last ? "production" : names.includes(name) ? "staging" : undefined);
  return (name) => {
    if (/(?:^|[-_./])(?:non|pre)[-_]?prod/i.test(name)) return "staging";
    if (/(?:^|[-_./])(?:prod|production|prd|live)(?:$|[-_./])/i.test(name)) return "production";
    return /(?:^|[-_./])(?:stag(?:e|ing)?|stg|uat|qa|preview|acceptance)(?:$|[-_./])/i.test(name)
      ? "staging"
      : undefined;
  };
}

function folderOf(path: string): string {
  return path.split("/").at(-2) ?? "";
}

function isAside(path: string): boolean {
  return /(?:^|\/)(?:examples?|docs?|templates?\/docs)\//.test(path);
}
