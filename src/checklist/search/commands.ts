import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { notGating, runEvidence } from "./ci-evidence.js";
import type { Told } from "./code-evidence.js";

/** Commands that somebody or something can start: of CI, of a pipeline or a build tool, of a script of the shell. */
export async function commandEvidence(
  project: ChecklistProject,
  command: RegExp,
  told: Told,
): Promise<readonly Evidence[]> {
  const runs = project.ci.runs.filter((run) => command.test(run.command));
  const known = new Set(runs.map(({ path, line }) => `${path}:${line}`));
  // A target that is a step of a pipeline as well stands in one place.
  const declared = new Map([...project.tasks, ...project.pipelines].map((one) => [`${one.path}:${one.line}`, one]));
  const steps = [...declared].flatMap(([place, { path, line, name, commands }]) =>
    commands.some((text) => command.test(text)) && !known.has(place)
      ? [{ path, line, level: "L2" as const, what: `${told.what}, by \`${name}\``, rule: told.rule }]
      : [],
  );
  const scripts: Evidence[] = [];
  for (const path of project.files) {
    if (!/\.(?:sh|bash|ps1)$/.test(path) || /(?:^|\/)(?:examples?|docs?|templates?|vendor|third_party)\//.test(path))
      continue;
    const line = lineOf((await project.read(path)) ?? "", command);
    if (line !== undefined && !known.has(`${path}:${line}`)) scripts.push({ path, line, level: "L2", ...told });
  }
  return [...runs.map((run) => notGating(runEvidence(run, told))), ...steps, ...scripts];
}

/** The first line of a script that says it, comments and texts to print left out. */
function lineOf(script: string, command: RegExp): number | undefined {
  const at = script
    .split("\n")
    .findIndex((line) => !/^\s*(?:#|echo\b|printf\b|Write-Host\b)/.test(line) && command.test(line.trim()));
  return at < 0 ? undefined : at + 1;
}
