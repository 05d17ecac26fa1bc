import { printable } from "../text-frame.js";

/** A stretch of a sentence: code where it stands between backticks, else plain text. */
export interface Piece {
  readonly isCode: boolean;
  readonly text: string;
}

/** The one mark that our sentences have; whatever else they hold, names from a project's files included, is plain text. */
export function pieces(sentence: string): readonly Piece[] {
  return printable(sentence)
    .split(/(`[^`]+`)/)
    .flatMap((text) => {
      const isCode = text.length > 2 && text.startsWith("`") && text.endsWith("`");
      return text === "" ? [] : [{ isCode, text: isCode ? text.slice(1, -1) : text }];
    });
}
