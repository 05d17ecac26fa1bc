import type { Evidence, Objection } from "../../checklist/evidence.js";
import type { ItemResult } from "../../checklist/result.js";
import { codeSpan, markdownText } from "./markdown-text.js";
import { firstOf, gravityText, levelText, placeText, reasonOf, unreadableText, verdictSigns } from "./words.js";

/** An item as an entry of a list, with what led to its verdict below it. */
export function markdownItem(item: ItemResult, mostPlaces: number, link: (id: string) => string): string {
  const { id, verdict, question, evidence, objections, missing, unreadable, attestation } = item;
  const [gravity, reason] = [gravityText(item), reasonOf(item)];
  const head = `- ${verdictSigns[verdict]} **${verdict}** ${link(id)}${gravity === undefined ? "" : ` (${gravity})`}: ${markdownText(question)}`;
  const some = <T>(label: string, list: readonly T[], show: (one: T) => string): readonly string[] => {
    const [shown, left] = mostPlaces === 0 ? [[], 0] : firstOf(list, mostPlaces);
    return [...shown.map((one) => `  - ${label}${show(one)}`), ...(left === 0 ? [] : [`  - and ${left} more`])];
  };
  return [
    head,
    ...(reason === undefined ? [] : [`  - ${markdownText(reason)}`]),
    ...some("", evidence, (one) => `${placed(one)} (${levelText(one.level)})`),
    ...some("against: ", objections, placed),
    ...some("missing: ", missing, markdownText),
    ...some("unreadable: ", verdict === "unknown" ? [] : unreadable, (one) => markdownText(unreadableText(one))),
    ...(attestation === undefined
      ? []
      : [`  - ${markdownText(`said by ${attestation.who}, counts until ${attestation.expiresOn}`)}`]),
  ].join("\n");
}

function placed(one: Evidence | Objection): string {
  return `${codeSpan(placeText(one))} ${markdownText(one.what)}`;
}
