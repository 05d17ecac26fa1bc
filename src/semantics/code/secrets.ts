import { type SecretForm, secretForms } from "../../knowledge/secret-forms.js";
import type { Span } from "../../syntax/span.js";

/** A key or token that stands in a text. */
export interface Secret extends Span {
  /** "an OpenAI key". */
  readonly what: string;
}

/**
 * The keys and tokens in a text, by the forms that their issuers give them. What is made up to show the form, repeats
 * itself or counts is none: an issuer's keys are random.
 */
export function secretsIn(text: string): readonly Secret[] {
  if (!mayHold.test(text)) return [];
  const found: Secret[] = [];
  for (const form of secretForms) {
    if (form.name !== undefined && !form.name.test(text)) continue;
    for (const match of text.matchAll(form.pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const isKnown = found.some(({ start, end }) => start < span.end && span.start < end);
      if (!isKnown && isNamed(text, span, form) && isRandom(match[0])) found.push({ ...span, what: form.what });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Nearly no text has any, and then it is not looked at by each form. */
const mayHold =
  /A[KS]IA|sk-|sk_live|rk_live|hf_|api_org_|gh[pousr]_|github_pat_|glpat-|AIza|xox[abprs]-|pypi-Ag|npm_|dapi|r8_|gsk_|lsv2_|wandb|biases|comet|aws|secret|PRIVATE KEY/i;

/** Does what stands before a value on its line, its name, say whose it is? */
function isNamed(text: string, { start }: Span, { name }: SecretForm): boolean {
  if (name === undefined) return true;
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return name.test(line) && !/(?:commit|sha|hash|digest|revision|rev|project|entity|run)\W*$/i.test(line);
}

/** In bits for each character: hexadecimal digits have at most 4, letters and digits at most 6. */
const leastEntropy = 3;

function isRandom(value: string): boolean {
  const body = value.replace(/^-----BEGIN[^-]*-----(?:\\[rn]|\s)*/, "").replace(/^[a-z0-9]{2,7}[-_]/i, "");
  return !isPlaceholder(value) && entropyOf(body) >= leastEntropy && !/(.)\1{5}/.test(body);
}

/** Is a value one that shows where another one goes? */
export function isPlaceholder(value: string): boolean {
  return placeholder.test(value);
}

const placeholder =
  /x{4}|\*{3}|your|example|dummy|fake|placeholder|change.?me|insert|replace|redacted|sample|12345|abcdef|qwerty|deadbeef|test/i;

/** Shannon's, of the characters of a text. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
