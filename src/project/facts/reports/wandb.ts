import { at, record } from "../../structured.js";
import { entriesOf } from "../../ci/tree-access.js";
import { readYamlTrees } from "../../ci/yaml-tree.js";
import { largestConfiguration } from "../fact-source.js";
import type { TrackedRuns } from "../file-facts.js";
import type { ReportFiles } from "./report-files.js";
import { runNotes } from "./tracked-runs.js";

/** The runs in a `wandb` folder; undefined when there are none. What a run logged offline lies in a form of its own, so of such a run only its config is seen. */
export async function readWandb(path: string, files: ReportFiles): Promise<TrackedRuns | undefined> {
  const entries = await files.list(path);
  const runs = entries.filter(
    ({ name, type }) => type === "directory" && /^(?:offline-)?run-\d{8}_\d{6}-\w+$/.test(name),
  );
  if (runs.length === 0) return undefined;
  const notes = runNotes();
  for (const { name } of runs.slice(-mostRead)) {
    const read = (file: string) => files.text(`${path}/${name}/files/${file}`, largestConfiguration);
    const summary = await read("wandb-summary.json");
    if (summary !== undefined)
      for (const key of Object.keys(parsed(summary, `${name}/files/wandb-summary.json`)))
        if (!key.startsWith("_")) notes.metric(key);
    const config = await read("config.yaml");
    if (config !== undefined)
      for (const [key] of entriesOf(readYamlTrees(config, path).trees[0]))
        if (key !== "_wandb" && key !== "wandb_version") notes.param(key);
    const metadata = await read("wandb-metadata.json");
    if (
      metadata !== undefined &&
      typeof at(parsed(metadata, `${name}/files/wandb-metadata.json`), "git", "commit") === "string"
    )
      notes.commit();
  }
  return notes.of(path, runs.length);
}

function parsed(text: string, path: string): Readonly<Record<string, unknown>> {
  try {
    return record(JSON.parse(text));
  } catch (error) {
    throw new Error(`${path} is no JSON`, { cause: error });
  }
}

/** The newest runs come last, and runs of one project write the same names. */
const mostRead = 30;
