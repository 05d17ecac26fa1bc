/** A tag for programs in tests: without the first line break, the common indentation and the last line. */
export function text({ raw }: TemplateStringsArray): string {
  const lines = raw.join("").replace(/^\n/, "").trimEnd().split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  return lines.map((line) => line.slice(Math.min(...indents))).join("\n");
}
