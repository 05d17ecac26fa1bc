import { onceFor } from "../../project/facts/once-for.js";
import { productPaths } from "../../project/facts/product-paths.js";
import type { ChecklistProject } from "../project.js";

/** Is a file that is no code the product's own: no example, no template but a chart's, nothing of tests? */
export function isOfProduct({ files }: Pick<ChecklistProject, "files">, path: string): boolean {
  return !/(?:^|\/)(?:tests?|fixtures|samples?)\//.test(path) && ownOf(files)(path);
}

/** Detectors ask for many paths of one project. */
const ownOf = onceFor(productPaths);
