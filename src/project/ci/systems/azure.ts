import { joinPath } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import type { SystemReading } from "../ci-system.js";
import type { CiJob, Unknown } from "../model.js";
import { readAzurePipeline } from "./azure-jobs.js";

const folders = [
  ".",
  ".azure",
  ".azure-pipelines",
  ".azuredevops",
  ".pipelines",
  "azure-pipelines",
  "azure",
  ".ci",
  "ci",
  "build",
  "pipelines",
  ".vsts",
  "devops",
];

/** Azure Pipelines: which file is a pipeline stands on the server, so that names tell. */
export async function readAzure(files: CiFiles, extra: readonly string[]): Promise<SystemReading> {
  const paths = extra.filter((path) => /azure[-_]?pipelines?.*\.ya?ml$/i.test(path));
  for (const folder of folders) {
    for (const { name, type } of await files.names(joinPath(files.root, folder))) {
      const isNamed = /^\.?(?:azure[-_]?pipelines?|\.vsts-ci).*\.ya?ml$/i.test(name);
      const isOwnFolder = /azure|^\.pipelines|^\.vsts/.test(folder) && /\.ya?ml$/.test(name);
      if (type === "file" && (isNamed || isOwnFolder)) paths.push(joinPath(files.root, `${folder}/${name}`));
    }
  }
  const jobs: CiJob[] = [];
  const unknowns: Unknown[] = [];
  const read: string[] = [];
  for (const path of new Set(paths)) {
    const [tree] = await files.yaml(path);
    // A template is read where a pipeline uses it.
    if (
      tree?.kind !== "map" ||
      (tree.entries.has("parameters") && !tree.entries.has("trigger") && !tree.entries.has("pool"))
    )
      continue;
    if (!["jobs", "stages", "steps", "extends"].some((key) => tree.entries.has(key))) continue;
    read.push(path);
    jobs.push(...(await readAzurePipeline(tree, path, files, unknowns)));
  }
  return { jobs, unknowns, paths: read, disabled: [] };
}
