import type { Span } from "../span.js";

/** A cell of a script that editors show as a notebook. Its span leaves the line out that begins it. */
export interface ScriptCell extends Span {
  readonly kind: "code" | "markdown";
  /** What stands on the line that begins it. */
  readonly title: string;
}

/**
 * The cells of a script in jupytext's percent format (https://jupytext.readthedocs.io/en/latest/formats-scripts.html) or
 * as Databricks exports a notebook; undefined for any other. What stands above the first mark is a cell where it is
 * more than comments.
 */
export function cellsOfScript(text: string): readonly ScriptCell[] | undefined {
  const isNamed = databricks.test(text);
  const commands = [...text.matchAll(command)];
  const isDatabricks = isNamed || commands.length > 0;
  const marks = isDatabricks ? commands : [...text.matchAll(percent)];
  if (marks.length === 0 && !isDatabricks) return undefined;
  const begins = marks.map((mark) => ({
    at: mark.index,
    from: lineEnd(text, mark.index),
    title: mark[1]?.trim() ?? "",
  }));
  // The line that names Databricks begins the first cell.
  const top = isNamed ? lineEnd(text, 0) : 0;
  const head = text.slice(top, begins[0]?.at);
  const cells = begins.map(({ from, title }, index) => ({
    start: from,
    end: begins[index + 1]?.at ?? text.length,
    title,
  }));
  const all = isNamed || hasCode.test(head) ? [{ start: top, end: top + head.length, title: "" }, ...cells] : cells;
  return all.map((cell) => ({ ...cell, kind: isProse(text, cell) ? "markdown" : "code" }));
}

/** Is there more than comments? */
export function holdsCode(text: string): boolean {
  return hasCode.test(text);
}

const databricks = /^# Databricks notebook source\b/;
const command = /^# COMMAND -{5,}(.*)$/gm;
const percent = /^#[ \t]*%%(?![%\w])(.*)$/gm;
const hasCode = /^[ \t]*[^\s#]/m;

function isProse(text: string, { start, end, title }: Span & { readonly title: string }): boolean {
  return /\[(?:markdown|md|raw)\]/.test(title) || magicProse.test(text.slice(start, end));
}

const magicProse = /^\s*(?:# DBTITLE .*\s+)?# MAGIC %md/;

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end + 1;
}
