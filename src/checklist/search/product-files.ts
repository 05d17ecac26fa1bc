import { isAside } from "../../project/facts/code/role.js";
import type { ChecklistProject } from "../project.js";

/** Is a file that is no code the product's own: no example, no template but a chart's, nothing of tests? */
export function isOfProduct({ files }: Pick<ChecklistProject, "files">, path: string): boolean {
  if (/(?:^|\/)(?:tests?|fixtures|samples?)\//.test(path)) return false;
  const folder = /^(.*?)\/?templates\//.exec(path)?.[1];
  const isChart = folder !== undefined && files.includes(folder === "" ? "Chart.yaml" : `${folder}/Chart.yaml`);
  return isChart ? !isAside(`${folder}/${path.slice(path.lastIndexOf("/") + 1)}`) : !isAside(path);
}
