import type { Position, Range, Span } from "./span.js";

/** Turns offsets of one text into lines and columns and back. LF, CRLF and a lone CR each end a line, as in LSP. */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code === 13 && text.charCodeAt(index + 1) === 10) index++;
      if (code === 10 || code === 13) this.#starts.push(index + 1);
    }
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  position(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: clamped - this.#starts[low]! + 1 };
  }

  range(span: Span): Range {
    return { start: this.position(span.start), end: this.position(span.end) };
  }

  offset(position: Position): number {
    const start = this.#starts[position.line - 1] ?? this.#length;
    return Math.min(start + position.column - 1, this.#length);
  }

  /** The span of a line (from 1) with its line ending. */
  line(number: number): Span {
    const start = this.#starts[number - 1] ?? this.#length;
    return { start, end: this.#starts[number] ?? this.#length };
  }
}
