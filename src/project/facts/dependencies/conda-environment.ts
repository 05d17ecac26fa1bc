import { child, itemsOf, textOf } from "../../ci/tree-access.js";
import { readYamlTrees } from "../../ci/yaml-tree.js";
import { type Asked, isDevelopmentGroup, type LanguageVersion, type Manifest } from "./asked.js";
import { languageVersion } from "./language-version.js";
import { pythonRequirement, type RequirementPlace } from "./requirement.js";

/** Reads conda's list of an environment, and pip's list inside it. */
export function readEnvironment(path: string, text: string): Manifest {
  const { trees, faults } = readYamlTrees(text, path);
  const asked: Asked[] = [];
  const versions: LanguageVersion[] = [];
  const isDevelopment = isDevelopmentGroup(path.replace(/\.ya?ml$/, ""));
  for (const item of trees[0] === undefined ? [] : itemsOf(child(trees[0], "dependencies"))) {
    const place = { path, line: item.line, isDevelopment };
    const written = textOf(item);
    if (written === undefined) {
      for (const inner of itemsOf(child(item, "pip"))) {
        const requirement = pythonRequirement(textOf(inner) ?? "", { ...place, line: inner.line });
        if (requirement !== undefined) asked.push(requirement);
      }
      continue;
    }
    const python = /^(?:[\w.-]+::)?python\s*(?=[=<>!~ ])(.*)$/.exec(written)?.[1];
    versions.push(...(languageVersion("python", python, place) ?? []));
    const requirement = condaRequirement(written, place);
    if (requirement !== undefined) asked.push(requirement);
  }
  return { path, asked, versions, reason: faults[0]?.detail };
}

/** `channel::name=1.2=build`, `name >=1.2,<2`, `name 1.2.*`; Python itself is a language and no dependency. */
export function condaRequirement(written: string, place: RequirementPlace): Asked | undefined {
  const [, name, specifier = ""] = /^\s*(?:[\w./-]+::)?([\w.-]+)\s*(.*?)\s*$/.exec(written.replace(/\s#.*$/, "")) ?? [];
  if (name === undefined || name === "python" || !/^(?:$|[=<>!~\d*])/.test(specifier)) return undefined;
  return {
    ...{ name, ecosystem: "python", specifier },
    isPinned: isPinnedByConda(specifier),
    hasHash: false,
    ...{ isDevelopment: place.isDevelopment, path: place.path, line: place.line },
    ...{ isConditional: false, isLocal: false },
  };
}

/** One sign is a prefix (`=1.2` allows 1.2.9), so that it needs all three numbers or a build. */
function isPinnedByConda(specifier: string): boolean {
  return !specifier.includes("*") && /^(?:==\s*[\w.]+|=[\w.]+=[\w.]+|=\d+\.\d+\.\d+[\w.]*)$/.test(specifier);
}
