import { section } from "../../report/checklist/html-parts.js";
import { escapeHtml } from "../../report/html.js";
import type { BaseBranch } from "./git.js";
import type { Panel } from "./panel.js";
import { comparisonHtml } from "./panel-summary.js";

/** What is other than where the work at hand left the base branch: when it is asked for, because that takes a run of its own. */
export function baseHtml({ base, commit }: Panel): string {
  if (base === undefined) return section("base", "Since the base branch", [sentence(restricted)]);
  if (base.state === "none") return section("base", "Since the base branch", [sentence(noBranch)]);
  const { branch } = base;
  const name = escapeHtml(branch.name);
  const words = base.state === "compared" ? `Compare with ${name} again` : `Compare with ${name}`;
  const button = `<div class="buttons"><button type="button" data-do="compare" data-value="">${words}</button></div>`;
  const at = `<p>Compared with ${pointOf(branch, commit)}, <code>${escapeHtml(branch.commit.slice(0, 10))}</code>: its files, its configuration and its sign-offs.</p>`;
  const title = `Since the branch point of ${branch.name}`;
  switch (base.state) {
    case "known":
      return section("base", title, [
        sentence("The questions are answered a second time, for the files of then; nothing is checked out."),
        button,
      ]);
    case "failed":
      return section("base", title, [sentence(`It could not be compared: ${base.reason}`), button]);
    case "compared":
      return section("base", title, [at, comparisonHtml(base.comparison), button]);
  }
}

/** Who works on the base branch itself sees what is not committed. */
function pointOf({ name, commit }: BaseBranch, now: string | undefined): string {
  const branch = `<code>${escapeHtml(name)}</code>`;
  return commit === now ? `the last commit, which ${branch} has too` : `the commit at which this work left ${branch}`;
}

function sentence(text: string): string {
  return `<p>${escapeHtml(text)}</p>`;
}

const restricted =
  "This window is in Restricted Mode: git is not asked for the base branch, so there is nothing to compare with.";
const noBranch =
  "No base branch was found: git knows no branch of an origin, no main and no master that this work started from, so there is nothing to compare with.";
