import type { Guide } from "../guide/content.js";
import { homesOf, type Home } from "../guide/homes.js";
import { slug } from "../guide/slug.js";
import type { AnyRule } from "../rules/rule.js";
import { stageTitle, tableText } from "./markdown.js";

/** Where each row of the sources' inventory lives; made for those who work on the guide. */
export function inventoryPage(guide: Guide, rules: readonly AnyRule[]): string {
  const homes = [...homesOf(guide)].toSorted(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
  const rows = homes.map(([row, ofRow]) => [
    row,
    [...new Set(ofRow.flatMap((home) => homeWords(home, guide, rules)))].join("<br>"),
  ]);
  return `${[
    "# Where the sources live on",
    "Every row of the inventory of the guide's sources, and what it became: a node of the guide, a reading, the text of a hover, a rule, an item of the checklist, a snippet or the detector of a tool.",
    tableText(["Row", "Lives in"], rows),
  ].join("\n\n")}\n`;
}

/** A home in words, with a link where it has a page; a passage that rules lead to is the text of their hovers too. */
function homeWords({ kind, at }: Home, guide: Guide, rules: readonly AnyRule[]): readonly string[] {
  const [path = "", anchor = ""] = at.split("#");
  const [stageId = ""] = path.split("/");
  const cited = rules.filter(({ meta }) => meta.guide === at).map(({ meta }) => meta.id);
  switch (kind) {
    case "stage":
      return [`node [${stageTitle(stageId)}](README.md#${slug(stageTitle(stageId))})`];
    case "topic":
      return [`node [${path}](${path}.md)`];
    case "passage":
      return [`node [${at}](${path}.md#${anchor})`, ...cited.map((id) => `hover of [${id}](../rules/${id}.md)`)];
    case "point":
      return [`node [${at}](${path}.md#${anchor})`];
    case "reading":
      return [`reading [${at}](README.md)`];
    case "path": {
      const title = guide.paths.find(({ id }) => id === at)?.title ?? at;
      return [`node [path of ${title}](paths/${at}.md)`];
    }
    case "goal":
      return [`node [${at}](goals.md)`];
    case "tool":
      return [`detector [${at}](tools.md)`];
    case "item":
      return [`item [${at}](checklist.md)`];
    case "snippet":
      return [`snippet [${at}](snippets/${at}.md)`];
    case "rule":
      return [rules.some(({ meta }) => meta.id === at) ? `rule [${at}](../rules/${at}.md)` : `rule ${at}, to come`];
  }
}
