import { eachExpression } from "../../../semantics/code/visit.js";
import { LineIndex } from "../../../syntax/line-index.js";
import { readPython } from "../../../syntax/python/lower.js";
import { declarationReader } from "../../tools/declared.js";
import { readIni } from "../configs/ini.js";
import { type Asked, isDevelopmentGroup, type Manifest } from "./asked.js";
import { languageVersion } from "./language-version.js";
import { pythonRequirement } from "./requirement.js";

/** Reads the lists of a `setup.cfg`. */
export function readSetupConfig(path: string, text: string): Manifest {
  const { options, reason } = readIni(text);
  const asked = options.flatMap(({ section, key, values }): readonly Asked[] => {
    const isExtra = section === "options.extras_require";
    if (!isExtra && !(section === "options" && /^(?:install|tests)_requires?$/.test(key))) return [];
    const isDevelopment = isDevelopmentGroup(isExtra ? key : key.replace("_", "-"));
    return values.flatMap(
      ({ text, line }) => pythonRequirement(text, { path, line, isDevelopment, isConditional: isExtra }) ?? [],
    );
  });
  const python = options.find(({ section, key }) => section === "options" && key === "python_requires");
  const versions = languageVersion("python", python?.values[0]?.text, { path, line: python?.line ?? 1 }) ?? [];
  return { path, asked, versions, reason };
}

/** The script is never run; what it says in plain text is what is known of it. */
export function readSetupScript(path: string, text: string): Manifest {
  const lines = new LineIndex(text);
  const declared = declarationReader("setup.py")?.(text) ?? [];
  const inOrder = declared.toSorted((a, b) => a.span.start - b.span.start);
  const asked = inOrder.flatMap(({ span, what }) => {
    const { line } = lines.position(span.start);
    return pythonRequirement(what, { path, line, isDevelopment: false }) ?? [];
  });
  const versions: Manifest["versions"][number][] = [];
  eachExpression(readPython(text).body, (expression) => {
    if (expression.kind !== "Call") return;
    for (const { name, value } of expression.args) {
      if (name !== "python_requires" || value.kind !== "Literal" || typeof value.value !== "string") continue;
      const { line } = lines.position(value.start);
      versions.push(...(languageVersion("python", value.value, { path, line }) ?? []));
    }
  });
  return { path, asked, versions };
}
