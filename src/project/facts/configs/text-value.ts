import type { ConfigEntry } from "../file-facts.js";

/** What a text is in formats that have texts alone: a number when it is written like one, so that `3.10` stays a version. */
export function valueOfText(text: string): ConfigEntry["value"] {
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
  return text !== "" && String(Number(text)) === text ? Number(text) : text;
}
