import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { allRules } from "../project/project-rules/all-rules.js";
import { site } from "../report/site.js";
import type { ExitCode } from "./main.js";
import { toPath } from "./names.js";
import { nodeFileSystem as files } from "./node-file-system.js";
import { print } from "./output.js";
import { teamGuide } from "./team-guide.js";

/** Writes the guide of a project and the pages of the rules as a web site. */
export async function writeDocs(folder: string, out: string): Promise<ExitCode> {
  const path = toPath(folder);
  if ((await files.stat(path))?.type !== "directory") {
    process.stderr.write(`ml-preflight: ${folder}: there is no such folder.\n`);
    return 2;
  }
  const { guide, isSound } = await teamGuide(path);
  const pages = site(allRules, guide);
  try {
    for (const [name, text] of pages) {
      const file = join(out, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  } catch (error) {
    process.stderr.write(`ml-preflight: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const count = [...pages.keys()].filter((name) => name.endsWith(".html")).length;
  await print(`${count} pages, from ${join(out, "index.html")} on.\n`);
  return isSound ? 0 : 2;
}
