import type { Model } from "../model.js";
import { perModel } from "./per-model.js";
import { eachStatement } from "./visit.js";

/**
 * Is a file a part of a package, which others import? It imports from its neighbours, by dots or by the name of a folder around
 * it, and does nothing when it is run itself.
 */
export const isPackageModule = perModel((model) => !model.form.text.includes("__main__") && importsNeighbours(model));

/** Does a file import the package that it lies in? */
export function importsNeighbours({ form, path }: Model): boolean {
  const around = new Set(path.split("/").slice(0, -1));
  let found = false;
  eachStatement(form.body, (statement) => {
    if (statement.kind !== "Import") return;
    const [top = ""] = statement.module.split(".");
    found ||= statement.level > 0 || (around.has(top) && !folders.test(top));
  });
  return found;
}

/** Folders that programs keep their own code in, and that nobody installs under such a name. */
const folders =
  /^(src|source|code|lib|scripts?|apps?|project|data|datasets?|models?|utils?|train\w*|experiments?|notebooks?)$/;
