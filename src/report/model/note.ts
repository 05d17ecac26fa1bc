import type { Frame } from "../../semantics/follow/run.js";
import type { Model } from "../../semantics/model.js";
import type { Span } from "../../syntax/span.js";
import { functionName, placeWords } from "./words.js";

/** What a note is about. */
export type NoteKind =
  "import" | "function" | "region" | "value" | "data" | "use" | "mode" | "forward" | "step" | "unknown";

/** One thing that is known, or known to be unknown, of a place in the file. */
export interface Note {
  readonly at: Span;
  readonly kind: NoteKind;
  /** What the code calls that which the note is about. */
  readonly subject: string;
  readonly text: string;
}

/** A note that holds where the code is reached in one way. */
export interface NoteInFrame extends Note {
  readonly frame: Frame;
}

/** Joins what is said on several ways to the same place: once where all say the same, else each with its way. */
export function joinWays(model: Model, notes: readonly NoteInFrame[]): readonly Note[] {
  const places = new Map<string, NoteInFrame[]>();
  for (const note of notes) {
    const key = `${note.at.start}:${note.at.end}:${note.kind}:${note.subject}`;
    const known = places.get(key);
    if (known === undefined) places.set(key, [note]);
    else known.push(note);
  }
  return [...places.values()].flatMap((ways) => {
    const texts = new Map<string, Set<string>>();
    for (const { text, frame } of ways) {
      const from = texts.get(text) ?? new Set<string>();
      texts.set(text, from.add(wayWords(model, frame)));
    }
    const all = new Set([...texts.values()].flatMap((from) => [...from]));
    return [...texts].map(([text, from]): Note => {
      const { at, kind, subject } = ways[0]!;
      const way = from.size === all.size ? "" : ` (${[...from].join("; ")})`;
      return { at, kind, subject, text: text + way };
    });
  });
}

/** How a frame is reached: from the lines of the calls that lead to it. */
export function wayWords(model: Model, frame: Frame): string {
  const lines: string[] = [];
  for (let at: Frame | undefined = frame; at !== undefined; at = at.caller) {
    if (at.isRoot && at.closure !== undefined)
      lines.push(`${functionName(at.closure.form.name)}, which nothing in sight calls`);
    else if (at.call !== undefined && at.caller !== undefined) lines.push(placeWords(model, at.caller.unit, at.call));
  }
  return lines.length === 0 ? "at the top level" : `called from ${lines.join(", from ")}`;
}
