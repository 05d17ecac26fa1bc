import { isDay } from "../../checklist/attestations/days.js";
import { withAttestation } from "../../checklist/attestations/write.js";
import type { PersonsWord, TextChange } from "../../protocol-checklist.js";

export interface Signing {
  /** The text of the file as it is now; empty when there is none. */
  readonly text: string;
  readonly itemIds: readonly string[];
  /** As `2026-05-31`. */
  readonly today: string;
}

export type Signed =
  | { readonly change: Omit<TextChange, "isNew" | "version"> }
  | { readonly problem: string; readonly field?: keyof PersonsWord };

/** The change that adds what a person says to the text of the file, or what is wrong with it. */
export function signed(word: PersonsWord, { text, itemIds, today }: Signing): Signed {
  const given = { ...word, who: word.who.trim(), link: word.link.trim(), note: word.note.trim() };
  const fault = faultOf(given, itemIds, today);
  if (fault !== undefined) return fault;
  const { item, verdict, who, link, note, expires } = given;
  const after = withAttestation(text, {
    ...{ item, verdict, who, date: today },
    link: orNothing(link),
    note: orNothing(note),
    expires: orNothing(expires),
  });
  if (after === undefined) {
    return { problem: "The file of sign-offs is not well formed, so nothing can be added to it. Repair it first." };
  }
  return { change: changeBetween(text, after) };
}

function faultOf(word: PersonsWord, itemIds: readonly string[], today: string): Signed | undefined {
  const { item, verdict, who, link, note, expires } = word;
  if (!itemIds.includes(item)) return { problem: `There is no item ${item}.`, field: "item" };
  if (who === "") return { problem: "A sign-off takes the name of who gives it.", field: "who" };
  if (/[\r\n]/.test(who)) return { problem: "A name is one line.", field: "who" };
  if (verdict === "n/a" && note === "") return { problem: "A waiver takes a note with the reason.", field: "note" };
  if (/\s/.test(link)) return { problem: "A link has no spaces in it.", field: "link" };
  if (expires !== "" && !isDay(expires)) return { problem: "A day is written as 2026-05-31.", field: "expires" };
  if (expires !== "" && expires < today) return { problem: "This day has passed.", field: "expires" };
  return undefined;
}

function orNothing(text: string): string | undefined {
  return text === "" ? undefined : text;
}

/** The smallest stretch of one text that makes it the other: what others do to the rest meanwhile is left alone. */
export function changeBetween(before: string, after: string): Omit<TextChange, "isNew" | "version"> {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  // Whole lines: no line ending, and no sign of two units, is cut in two.
  start = before.slice(0, start).lastIndexOf("\n") + 1;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  const lineEnd = before.indexOf("\n", before.length - same);
  same = lineEnd < 0 ? 0 : before.length - lineEnd - 1;
  const end = before.length - same;
  return {
    range: { start: positionAt(before, start), end: positionAt(before, end) },
    newText: after.slice(start, after.length - same),
  };
}

function positionAt(text: string, offset: number): TextChange["range"]["start"] {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
