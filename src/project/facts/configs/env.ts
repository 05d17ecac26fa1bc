import { LineIndex } from "../../../syntax/line-index.js";
import { blank } from "../../tools/blank-comments.js";
import type { ConfigEntry } from "../file-facts.js";
import { valueOfText } from "./text-value.js";
import { mayBeSecret, redacted } from "./secrets.js";

/** Reads a `.env` file. What may be a secret is never passed on. */
export function readEnv(text: string): {
  readonly entries: readonly ConfigEntry[];
  readonly reason: string | undefined;
} {
  const lines = new LineIndex(text);
  const entries = [...text.matchAll(variable)].map(({ 1: key = "", 2: double, 3: single, 4: bare = "", index }) => ({
    key,
    value: shown(key, double ?? single ?? bare.replace(/(?:^|\s+)#.*$/, "").trim()),
    line: lines.position(index).line,
  }));
  const other = /^[ \t]*[^\s#]/m.exec(text.replace(variable, blank));
  const reason = other === null ? undefined : `line ${lines.position(other.index).line}: it sets no variable`;
  return { entries, reason };
}

/** A value in quotes may go over several lines, as a key in PEM does. */
const variable =
  /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\[^])*)"|'([^']*)'|([^\r\n]*))(?:[ \t]*(?:#[^\r\n]*)?)$/gm;

function shown(key: string, value: string): ConfigEntry["value"] {
  if (value === "") return null;
  return mayBeSecret(key, value) ? redacted : valueOfText(value);
}
