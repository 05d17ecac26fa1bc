import type { Span } from "../../syntax/span.js";
import type { ToolWords } from "./detectors.js";
import type { Found, TraceKind } from "./trace.js";

/** The first place of each tool's words in a text, where they stand as words of their own. */
export function findWords(
  text: string,
  sought: readonly ToolWords[],
  kind: TraceKind,
  isWanted: (span: Span) => boolean = () => true,
): readonly Found[] {
  return sought.flatMap(({ tool, words }) => {
    for (const word of words) {
      const span = placesOf(text, word).find(isWanted);
      if (span !== undefined) return [{ tool, kind, span, what: word.trim() }];
    }
    return [];
  });
}

function placesOf(text: string, word: string): readonly Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
    const end = start + word.length;
    // `kind: Deployment` is no part of `kind: DeploymentConfig`, while what ends in a sign goes on: `aws_sagemaker_model`.
    const isWhole =
      !(isWordSign(word.charAt(0)) && isWordSign(text.charAt(start - 1))) &&
      !(/[A-Za-z0-9]$/.test(word) && isWordSign(text.charAt(end)));
    if (isWhole) found.push({ start, end: start + word.trimEnd().length });
  }
  return found;
}

function isWordSign(sign: string): boolean {
  return /\w/.test(sign);
}
