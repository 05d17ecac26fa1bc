import { matchesGlobs } from "../../engine/globs.js";
import type { ChecklistProject } from "../project.js";

/** A line of a `CODEOWNERS` file. */
export interface OwnerRule {
  readonly line: number;
  readonly globs: readonly string[];
  readonly owners: readonly string[];
}

export interface CodeOwners {
  readonly path: string;
  readonly rules: readonly OwnerRule[];
}

/** The file that says who owns what, where the platforms look for it. */
export async function codeOwners({
  files,
  read,
}: Pick<ChecklistProject, "files" | "read">): Promise<CodeOwners | undefined> {
  const path = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"].find((one) =>
    files.includes(one),
  );
  const text = path === undefined ? undefined : await read(path);
  if (path === undefined || text === undefined) return undefined;
  const rules = text.split(/\r\n|[\r\n]/).flatMap((line, index): OwnerRule[] => {
    // A section of GitLab's begins with its name in brackets.
    const [pattern, ...owners] = line
      .replace(/(?:^|\s)#.*$/, "")
      .trim()
      .split(/\s+/);
    if (pattern === undefined || pattern === "" || /^\^?\[/.test(pattern)) return [];
    return [{ line: index + 1, globs: globsOf(pattern), owners: owners.filter((one) => one.includes("@")) }];
  });
  return { path, rules };
}

/** The rule that says who owns a file: the last that matches, if it names anybody. */
export function ownerRule({ rules }: CodeOwners, path: string): OwnerRule | undefined {
  const rule = rules.findLast(({ globs }) => matchesGlobs(globs, path));
  return rule === undefined || rule.owners.length === 0 ? undefined : rule;
}

/** `/src/` from the root, `*.py` and `train` at any depth, `docs/*` one level below. */
function globsOf(pattern: string): readonly string[] {
  const isAnchored = /\/(?!$)/.test(pattern);
  const plain = pattern.replace(/^\//, "").replace(/\/$/, "");
  const base = isAnchored ? plain : `**/${plain}`;
  if (pattern === "*" || pattern === "/**" || pattern === "**") return ["**"];
  return pattern.endsWith("/*") ? [base] : [base, `${base}/**`];
}
