import { nameOf } from "../paths.js";
import { isAside } from "./code/role.js";

/**
 * Tells the product's own files from examples, documents, templates that are yet to be filled in, what others wrote, and what
 * a build made. The templates of a chart are its manifests, and the folder of a build may well hold the image's file.
 */
export function productPaths(paths: readonly string[]): (path: string) => boolean {
  const charts = new Set(paths.filter((path) => nameOf(path) === "Chart.yaml"));
  return (path) => {
    const folder = /^(.*?)\/?templates\//.exec(path)?.[1];
    const isChart = folder !== undefined && charts.has(folder === "" ? "Chart.yaml" : `${folder}/Chart.yaml`);
    if (isChart) return !isAside(`${folder}/${nameOf(path)}`);
    return !isAside(/dockerfile/i.test(nameOf(path)) ? path.replace(/(^|\/)build\/(?!lib\/)/, "$1") : path);
  };
}
