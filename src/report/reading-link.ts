import type { Reading } from "../guide/content.js";
import { linkBetween, readingPath } from "./page-links.js";

/** A reading as a link, or its title alone where it has no address. */
export function readingLink(reading: Reading): string {
  return reading.url === undefined ? reading.label : `[${reading.label}](${reading.url})`;
}

/** A reading on the page at `from`: as a link to it, and to the card that says what it is for. */
export function readingOn(from: string, reading: Reading): string {
  const card = linkBetween(from, readingPath(reading.id));
  return reading.url === undefined ? `[${reading.label}](${card})` : `${readingLink(reading)} ([card](${card}))`;
}

/** A reading in a list, with what there is to know about it. */
export function readingLine(from: string, reading: Reading): string {
  const remarks = readingRemarks(reading);
  return `- ${readingOn(from, reading)}${remarks.length === 0 ? "" : `. ${remarks.join(" ")}`}`;
}

/** What to know of a reading, and how it came to be here. */
export function readingRemarks({ note, inSeed, addressFound }: Reading): readonly string[] {
  const found = !inSeed ? ["Found by us."] : addressFound ? ["The address was found by us."] : [];
  return [...(note === undefined ? [] : [note]), ...found];
}
