import type { Commented } from "../../semantics/suppression.js";
import type { Span } from "../../syntax/span.js";

/**
 * The comments of a file that is no code, as far as a comment of ours may stand in them: from `#` (in a Jenkinsfile `//`, in
 * an INI file `;` too) at the beginning of a line or behind a space, to the line's end. A format without comments has none.
 */
export function commentsOf(path: string, text: string): Commented {
  const sign = signOf(path);
  // The sign may stand in a string too, but only the words of a suppression in what follows mean anything.
  const comments = sign === undefined ? [] : [...text.matchAll(sign)].map((match) => spanOf(match));
  return { text, comments };
}

/** How a comment is written that suppresses a finding. */
export interface CommentStyle {
  readonly sign: "#" | "//";
  /** May it stand behind something else, or has it a line of its own only? */
  readonly atLineEnd: boolean;
}

/** How we write comments into a file that is no code; undefined where the format has none, or we do not know enough of it. */
export function commentStyleOf(path: string): CommentStyle | undefined {
  if (/(?:^|\/)Jenkinsfile[^/]*$|\.groovy$/.test(path)) return { sign: "//", atLineEnd: true };
  const hash = { sign: "#" } as const;
  if (/\.(?:ya?ml|toml|txt|in|sh|bash|zsh)$|(?:^|\/)Pipfile$/i.test(path)) return { ...hash, atLineEnd: true };
  return ownLines.test(path) ? { ...hash, atLineEnd: false } : undefined;
}

/** What stands behind a value there is part of it, or goes to a shell with it. */
const ownLines =
  /\.(?:ini|cfg|properties|mk|env|Dockerfile)$|(?:^|\/)(?:(?:GNU)?Makefile|Dockerfile[^/]*|\.env(?:\.[^/]*)?|\.npmrc|\.pypirc)$/i;

function signOf(path: string): RegExp | undefined {
  if (/\.(?:json|pem|key|lock|ipynb)$/i.test(path)) return undefined;
  if (/(?:^|\/)Jenkinsfile|\.groovy$/.test(path)) return /(?<=^|[ \t])\/\/[^\r\n]*/gm;
  return /(?<=^|[ \t])[#;][^\r\n]*/gm;
}

function spanOf({ 0: text, index }: RegExpExecArray): Span {
  return { start: index, end: index + text.trimEnd().length };
}
