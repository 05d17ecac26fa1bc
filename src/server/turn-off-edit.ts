import { isMap, isNode, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from "yaml";
import { matchesGlobs } from "../engine/globs.js";
import { applyOffsetEdit, type OffsetEdit } from "./workspace-edit.js";

/**
 * The edit of a configuration's text that turns a rule off for a file: where a level for it is set already, else in `rules`.
 * Nothing else in the text is touched, comments and layout included. Undefined when the text is not a configuration.
 */
export function turnOffEdit(text: string, rule: string, pathInConfig: string): OffsetEdit | undefined {
  const document = parseDocument(text, { logLevel: "silent" });
  const { contents } = document;
  if (document.errors.length > 0) return undefined;
  const edit = editIn(text, contents, rule, pathInConfig);
  if (edit === undefined) return undefined;
  // Whatever the layout of the file is, an edit that leaves it broken is not offered.
  return parseDocument(applyOffsetEdit(text, edit), { logLevel: "silent" }).errors.length === 0 ? edit : undefined;
}

function editIn(text: string, contents: Node | null, rule: string, pathInConfig: string): OffsetEdit | undefined {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  if (isEmpty(contents)) return appended(text, `rules:${eol}  ${rule}: off${eol}`, eol);
  if (!isMap(contents)) return undefined;
  const rules = contents.get("rules", true);
  const level =
    levelInPaths(contents.get("paths", true), rule, pathInConfig) ?? (isMap(rules) ? rules.get(rule, true) : undefined);
  if (level?.range)
    return { start: level.range[0], end: level.range[1], newText: level.range[0] === level.range[1] ? " off" : "off" };
  if (isMap(rules) && rules.items.length > 0) return addedTo(text, rules, `${rule}: off`, eol);
  if (isMap(rules) && rules.range) return { start: rules.range[0], end: rules.range[1], newText: `{ ${rule}: off }` };
  if (contents.has("rules")) return isEmpty(rules) ? underKey(text, contents, `${eol}  ${rule}: off`) : undefined;
  if (contents.flow === true) return addedTo(text, contents, `rules: { ${rule}: off }`, eol);
  return appended(text, `rules:${eol}  ${rule}: off${eol}`, eol);
}

/** The level in the last entry of `paths` that is about the file and names the rule: it is the one that counts. */
function levelInPaths(paths: unknown, rule: string, pathInConfig: string): Node | undefined {
  if (!isSeq(paths)) return undefined;
  for (const entry of paths.items.toReversed()) {
    if (!isMap(entry)) continue;
    const rules = entry.get("rules", true);
    const level: unknown = isMap(rules) ? rules.get(rule, true) : undefined;
    if (isNode(level) && matchesGlobs(globsOf(entry.get("files", true)), pathInConfig)) return level;
  }
  return undefined;
}

function globsOf(files: unknown): readonly string[] {
  const items: readonly unknown[] = isSeq(files) ? files.items : [files];
  return items.flatMap((item) => (isScalar(item) && typeof item.value === "string" ? [item.value] : []));
}

/** A new first entry in a block mapping, where no comment can come between; a new last one between braces. */
function addedTo(text: string, map: YAMLMap, entry: string, eol: string): OffsetEdit | undefined {
  const [first] = map.items;
  const last = map.items.at(-1);
  if (map.flow === true) {
    const end = rangeOf(last?.value)?.[1] ?? rangeOf(last?.key)?.[1];
    return end === undefined ? undefined : { start: end, end, newText: `, ${entry}` };
  }
  const start = rangeOf(first?.key)?.[0];
  if (start === undefined) return undefined;
  const indentation = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return { start, end: start, newText: `${entry}${eol}${indentation}` };
}

function underKey(text: string, contents: YAMLMap, newText: string): OffsetEdit | undefined {
  const key = contents.items.map((pair) => pair.key).find((node) => isScalar(node) && node.value === "rules");
  const colon = isNode(key) && key.range ? text.indexOf(":", key.range[1]) : -1;
  return colon < 0 ? undefined : { start: colon + 1, end: colon + 1, newText };
}

function appended(text: string, newText: string, eol: string): OffsetEdit {
  const needsLineEnd = text !== "" && !/[\r\n]$/.test(text);
  return { start: text.length, end: text.length, newText: needsLineEnd ? eol + newText : newText };
}

function rangeOf(node: unknown): Node["range"] {
  return isNode(node) ? node.range : undefined;
}

function isEmpty(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null);
}
