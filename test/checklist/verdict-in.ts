import { detectors } from "../../src/checklist/detectors/index.js";
import type { ChecklistProject } from "../../src/checklist/project.js";
import type { ItemResult } from "../../src/checklist/result.js";
import { runChecklist } from "../../src/checklist/run.js";
import { builtInGuide } from "../../src/guide/guide.js";
import { openMemory } from "./open-memory.js";

export interface VerdictOptions extends Pick<Partial<ChecklistProject>, "findings"> {
  /** The text of the team's configuration, under `checklist`. */
  readonly config?: string;
  readonly attestations?: string;
}

/** What the checklist says of one item of a project of these texts. */
export async function resultIn(
  texts: Readonly<Record<string, string>>,
  id: string,
  { config, attestations = "", ...more }: VerdictOptions = {},
): Promise<ItemResult> {
  const team = config === undefined ? {} : { ".preflight/config.yaml": `checklist: ${config}` };
  const project = await openMemory({ ...texts, ...team }, more);
  const items = builtInGuide().items.filter((item) => item.id === id);
  const { items: results } = await runChecklist(project, { items, detectors, attestations, today: "2026-06-01" });
  const [result] = results;
  if (result === undefined) throw new Error(`There is no item ${id}.`);
  return result;
}

export async function verdictIn(
  texts: Readonly<Record<string, string>>,
  id: string,
  options: VerdictOptions = {},
): Promise<ItemResult["verdict"]> {
  return (await resultIn(texts, id, options)).verdict;
}
