import type { ConfigEntry, ConfigFile } from "../../project/facts/file-facts.js";
import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { actionsOf, runEvidence, runsOf } from "./ci-evidence.js";

/** A part of the dependencies that somebody has to look after. */
export interface LookedAfter {
  readonly ecosystem: "python" | "javascript";
  /** The folder of its manifest, where the team names it. */
  readonly folder: string | undefined;
}

/** What tells a team of new versions, with what it looks after. */
export interface Bot {
  readonly evidence: Evidence;
  readonly covers: (part: LookedAfter) => boolean;
}

export function botsOf(project: ChecklistProject): readonly Bot[] {
  return [...project.configs.flatMap(botsIn), ...newestVersions(project)];
}

function botsIn(file: ConfigFile): readonly Bot[] {
  if (/^\.github\/dependabot\.ya?ml$/.test(file.path)) return dependabot(file);
  if (/(?:^|\/)(?:renovate|\.renovaterc)(?:\.json)?$/.test(file.path)) return renovate(file);
  if (/^\.pyup\.ya?ml$/.test(file.path)) {
    return [bot("pyup", file.path, 1, ({ ecosystem }) => ecosystem === "python")];
  }
  return [];
}

function bot(name: string, path: string, line: number, covers: Bot["covers"]): Bot {
  const what = `${name} watches the dependencies`;
  return { evidence: { path, line, level: "L3", what, rule: "bot", repeatedBy: "schedule" }, covers };
}

const families: Readonly<Record<string, LookedAfter["ecosystem"]>> = {
  ...{ pip: "python", uv: "python", conda: "python", npm: "javascript", bun: "javascript" },
};

function dependabot({ path, entries }: ConfigFile): readonly Bot[] {
  return entries.flatMap(({ key, value, line }): readonly Bot[] => {
    const [, update] = /^(updates\.\d+)\.package-ecosystem$/.exec(key) ?? [];
    if (update === undefined) return [];
    const folders = foldersOf(entries, update);
    const isOff = entries.some((one) => one.key === `${update}.open-pull-requests-limit` && one.value === 0);
    const family = isOff ? undefined : families[String(value)];
    return [
      bot(
        `Dependabot (${String(value)})`,
        path,
        line,
        ({ ecosystem, folder }) =>
          family === ecosystem && (folder === undefined || folders.some((one) => isFolder(one, folder))),
      ),
    ];
  });
}

function foldersOf(entries: readonly ConfigEntry[], update: string): readonly string[] {
  return entries
    .filter(({ key }) => key === `${update}.directory` || key.startsWith(`${update}.directories.`))
    .map(({ value }) => String(value));
}

function isFolder(pattern: string, folder: string): boolean {
  const plain = pattern.replace(/^\.?\//, "").replace(/\/$/, "");
  return plain.includes("*") ? folder.startsWith(plain.slice(0, plain.indexOf("*"))) : plain === folder;
}

function renovate({ path, entries }: ConfigFile): readonly Bot[] {
  if (entries.some(({ key, value }) => key === "enabled" && value === false)) return [];
  const managers = entries.filter(({ key }) => key.startsWith("enabledManagers.")).map(({ value }) => String(value));
  const isFor = (ecosystem: LookedAfter["ecosystem"]): boolean =>
    managers.length === 0 ||
    managers.some((one) => (one === "npm") === (ecosystem === "javascript") && one !== "github-actions");
  return [bot("Renovate", path, 1, ({ ecosystem }) => isFor(ecosystem))];
}

/** Tests by schedule against the newest versions find what broke as well. */
function newestVersions(project: ChecklistProject): readonly Bot[] {
  const { ci } = project;
  return ci.runs.flatMap((run): readonly Bot[] => {
    const upgrades =
      /\bpip3? install .*(?:-U|--upgrade)\b(?! (?:pip|setuptools|wheel)\b)|\buv (?:lock|sync) .*(?:-U|--upgrade)\b|\bpoetry update\b|\bnpm update\b/;
    if (!run.isScheduled || !upgrades.test(run.command)) return [];
    if (!ci.runs.some((other) => other.isTests && other.isGating && other.job === run.job && other.path === run.path))
      return [];
    const ecosystem = /^npm/.test(run.tool) ? "javascript" : "python";
    const what = `CI job "${run.job}" tests the newest versions by schedule`;
    return [
      { evidence: runEvidence(run, { what, rule: "newest-versions" }), covers: (part) => part.ecosystem === ecosystem },
    ];
  });
}

/** Audits of known weaknesses in CI. One whose failure is swallowed tells nobody. */
export function auditsOf(project: ChecklistProject): readonly Evidence[] {
  const runs = runsOf(project, auditCommands)
    .filter(({ command }) => !/\b(?:install|add)\b/.test(command))
    .map((run) => audited(runEvidence(run, told(run.command)), run.isGating));
  const actions = actionsOf(project, auditActions).map((action) => {
    const { "exit-code": exit, "continue-on-error": swallowed } = action.inputs;
    const isTrivy = /trivy/i.test(action.name);
    return audited(
      runEvidence(action, told(action.name)),
      action.isGating && swallowed !== "true" && (!isTrivy || (exit ?? "0") !== "0"),
    );
  });
  return [...runs, ...actions];
}

function told(command: string): { readonly what: string; readonly rule: string } {
  return { what: `\`${command}\` looks for known weaknesses`, rule: "audit" };
}

function audited({ repeatedBy, ...evidence }: Evidence, isGating: boolean): Evidence {
  if (!isGating) return { ...evidence, level: "L1", what: `${evidence.what}, but its failure goes unnoticed` };
  return { ...evidence, ...(repeatedBy === undefined ? {} : { repeatedBy }) };
}

const auditCommands =
  /\bpip-audit\b|\b(?:npm|yarn|pnpm|bun|uv)(?: npm)? audit\b|\bosv-scanner\b|\btrivy (?:fs|repo|image)\b|\bgrype\b|\bsafety (?:check|scan)\b|\bsnyk (?:test|monitor)\b|\bdocker scout cves\b/;
const auditActions = /pip-audit|osv-scanner|trivy-action|snyk\/actions|anchore\/scan-action|dependency-review-action/;

/** The parts that the team names by their lock files, or the languages that the manifests ask packages for. */
export function partsToWatch({ config, dependencies }: ChecklistProject): readonly LookedAfter[] {
  const named = config.settings["deps.parts"];
  if (typeof named === "object" && !Array.isArray(named)) {
    return Object.values(named).flatMap((path): readonly LookedAfter[] => {
      if (typeof path !== "string") return [];
      const lock = dependencies.locks.find((one) => one.path === path);
      const slash = path.lastIndexOf("/");
      const isScript = lock?.ecosystem === "javascript" || /package|yarn|pnpm|bun/.test(path);
      return [{ ecosystem: isScript ? "javascript" : "python", folder: slash < 0 ? "" : path.slice(0, slash) }];
    });
  }
  return [...new Set(dependencies.declared.map(({ ecosystem }) => ecosystem))].map((ecosystem) => ({
    ecosystem,
    folder: undefined,
  }));
}
