/** The words for one thing, or for several; both are given, because only then can they be translated. */
export function countText(count: number, one: string, several: string): string {
  return count === 1 ? one : several;
}
