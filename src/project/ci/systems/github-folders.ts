import { joinPath } from "../../paths.js";
import { child, itemsOf, textOf } from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";

/** A working directory in the repository, however the job spells the root; `checkout` is where the job puts it. */
export function folderIn(root: string, folder: string, checkout: string | undefined): string {
  let plain = folder.replace(/^\$\{\{\s*github\.workspace\s*\}\}\/?/, "").replace(/^\.\//, "");
  if (checkout !== undefined && (plain === checkout || plain.startsWith(`${checkout}/`))) {
    plain = plain.slice(checkout.length + 1);
  }
  return plain.startsWith("/") ? plain : joinPath(root, plain);
}

/** The folder into which a job checks out its own repository, where it is not the workspace itself. */
export function checkoutOf(steps: Tree | undefined): string | undefined {
  for (const step of itemsOf(steps)) {
    if (!/^actions\/checkout@/.test(textOf(child(step, "uses")) ?? "")) continue;
    const given = child(step, "with");
    const path = textOf(child(given, "path"));
    const repository = textOf(child(given, "repository"));
    const isOther = repository !== undefined && !/^\$\{\{\s*github\.repository\s*\}\}$/.test(repository);
    if (path !== undefined && !isOther) return path.replace(/^\.\/|\/$/g, "");
  }
  return undefined;
}
