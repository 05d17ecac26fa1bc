import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";

/** Files that make a review a condition of a merge, and a history that shows reviews. */
export async function enforcedReview(project: ChecklistProject): Promise<readonly Evidence[]> {
  return [...inConfigs(project), ...(await inTerraform(project)), ...(await inHistory(project))];
}

/** Rulesets of GitHub, and the settings of its app for repositories. */
function inConfigs({ configs }: ChecklistProject): readonly Evidence[] {
  return configs.flatMap(({ path, entries }): Evidence[] => {
    const isRuleset = /^\.github\/rulesets\/[^/]+\.json$/.test(path);
    if (!isRuleset && !/^\.github\/settings\.ya?ml$/.test(path)) return [];
    const isOff = isRuleset && entries.some(({ key, value }) => key === "enforcement" && value !== "active");
    const asked = entries.find(
      ({ key, value }) => /required_approving_review_count$/.test(key) && typeof value === "number" && value > 0,
    );
    if (isOff || asked === undefined) return [];
    return [
      {
        path,
        line: asked.line,
        level: "L3",
        what: `A merge takes ${asked.value === 1 ? "one approval" : `${String(asked.value)} approvals`}`,
        rule: "ruleset",
      },
    ];
  });
}

async function inTerraform(project: ChecklistProject): Promise<readonly Evidence[]> {
  const found: Evidence[] = [];
  for (const path of project.files.filter((one) => one.endsWith(".tf"))) {
    const lines = ((await project.read(path)) ?? "").split("\n").map((line) => line.replace(/(?:#|\/\/).*$/, ""));
    const isProtected = lines.some((line) => /resource\s+"github_(?:branch_protection|repository_ruleset)/.test(line));
    const at = lines.findIndex((line) =>
      /required_pull_request_reviews|required_approving_review_count\s*=\s*[1-9]/.test(line),
    );
    if (isProtected && at >= 0)
      found.push({ path, line: at + 1, level: "L3", what: "A merge takes a review", rule: "branch-protection" });
  }
  return found;
}

/** What git noted of the branch: merges of pull requests, or their numbers in the subjects of commits. */
async function inHistory(project: ChecklistProject): Promise<readonly Evidence[]> {
  for (const path of [
    ".git/logs/refs/remotes/origin/main",
    ".git/logs/refs/heads/main",
    ".git/logs/refs/heads/master",
  ]) {
    const commits = ((await project.read(path)) ?? "")
      .split("\n")
      .filter((line) => /\tcommit|\tmerge|\tpull|\tcherry-pick/.test(line))
      .slice(-last);
    const reviewed = commits.filter((line) => /Merge (?:pull|merge) request|\(#\d+\)|See merge request/.test(line));
    if (commits.length < few || reviewed.length * 2 < commits.length) continue;
    return [
      {
        path,
        line: 1,
        level: "L3",
        what: `${reviewed.length} of the last ${commits.length} changes came through a request`,
        rule: "history",
      },
    ];
  }
  return [];
}

const last = 100;
const few = 5;
