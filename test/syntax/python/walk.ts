import { Kind } from "../../../src/syntax/python/kind.js";

export interface AnyNode {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "kind" in value;
}

/** Every node below one, with its parent, in no particular order; without recursion, so that depth does not matter. */
export function* descendants(root: object): Generator<{ node: AnyNode; parent: AnyNode; depth: number }> {
  if (!isNode(root)) return;
  const stack: { node: AnyNode; depth: number }[] = [{ node: root, depth: 0 }];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { node: parent, depth } = item;
    for (const value of Object.values(parent).flat()) {
      if (!isNode(value)) continue;
      yield { node: value, parent, depth: depth + 1 };
      stack.push({ node: value, depth: depth + 1 });
    }
  }
}

/** What is wrong with the spans of a tree: none may end before it starts or leave the text. */
export function unsoundSpans(root: object, length: number): string[] {
  return [...descendants(root)]
    .filter(({ node: { start, end } }) => !(start >= 0 && start <= end && end <= length))
    .map(({ node: { kind, start, end } }) => `kind ${kind} at ${start}-${end}`);
}

/** In source without errors, children lie within their parents (decorators before their definition excepted). */
export function strayChildren(root: object): string[] {
  return [...descendants(root)]
    .filter(({ node, parent }) => node.start < parent.start || node.end > parent.end)
    .filter(({ node, parent }) => !(isDefinition(parent) && node.end <= parent.start))
    .map(
      ({ node, parent }) =>
        `kind ${node.kind} at ${node.start}-${node.end} in kind ${parent.kind} at ${parent.start}-${parent.end}`,
    );
}

function isDefinition({ kind }: AnyNode): boolean {
  return kind === Kind.FunctionDef || kind === Kind.AsyncFunctionDef || kind === Kind.ClassDef;
}
