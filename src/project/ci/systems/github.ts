import { joinPath } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import type { SystemReading } from "../ci-system.js";
import { type Disabled, placeOf, type Unknown } from "../model.js";
import { readGithubJobs } from "./github-jobs.js";
import { githubTriggers } from "./github-triggers.js";

/** GitHub Actions: the workflows of the repository. Files in other folders never run. */
export async function readGithub(files: CiFiles): Promise<SystemReading> {
  const folder = joinPath(files.root, ".github/workflows");
  const unknowns: Unknown[] = [];
  const disabled: Disabled[] = [];
  const paths: string[] = [];
  const jobs = [];
  for (const { name, type } of await files.names(folder)) {
    if (type !== "file") continue;
    const path = joinPath(folder, name);
    if (!/\.ya?ml$/.test(name)) {
      if (/\.ya?ml/.test(name)) disabled.push({ why: "GitHub reads `.yml` and `.yaml` only", place: placeOf(path, 1) });
      continue;
    }
    paths.push(path);
    const [workflow] = await files.yaml(path);
    if (workflow?.kind !== "map") continue;
    const triggers = githubTriggers(workflow);
    // A workflow that only others call runs in their jobs.
    if (triggers.isOnlyCalled) continue;
    jobs.push(...(await readGithubJobs({ workflow, path, triggers: triggers.triggers, files, unknowns })));
  }
  return { jobs, unknowns, paths, disabled };
}
