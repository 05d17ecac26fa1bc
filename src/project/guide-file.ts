import type { ConfigProblem } from "../engine/config.js";
import type { Guide } from "../guide/content.js";
import { mergeGuide } from "../guide/merge.js";
import { readTeamYaml } from "./team-yaml.js";

/**
 * The guide with what the text of a team's `.preflight/guide.yaml` asks for. Total: what cannot be used is a problem at
 * its place in the file, and everything else in the file counts.
 */
export function readGuideFile(
  text: string,
  guide: Guide,
): { readonly guide: Guide; readonly problems: readonly ConfigProblem[] } {
  const file = readTeamYaml(text);
  if ("failure" in file) return { guide, problems: [file.failure] };
  const merged = mergeGuide(guide, file.data);
  const problems = merged.faults.map(({ path, message }) => file.problemAt(path, message));
  return {
    guide: merged.guide,
    problems: problems.toSorted((a, b) => a.start.line - b.start.line || a.start.column - b.start.column),
  };
}
