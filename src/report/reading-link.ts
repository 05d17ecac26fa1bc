import type { Reading } from "../guide/content.js";

/** A reading as a link, or its title alone where it has no address. */
export function readingLink(reading: Reading): string {
  return reading.url === undefined ? reading.label : `[${reading.label}](${reading.url})`;
}

/** A reading in a list, with what there is to know about it. */
export function readingLine(reading: Reading): string {
  const found = !reading.inSeed ? ["Found by us."] : reading.addressFound ? ["The address was found by us."] : [];
  const notes = [...(reading.note === undefined ? [] : [reading.note]), ...found];
  return `- ${readingLink(reading)}${notes.length === 0 ? "" : `. ${notes.join(" ")}`}`;
}
