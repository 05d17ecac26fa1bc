import { type Document, isMap, isNode, isSeq, stringify, YAMLSeq } from "yaml";
import { parseTeamYaml } from "../../project/team-yaml.js";
import type { Attestation } from "./attestation.js";
import { columnOf, endOfEntry, listOf } from "./chunks.js";

/**
 * The text of the file with one more attestation at its end. Everything that stands there stays as it is, comments,
 * order and spelling included; undefined when the text is not YAML, because then nobody knows where the end is.
 */
export function withAttestation(text: string, attestation: Attestation): string | undefined {
  const before = parseTeamYaml(text);
  if (before === undefined || !(before.contents === null || isMap(before.contents))) return undefined;
  const count = entriesOf(before).length;
  for (const added of [inserted(text, before, attestation), rewritten(text, attestation)]) {
    if (added !== undefined && holds(added, count, attestation)) return added;
  }
  return undefined;
}

/** The text of one entry, its dash at a column, with the line ending of its file. */
export function entryText(attestation: Attestation, column: number, lineEnd: string): string {
  const lines = stringify([plain(attestation)], { lineWidth: 0 })
    .trimEnd()
    .split("\n");
  return lines.map((line) => (line === "" ? "" : " ".repeat(column) + line) + lineEnd).join("");
}

/** Only what is given, in the order in which people read it. */
function plain({ item, verdict, who, date, link, note, expires }: Attestation): Record<string, string> {
  const given = Object.entries({ item, verdict, who, date, link, note, expires });
  return Object.fromEntries(given.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** By hand, at the end of the list, so that not a letter of the rest changes; undefined where the list has another form. */
function inserted(text: string, document: Document.Parsed, attestation: Attestation): string | undefined {
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const list = listOf(document);
  if (list === undefined) {
    const start = text === "" || text.endsWith("\n") ? text : text + lineEnd;
    return `${start}attestations:${lineEnd}${entryText(attestation, 2, lineEnd)}`;
  }
  if (!isSeq(list) || list.flow === true || !list.range) return undefined;
  const [first] = list.range;
  const column = columnOf(text, first);
  const at = endOfEntry(text, list.items.at(-1), column);
  if (at === undefined) return undefined;
  const start = at === 0 || text[at - 1] === "\n" ? text.slice(0, at) : text.slice(0, at) + lineEnd;
  return start + entryText(attestation, column, lineEnd) + text.slice(at);
}

/** Through the parser's own writer, for lists in other forms: comments and order stay, spelling may not. */
function rewritten(text: string, attestation: Attestation): string | undefined {
  const document = parseTeamYaml(text);
  if (document === undefined || !isMap(document.contents)) return undefined;
  const known = document.get("attestations", true);
  const list = isSeq(known) ? known : new YAMLSeq();
  list.flow = false;
  list.add(document.createNode(plain(attestation)));
  document.set("attestations", list);
  return document.toString({ lineWidth: 0 });
}

function holds(text: string, count: number, attestation: Attestation): boolean {
  const document = parseTeamYaml(text);
  const entries = document === undefined ? [] : entriesOf(document);
  const last = entries.at(-1);
  // What was just added holds no alias, so it can be made into data whatever the rest of the file does.
  const added: unknown = document !== undefined && isNode(last) ? last.toJS(document) : undefined;
  return entries.length === count + 1 && JSON.stringify(added) === JSON.stringify(plain(attestation));
}

function entriesOf(document: Document.Parsed): readonly unknown[] {
  const list = listOf(document);
  return isSeq(list) ? list.items : [];
}
