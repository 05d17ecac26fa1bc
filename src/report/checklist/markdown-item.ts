import type { ItemResult } from "../../checklist/result.js";
import { codeSpan, markdownText } from "./markdown-text.js";
import { firstOf, gravityText, levelText, placeText, reasonOf, unreadableText, verdictSigns } from "./words.js";

/** An item as an entry of a list, with what led to its verdict below it. */
export function markdownItem(item: ItemResult, mostPlaces: number, link: (id: string) => string): string {
  const { id, verdict, question, evidence, objections, missing, unreadable, attestation } = item;
  const [gravity, reason] = [gravityText(item), reasonOf(item)];
  const head = `- ${verdictSigns[verdict]} **${verdict}** ${link(id)}${gravity === undefined ? "" : ` (${gravity})`}: ${markdownText(question)}`;
  const some = (label: string, lines: readonly string[], most = mostPlaces): readonly string[] => {
    const [shown, left] = most === 0 ? [[], 0] : firstOf(lines, most);
    return [...shown.map((line) => `  - ${label}${line}`), ...(left === 0 ? [] : [`  - and ${left} more`])];
  };
  return [
    head,
    ...(reason === undefined ? [] : [`  - ${markdownText(reason)}`]),
    ...some(
      "",
      evidence.map((one) => `${codeSpan(placeText(one))} ${markdownText(one.what)} (${levelText(one.level)})`),
    ),
    ...some(
      "against: ",
      objections.map((one) => `${codeSpan(placeText(one))} ${markdownText(one.what)}`),
    ),
    ...some("missing: ", missing.map(markdownText), Math.min(mostPlaces, 2)),
    ...some("unreadable: ", verdict === "unknown" ? [] : unreadable.map(unreadableText).map(markdownText)),
    ...(attestation === undefined
      ? []
      : [`  - ${markdownText(`said by ${attestation.who}, counts until ${attestation.expiresOn}`)}`]),
  ].join("\n");
}
