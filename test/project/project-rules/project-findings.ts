import { deepEqual, fail } from "node:assert/strict";
import { fixedConfigs, openConfigs } from "../../../src/project/configs.js";
import { defaultConfig } from "../../../src/engine/config.js";
import { allMetas } from "../../../src/project/project-rules/all-rules.js";
import { checkProjectRules } from "../../../src/project/project-rules/check-project-rules.js";
import { projectRules } from "../../../src/project/project-rules/index.js";
import type { ProjectRule } from "../../../src/project/project-rules/project-rule.js";
import { namesIn } from "../../../src/project/root-names.js";
import type { Finding } from "../../../src/rules/rule.js";
import { memoryFileSystem, type MemoryFile } from "../memory-file-system.js";

export type Files = Readonly<Record<string, MemoryFile>>;

const root = { folder: "/p", isProject: true };

/** What one rule finds in a project, whatever a configuration among its files says. A rule that throws fails the test. */
export async function findingsIn(rule: ProjectRule | string, files: Files): Promise<readonly Finding[]> {
  const only = typeof rule === "string" ? [ruleOf(rule)] : [rule];
  return findings(files, only);
}

/** The same with all rules that its own configuration has. */
export function findings(files: Files, only?: readonly ProjectRule[]): Promise<readonly Finding[]> {
  const fileSystem = memoryFileSystem(
    Object.fromEntries(Object.entries(files).map(([path, content]) => [`/p/${path}`, content])),
  );
  const configs = only === undefined ? openConfigs(fileSystem, allMetas) : fixedConfigs(defaultConfig);
  return checkProjectRules({
    ...{ files: fileSystem, configs, root, names: namesIn(root) },
    ...(only === undefined ? {} : { only }),
    onRuleError: (id, _, error) => {
      throw new Error(`${id} threw`, { cause: error });
    },
  }).then((found) => found.flatMap(({ findings }) => findings));
}

/** Asserts what a rule finds, each as `path:line message`; a message that ends in `…` may go on. */
export async function expectIn(rule: ProjectRule | string, files: Files, expected: readonly string[]): Promise<void> {
  const found = (await findingsIn(rule, files)).map(({ path, start, message }) => `${path}:${start.line} ${message}`);
  deepEqual(
    found.map((line, index) => shortened(line, expected[index])),
    expected,
  );
}

function shortened(line: string, expected = ""): string {
  const start = expected.endsWith("…") ? expected.slice(0, -1) : undefined;
  return start !== undefined && line.startsWith(start) ? expected : line;
}

function ruleOf(id: string): ProjectRule {
  return projectRules.find((rule) => rule.meta.id === id) ?? fail(`There is no rule ${id}.`);
}
