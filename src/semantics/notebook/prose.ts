/** Does a text in Markdown, or a comment, tell its reader something: a heading of its own, or a sentence? Badges and links do not. */
export function saysSomething(markdown: string): boolean {
  const text = markdown
    .replace(/<a\b[^>]*>[\s\S]*?<\/a>|<[^>]*>/g, " ")
    .replace(/!?\[[^\]]*\]\([^)]*\)/g, " ")
    .replace(/https?:\S+/g, " ");
  const words = text.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return /^[ \t]*#+[ \t]*\S+/m.test(text) ? words.length >= 2 : words.length >= 5;
}
