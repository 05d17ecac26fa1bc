/** How deep objects with a `kind` nest in each other. */
export function formDepth(root: unknown): number {
  let deepest = 0;
  const waiting: [unknown, number][] = [[root, 0]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [value, depth] = next;
    if (typeof value !== "object" || value === null) continue;
    const inner = depth + ("kind" in value ? 1 : 0);
    deepest = Math.max(deepest, inner);
    for (const child of Object.values(value)) waiting.push([child, inner]);
  }
  return deepest;
}
