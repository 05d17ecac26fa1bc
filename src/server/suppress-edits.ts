import type { CommentStyle } from "../project/project-rules/comments.js";
import type { Commented, SuppressionComment } from "../semantics/suppression.js";
import { readSuppressionComments } from "../semantics/suppression.js";
import type { Finding } from "../rules/rule.js";
import type { FormModule } from "../syntax/form.js";
import { LineIndex } from "../syntax/line-index.js";
import { endOfLine, lineText } from "./text-lines.js";
import { applyOffsetEdit, type OffsetEdit } from "./workspace-edit.js";

/** Code, or a file of any other format of which we know how comments are written. */
export type Writable = Pick<FormModule, keyof Commented | "language"> | (Commented & { readonly style: CommentStyle });

/** Parses a changed text, to see whether a comment put into it is one. */
export type Reparse = (text: string) => Promise<Commented>;

/** The edit that suppresses a rule where a finding begins: in the comment that is there, at the line's end, or above. */
export async function suppressOnLine(
  form: Writable,
  finding: Finding,
  reparse: Reparse,
): Promise<OffsetEdit | undefined> {
  const lines = new LineIndex(form.text);
  const existing = readSuppressionComments(form).find(
    ({ scope, target }) => scope === "line" && lines.position(target).line === finding.start.line,
  );
  if (existing !== undefined) return addToComment(form.text, existing, finding.rule);

  const { start } = lines.line(finding.start.line);
  const line = lineText(form.text, start);
  const { sign, atLineEnd } = styleOf(form);
  const comment = `${sign} preflight: ignore[${finding.rule}]`;
  const codeEnd = start + line.trimEnd().length;
  const before = start === 0 ? "" : lineText(form.text, start - 1);
  const atEnd = { start: codeEnd, end: start + line.length, newText: `  ${comment}` };
  const indentation = /^\s*/.exec(line)?.[0] ?? "";
  const above = { start, end: start, newText: `${indentation}${comment}${endOfLine(form.text)}` };
  const mayEnd = atLineEnd && !isContinued(line);
  for (const edit of [...(mayEnd ? [atEnd] : []), ...(isContinued(before) ? [] : [above])]) {
    if (await isComment(edit, form, finding, reparse)) return edit;
  }
  return undefined;
}

/** The edit that suppresses a rule in a whole file: in the comment that is there, or at the top. */
export function suppressInFile(form: Writable, rule: string): OffsetEdit {
  const existing = readSuppressionComments(form).find(({ scope }) => scope === "file");
  if (existing !== undefined) return addToComment(form.text, existing, rule);
  const start = afterHeader(form.text);
  const comment = `${styleOf(form).sign} preflight: ignore-file[${rule}]`;
  return { start, end: start, newText: `${comment}${endOfLine(form.text)}` };
}

/** `ignore[a]` becomes `ignore[a, b]`, and `ignore`, which suppresses nothing, `ignore[b]`. */
function addToComment(text: string, comment: SuppressionComment, rule: string): OffsetEdit {
  const last = comment.rules.at(-1);
  if (last !== undefined) return { start: last.end, end: last.end, newText: `, ${rule}` };
  const directive = /^preflight:\s*ignore(?:-file)?(?<brackets>\s*\[[^\]\n]*\])?/.exec(
    text.slice(comment.start, comment.end),
  );
  const end = comment.start + (directive?.[0].length ?? 0);
  return { start: end - (directive?.groups?.["brackets"]?.length ?? 0), end, newText: `[${rule}]` };
}

/**
 * Does the edit suppress the finding? The end of a line may lie in a string of several lines, and then a comment would
 * change what the program says. Only code that has such strings needs to be parsed again to know.
 */
async function isComment(edit: OffsetEdit, form: Writable, finding: Finding, reparse: Reparse): Promise<boolean> {
  if ("language" in form && !mayHoldLineEnds(form.text)) return true;
  const changed = await reparse(applyOffsetEdit(form.text, edit));
  return readSuppressionComments(changed).some(
    ({ start, rules }) =>
      start >= edit.start && start <= edit.start + edit.newText.length && rules[0]?.id === finding.rule,
  );
}

/** Strings of several lines, templates, and the text between JSX tags. */
function mayHoldLineEnds(text: string): boolean {
  return ['"""', "'''", "`", "</"].some((mark) => text.includes(mark));
}

/** Nothing may follow a backslash at a line's end, nor may a comment stand below it. */
function isContinued(line: string): boolean {
  return line.endsWith("\\");
}

/** After what must stand in a file's first lines: `#!`, a coding comment, what makes a script a notebook, what tells a builder how to read it. */
function afterHeader(text: string): number {
  return header.exec(text)?.[0].length ?? 0;
}

const lines = {
  interpreter: /#![^\r\n]*(?:\r\n|\r|\n)/,
  coding: /[ \t\f]*#[^\r\n]*coding[:=][^\r\n]*(?:\r\n|\r|\n)/,
  databricks: /# Databricks notebook source[^\r\n]*(?:\r\n|\r|\n)/,
  jupytext: /# ---[ \t]*(?:\r\n|\r|\n)(?:#(?! ---)[^\r\n]*(?:\r\n|\r|\n))+# ---[ \t]*(?:\r\n|\r|\n)/,
  dockerfile: /#[ \t]*(?:syntax|escape|check)[ \t]*=[^\r\n]*(?:\r\n|\r|\n)/,
};
const header = new RegExp(
  `^(?:${lines.interpreter.source})?(?:${lines.coding.source})?(?:${lines.databricks.source}|${lines.jupytext.source}|(?:${lines.dockerfile.source})+)?`,
);

function styleOf(form: Writable): CommentStyle {
  return "style" in form ? form.style : { sign: form.language === "python" ? "#" : "//", atLineEnd: true };
}
