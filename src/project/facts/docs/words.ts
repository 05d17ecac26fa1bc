/** Chinese and Japanese put no space between words, which have two signs or so. */
export function countWords(text: string): number {
  const dense = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const spaced = text.replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, " ");
  return (spaced.match(/[^\s]*[\p{L}\p{N}][^\s]*/gu)?.length ?? 0) + Math.ceil(dense / 2);
}
