import { findPlace, readingsFor } from "../guide/guide.js";
import type { Rule } from "../rules/rule.js";
import { readingLink } from "./rule-page.js";

/**
 * A finding explained in a few lines of Markdown, for a hover: what, why, what to do, what the guide says, where to read on.
 * `page` is the address of the rule's page, for shells that can open one.
 */
export function hoverText(message: string, rule: Rule, page?: string): string {
  const { id, why, fix, guide } = rule.meta;
  const place = findPlace(guide);
  const [reading] = readingsFor(guide);
  const more = [
    ...(reading === undefined ? [] : [`Read: ${readingLink(reading)}`]),
    page === undefined ? `\`${id}\`` : `[\`${id}\`](${page})`,
  ];
  return [
    `**${message}**`,
    why,
    fix,
    ...(place === undefined ? [] : [`> ${place.passage.text}`]),
    more.join(" · "),
  ].join("\n\n");
}
