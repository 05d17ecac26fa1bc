import type { CoverageReport } from "../file-facts.js";
import { coveredLines } from "./covered-lines.js";
import type { XmlReader } from "./xml.js";

/** Cobertura's XML, as coverage.py, istanbul and many others write it. */
export function coberturaReader(path: string, paths: ReadonlySet<string>): XmlReader<CoverageReport> {
  const lines = coveredLines(path, paths);
  const sources: string[] = [];
  let file: string | undefined;
  let source: string | undefined;
  let isCobertura = false;
  return {
    open: (element, attribute) => {
      if (element === "packages") isCobertura = true;
      else if (element === "source") source = "";
      else if (element === "class") file = attribute("filename");
      // Lines stand under methods and once more under the class; as a set they are counted once.
      else if (element === "line" && file !== undefined)
        lines.line(file, Number(attribute("number")), Number(attribute("hits")));
    },
    text: (text) => {
      if (source !== undefined) source += text;
    },
    close: (element) => {
      if (element === "class") file = undefined;
      if (element !== "source" || source === undefined) return;
      if (sources.length < mostSources) sources.push(source.trim());
      source = undefined;
    },
    done: () => {
      if (!isCobertura) throw new Error("it is no report of Cobertura: it has no packages");
      return lines.report(sources);
    },
  };
}

const mostSources = 20;
