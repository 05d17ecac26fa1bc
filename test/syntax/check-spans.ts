import * as assert from "node:assert";
import type { FormModule } from "../../src/syntax/form.js";
import type { Span } from "../../src/syntax/span.js";

/**
 * Every span lies in the text; a name, an attribute's name and a call's closing parenthesis are where they say.
 * Returns how many of these were found in their place.
 */
export function checkSpans({ text, body }: FormModule): number {
  let checked = 0;
  const waiting: unknown[] = [body];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== "object" || value === null) continue;
    for (const child of Object.values(value) as unknown[]) waiting.push(child);
    const { start, end, kind, id, name, nameSpan, argsEnd } = value as Partial<Record<string, unknown>>;
    if (typeof start !== "number" || typeof end !== "number") continue;
    assert.ok(0 <= start && start <= end && end <= text.length, `${start}-${end} lies outside the text`);
    // What the source does not spell (an exported "default", the `this` of a parameter property) has other words, or none, there.
    if (kind === "Name" && id !== "default" && id !== "this") {
      assert.equal(text.slice(start, end), id);
      checked++;
    }
    if (typeof name === "string" && nameSpan !== undefined) {
      const { start: from, end: to } = nameSpan as Span;
      assert.ok(text.slice(from, to).replace(/^["']/, "").startsWith(name), `${name} is not at ${from}`);
      checked++;
    }
    if (typeof argsEnd === "number" && argsEnd < end) {
      assert.equal(text[argsEnd], ")");
      checked++;
    }
  }
  return checked;
}
