import type { Guide } from "../guide/content.js";
import { builtInGuide, findPlace, readingsFor } from "../guide/guide.js";
import { prefixesForRule } from "../guide/snippet-json.js";
import type { AnyRule } from "../rules/rule.js";
import { readingLink } from "./reading-link.js";

/**
 * A rule explained in a few lines of Markdown, for a hover: why, what to do, what the guide says, where to read on,
 * and what to type for code to begin with.
 * What is wrong stands above it: editors show a finding's message themselves, and nobody wants to read it twice.
 * `page` is the address of the rule's page, for shells that can open one.
 */
export function hoverText(rule: AnyRule, page?: string, team: Guide = builtInGuide()): string {
  const { id, why, fix, guide } = rule.meta;
  const place = findPlace(guide, team);
  const [reading] = readingsFor(guide, team);
  const prefixes = prefixesForRule(id, team).map((prefix) => `\`${prefix}\``);
  const more = [
    ...(reading === undefined ? [] : [`Read: ${readingLink(reading)}`]),
    ...(prefixes.length === 0 ? [] : [`Type ${prefixes.join(" or ")} for a snippet`]),
    page === undefined ? `\`${id}\`` : `[\`${id}\`](${page})`,
  ];
  return [why, fix, ...(place === undefined ? [] : [`> ${place.passage.text}`]), more.join(" · ")].join("\n\n");
}
