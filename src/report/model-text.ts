import type { Model } from "../semantics/model.js";
import { LineIndex } from "../syntax/line-index.js";
import { describeModel, type ModelDescription } from "./model/describe.js";
import type { Note, NoteKind } from "./model/note.js";
import { printable } from "./text-frame.js";
import type { Colors } from "./text.js";

/** What the engine knows of a file, for developers of rules: every line of code, and under it what is known of it. */
export function modelText(model: Model, colors: Colors): string {
  const description = describeModel(model);
  const lines = new LineIndex(model.form.text);
  const byLine = new Map<number, Note[]>();
  for (const note of description.notes) {
    const { line } = lines.position(note.at.start);
    byLine.set(line, [...(byLine.get(line) ?? []), note]);
  }
  const width = String(lines.lineCount).length;
  const margin = " ".repeat(width);
  const out = headLines(model, description, colors);
  for (let line = 1; line <= lines.lineCount; line++) {
    const { start, end } = lines.line(line);
    const code = printable(model.form.text.slice(start, end).replace(/[\r\n]+$/, ""));
    if (line === lines.lineCount && code === "") break;
    out.push(`${colors.dim(`${String(line).padStart(width)} |`)} ${code}`.trimEnd());
    for (const note of byLine.get(line) ?? []) out.push(`${margin}   ${noteLine(note, colors)}`);
  }
  return `${out.join("\n")}\n`;
}

function headLines(model: Model, { libraries, followed, seeded }: ModelDescription, colors: Colors): string[] {
  const lines = [colors.underline(printable(model.path))];
  if (!model.isMachineLearning) {
    lines.push("No library that rules are about is imported, so the code was not followed.", "");
    return lines;
  }
  lines.push(`libraries: ${libraries.join(", ")}`);
  if (followed.length > 0) lines.push(`also followed: ${followed.map(printable).join(", ")}`);
  const seeds = Object.entries(seeded).map(([library, is]) => `${library} ${is ? "yes" : "not in sight"}`);
  if (seeds.length > 0) lines.push(`seeded: ${seeds.join(", ")}`);
  if (model.form.errors.length > 0)
    lines.push(colors.yellow(`syntax errors: ${model.form.errors.length}; what they hide is unknown`));
  return [...lines, ""];
}

function noteLine({ kind, subject, text }: Note, colors: Colors): string {
  return `${paint(kind, colors)(kind)} ${colors.bold(printable(unquoted(subject)))}: ${printable(text)}`;
}

/** Subjects stand for themselves here; inside sentences they have quotes. */
function unquoted(subject: string): string {
  return subject.replaceAll("`", "");
}

function paint(kind: NoteKind, colors: Colors): (text: string) => string {
  switch (kind) {
    case "unknown":
      return colors.yellow;
    case "region":
    case "step":
      return colors.green;
    case "forward":
    case "mode":
      return colors.blue;
    default:
      return colors.cyan;
  }
}

/** The same for programs to read, on one line. */
export function modelJson(model: Model): string {
  const { libraries, followed, seeded, notes } = describeModel(model);
  const lines = new LineIndex(model.form.text);
  return `${JSON.stringify({
    version: 1,
    path: model.path,
    isMachineLearning: model.isMachineLearning,
    ...{ libraries, followed, seeded },
    notes: notes.map(({ at, kind, subject, text }) => ({ ...lines.range(at), kind, subject: unquoted(subject), text })),
  })}\n`;
}
