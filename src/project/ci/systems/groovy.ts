/** A Jenkinsfile as a sequence of words, texts and signs. Groovy is not parsed further. */
export interface GroovyToken {
  readonly kind: "word" | "text" | "sign";
  readonly text: string;
  readonly line: number;
}

export function groovyTokens(source: string): readonly GroovyToken[] {
  const tokens: GroovyToken[] = [];
  let line = 1;
  let at = 0;
  const pattern =
    /\/\*[^]*?(?:\*\/|$)|\/\/[^\n]*|'''([^]*?)(?:'''|$)|"""([^]*?)(?:"""|$)|'((?:[^'\\\n]|\\[^])*)'?|"((?:[^"\\\n]|\\[^])*)"?|[A-Za-z_]\w*|\S/g;
  for (const match of source.matchAll(pattern)) {
    line += breaks(source.slice(at, match.index));
    at = match.index;
    const [whole] = match;
    const text = match[1] ?? match[2] ?? match[3] ?? match[4];
    if (whole.startsWith("/*") || whole.startsWith("//")) continue;
    if (text !== undefined) tokens.push({ kind: "text", text: unescaped(text), line });
    else tokens.push({ kind: /^\w/.test(whole) ? "word" : "sign", text: whole, line });
  }
  return tokens;
}

function breaks(text: string): number {
  return text.split("\n").length - 1;
}

function unescaped(text: string): string {
  return text.replace(/\\(\n|.)/g, (_whole, next: string) =>
    next === "n" ? "\n" : next === "t" ? "\t" : next === "\n" ? "\\\n" : next,
  );
}
