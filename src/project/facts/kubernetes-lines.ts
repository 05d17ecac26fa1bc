/** A line of YAML. */
export interface TextLine {
  /** The column of the first character, from 0. */
  readonly column: number;
  readonly text: string;
  /** With its indentation. */
  readonly raw: string;
  readonly line: number;
  /** Is it empty or a comment, unless it is a part of a longer text? */
  readonly isSilent: boolean;
  /** Is it nothing but `{{ ... }}`? */
  readonly isAction: boolean;
}

/** A longer line is data, and no one wrote keys into it. */
const longestLine = 20_000;

/** The lines of a text, without the comments of templates. */
export function readLines(text: string, firstLine: number): readonly TextLine[] {
  const plain = withoutComments(text);
  // An action may be written on several lines, with the key that it belongs to on the first.
  const joined = plain.replace(/\{\{(?:(?!\}\}|\{\{)[\s\S]){0,2000}?\}\}/g, (action) =>
    action.replaceAll("\n", "\u2028"),
  );
  let line = firstLine;
  return joined.split("\n").map((source): TextLine => {
    const at = line;
    const parts = source.split("\u2028");
    line += parts.length;
    const raw = parts
      .map((part, index) => (index === 0 ? part : part.trimStart()).trimEnd())
      .join(" ")
      .replaceAll("\t", "  ");
    const content = raw.trimStart();
    const isSilent = content === "" || /^[#%]/.test(content) || content.length > longestLine;
    const isAction = /^(?:\{\{(?:(?!\}\}).)*\}\}\s*)+$/.test(content);
    return { column: raw.length - content.length, text: content, raw, line: at, isSilent, isAction };
  });
}

/** Comments of templates become blanks, so that lines keep their numbers. */
function withoutComments(text: string): string {
  const begin = /\{\{-?\s*\/\*/g;
  let plain = "";
  let done = 0;
  for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
    const end = /\*\/\s*-?\}\}/.exec(text.slice(match.index, match.index + longestComment));
    if (end === null) break;
    const after = match.index + end.index + end[0].length;
    plain += text.slice(done, match.index) + text.slice(match.index, after).replace(/[^\n]/g, " ");
    done = after;
    begin.lastIndex = after;
  }
  return plain + text.slice(done);
}

const longestComment = 20_000;

const mostFlowLines = 200;

/** A flow value `[...]` or `{...}` with the lines on which it goes on. */
export function flowSource(
  source: string,
  lines: readonly TextLine[],
  at: number,
): { readonly source: string; readonly used: number } {
  if (!/^[[{](?!\{)/.test(source)) return { source, used: 0 };
  let all = source;
  let used = 0;
  while (openBrackets(all) > 0 && used < mostFlowLines && at + used + 1 < lines.length) {
    const line = lines[at + ++used]!;
    if (!line.isSilent) all += ` ${line.text}`;
  }
  return openBrackets(all) > 0 ? { source, used: 0 } : { source: all, used };
}

function openBrackets(text: string): number {
  const plain = text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, "");
  return (plain.match(/[[{]/g)?.length ?? 0) - (plain.match(/[\]}]/g)?.length ?? 0);
}
