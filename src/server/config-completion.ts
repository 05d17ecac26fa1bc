import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ConfigKey } from "../engine/config-schema.js";
import { builtInGuide } from "../guide/guide.js";
import { allRules } from "../project/project-rules/all-rules.js";
import { hoverText } from "../report/hover-text.js";
import { configMeaning } from "./config-meaning.js";
import { configPlace } from "./config-place.js";

/** What can be written next in a configuration file: keys, rule ids, presets and levels. */
export function configCompletion(document: TextDocument, offset: number): CompletionItem[] {
  const place = configPlace(document.getText(), offset);
  const meaning = place === undefined ? undefined : configMeaning(place.path);
  if (place === undefined || meaning === undefined) return [];
  const range = { start: document.positionAt(place.word.start), end: document.positionAt(place.word.end) };
  const item = (
    label: string,
    kind: CompletionItemKind,
    doc: string,
    newText: string,
    rest?: Partial<CompletionItem>,
  ): CompletionItem => ({
    label,
    kind,
    documentation: { kind: MarkupKind.Markdown, value: doc },
    textEdit: { range, newText: (place.needsSpace ? " " : "") + newText },
    ...rest,
  });

  if (place.part === "value") {
    if (meaning.kind !== "choices") return [];
    return meaning.choices.map(({ value, doc }, index) =>
      item(value, CompletionItemKind.EnumMember, doc, value, { sortText: String(index) }),
    );
  }
  const colon = hasColon(document.getText(), place.word.end) ? "" : ": ";
  if (meaning.kind === "rules") {
    return allRules.map((rule) =>
      item(rule.meta.id, CompletionItemKind.Property, hoverText(rule), rule.meta.id + colon, {
        detail: rule.meta.summary,
      }),
    );
  }
  if (meaning.kind === "items") {
    return builtInGuide().items.map(({ id, question }) =>
      item(id, CompletionItemKind.Property, question, id + colon, { detail: question }),
    );
  }
  if (meaning.kind === "list") {
    return [
      item("- files", CompletionItemKind.Property, "A new entry.", '- files: ["$1"]', {
        insertTextFormat: InsertTextFormat.Snippet,
      }),
    ];
  }
  if (meaning.kind !== "keys") return [];
  return meaning.keys.map((key, index) =>
    item(key.name, CompletionItemKind.Property, keyDoc(key), key.name + colon, { sortText: String(index) }),
  );
}

/** A key of the configuration in a few lines of Markdown. */
export function keyDoc(key: ConfigKey): string {
  const choices =
    key.value.type === "choice"
      ? key.value.choices.map(({ value, doc }) => `- \`${value}\`${doc === "" ? "" : `: ${doc}`}`)
      : [];
  const standard = key.default === undefined ? [] : [`Default: \`${key.default}\``];
  return [key.doc, ...(choices.length > 0 ? [choices.join("\n")] : []), ...standard].join("\n\n");
}

function hasColon(text: string, offset: number): boolean {
  return /^["']?\s*:/.test(text.slice(offset, offset + 20));
}
