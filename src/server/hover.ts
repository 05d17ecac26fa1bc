import { type Hover, MarkupKind, type Position, type Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Guide } from "../guide/content.js";
import { allRules } from "../project/project-rules/all-rules.js";
import { hoverText } from "../report/hover-text.js";
import type { AnyRule, Finding } from "../rules/rule.js";
import { readSuppressionComments } from "../semantics/suppression.js";
import type { Span } from "../syntax/span.js";
import { type CheckedText, checkedText } from "./checked-text.js";
import { keyDoc } from "./config-completion.js";
import { configMeaning } from "./config-meaning.js";
import { configPlace } from "./config-place.js";
import { toLspRange } from "./diagnostics.js";
import type { Session } from "./session.js";
import { isConfigFile, pathOf } from "./uris.js";

/** The address of a rule's page for a hover, with the finding at a place; undefined where no link would work. */
export type PageLink = (rule: string, finding?: Position) => string | undefined;

/** What is said at a place of any text: in a configuration of its keys, in all else of findings and suppressed rules. */
export async function hoverAt(
  document: TextDocument,
  position: Position,
  session: Session,
  page: PageLink,
  guide: Guide,
): Promise<Hover | undefined> {
  if (isConfigFile(pathOf(document.uri) ?? "")) return configHover(document, position, page, guide);
  const checked = await checkedText(document, session);
  return checked && documentHover(document, position, checked, page, guide);
}

/** Why a finding matters, what to do and what the guide says; the same for a rule's name in a suppression comment. */
function documentHover(
  document: TextDocument,
  position: Position,
  { findings, span, commented }: CheckedText,
  page: PageLink,
  guide: Guide,
): Hover | undefined {
  const found = findings.filter((finding) => contains(toLspRange(finding), position));
  if (found.length > 0) {
    const texts = found.flatMap((finding) => explanation(finding, page, guide) ?? []);
    return { contents: { kind: MarkupKind.Markdown, value: texts.join("\n\n---\n\n") }, range: toLspRange(found[0]!) };
  }
  const offset = span.start + document.offsetAt(position);
  const named = readSuppressionComments(commented)
    .flatMap((comment) => comment.rules)
    .find(({ start, end }) => start <= offset && offset <= end);
  const text = named === undefined ? undefined : ruleText(named.id, page, guide);
  if (named === undefined || text === undefined) return undefined;
  return hover(document, { start: named.start - span.start, end: named.end - span.start }, text);
}

/** Keys, rules, presets and levels of a configuration file. */
function configHover(document: TextDocument, position: Position, page: PageLink, guide: Guide): Hover | undefined {
  const text = document.getText();
  const place = configPlace(text, document.offsetAt(position));
  const meaning = place === undefined ? undefined : configMeaning(place.path);
  if (place === undefined || meaning === undefined) return undefined;
  const word = text.slice(place.word.start, place.word.end);
  let doc: string | undefined;
  if (meaning.kind === "rules" && place.part === "key") doc = ruleText(word, page, guide);
  if (meaning.kind === "choices" && place.part === "value")
    doc = meaning.choices.find(({ value }) => value === word)?.doc;
  if (meaning.kind === "keys" && place.part === "key") {
    const key = meaning.keys.find(({ name }) => name === word);
    doc = key === undefined ? undefined : keyDoc(key);
  }
  return doc === undefined ? undefined : hover(document, place.word, doc);
}

/** A rule by its name: what it is about, and the explanation. */
function ruleText(id: string, page: PageLink, guide: Guide): string | undefined {
  const rule = ruleOf(id);
  return rule === undefined ? undefined : `**${rule.meta.summary}**\n\n${hoverText(rule, page(id), guide)}`;
}

function explanation(finding: Finding, page: PageLink, guide: Guide): string | undefined {
  const rule = ruleOf(finding.rule);
  return rule && hoverText(rule, page(finding.rule, toLspRange(finding).start), guide);
}

function ruleOf(id: string): AnyRule | undefined {
  return allRules.find(({ meta }) => meta.id === id);
}

function hover(document: TextDocument, { start, end }: Span, value: string): Hover {
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  return { contents: { kind: MarkupKind.Markdown, value }, range };
}

export function contains({ start, end }: Range, position: Position): boolean {
  return compare(start, position) <= 0 && compare(position, end) <= 0;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
