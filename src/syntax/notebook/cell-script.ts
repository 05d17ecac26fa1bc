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
  const isDatabricks = databricks.test(text);
  const marks = [...text.matchAll(isDatabricks ? command : percent)];
  if (marks.length === 0) return undefined;
  const begins = marks.map((mark) => ({
    at: mark.index,
    from: lineEnd(text, mark.index),
    title: mark[1]?.trim() ?? "",
  }));
  // The line that names Databricks begins the first cell.
  const top = isDatabricks ? lineEnd(text, 0) : 0;
  const head = text.slice(top, begins[0]?.at ?? 0);
  const cells = begins.map(({ from, title }, index) => ({
    start: from,
    end: begins[index + 1]?.at ?? text.length,
    title,
  }));
  const all =
    isDatabricks || hasCode.test(head) ? [{ start: top, end: top + head.length, title: "" }, ...cells] : cells;
  return all.map((cell) => ({ ...cell, kind: isProse(text, cell) ? "markdown" : "code" }));
}

const databricks = /^# Databricks notebook source\b/;
const command = /^# COMMAND -{5,}(.*)$/gm;
const percent = /^# ?%%(?![%\w])(.*)$/gm;
const hasCode = /^(?!#)[^\s#]/m;

function isProse(text: string, { start, end, title }: Span & { readonly title: string }): boolean {
  return /\[(?:markdown|md|raw)\]/.test(title) || /^\s*# MAGIC %md/.test(text.slice(start, end));
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end + 1;
}
