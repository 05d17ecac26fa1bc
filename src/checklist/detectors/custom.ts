import type { CustomItem } from "../../engine/checklist-config.js";
import { matchesGlobs } from "../../engine/globs.js";
import type { ChecklistItem } from "../../guide/content.js";
import { detected, type Evidence, type UnreadableFile } from "../evidence.js";
import type { Detector } from "../project.js";

/** A team's own item in the form of the others. */
export function customItem({ id, stage, question, severity, weight, files, contains }: CustomItem): ChecklistItem {
  const looked = contains === undefined ? "a file" : `a file that says "${contains}"`;
  return {
    ...{ id, stage, question, severity, weight, why: "The team asks for it.", readings: [], snippets: [], rows: [] },
    ...{ appliesWhen: "always", automation: "A", mlTestScore: undefined, passLevel: "L2", attestedPoints: 0.5 },
    ...{ counts: [`${looked} among ${files.join(", ")}`], doesNotCount: [], settings: [], rules: [] },
    verdict: {
      pass: `there is ${looked} among ${files.join(", ")}`,
      partial: undefined,
      fail: `there is no such file, or it does not say so`,
      human: undefined,
    },
  };
}

/** Looks at files by their names, and at what they say. A team's item cannot run anything. */
export function customDetector({ id, files, contains }: CustomItem): Detector {
  return async (project) => {
    const evidence: Evidence[] = [];
    const unreadable: UnreadableFile[] = [];
    const named = project.files.filter((path) => matchesGlobs(files, path));
    for (const path of named) {
      const text = contains === undefined ? "" : await project.read(path);
      const at = text?.indexOf(contains ?? "") ?? -1;
      if (text === undefined) unreadable.push({ path, reason: "unreadable" });
      else if (at < 0) evidence.push({ level: "L1", path, line: 1, what: "A file of that name", rule: id });
      else {
        const line = text.slice(0, at).split(/\r\n|\r|\n/).length;
        const what = contains === undefined ? "A file of that name" : `It says "${contains}"`;
        evidence.push({ level: "L2", path, line, what, rule: id });
      }
    }
    return detected({ evidence, unreadable, searched: [`${named.length} files among ${files.join(", ")}.`] });
  };
}
