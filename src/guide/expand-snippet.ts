/**
 * The text that a snippet gives when nobody changes a placeholder: each has its default, a choice its first value, a
 * variable what `variables` has for it, else its default. This is the syntax of VS Code, of which transforms are left
 * out: no snippet of ours has any, and one that turns up is an error.
 */
export function expandSnippet(text: string, variables: Readonly<Record<string, string>> = {}): string {
  const { nodes, end } = parseNodes(text, 0, false);
  if (end < text.length) throw new Error(`The snippet goes on after its end, at ${end}.`);
  const defaults = new Map<string, readonly Node[]>();
  collectDefaults(nodes, defaults);
  const write = (list: readonly Node[], open: ReadonlySet<string>): string =>
    list
      .map((node) => {
        if (typeof node === "string") return node;
        if (node.kind === "variable") return variables[node.name] ?? write(node.children ?? [], open);
        // A placeholder inside itself would have no end.
        if (open.has(node.name)) return "";
        return write(defaults.get(node.name) ?? [], new Set([...open, node.name]));
      })
      .join("");
  return write(nodes, new Set());
}

/** Text, a tab stop by its number, or a variable by its name. */
type Node =
  | string
  | { readonly kind: "stop" | "variable"; readonly name: string; readonly children: readonly Node[] | undefined };

interface Parsed {
  readonly nodes: readonly Node[];
  readonly end: number;
}

/** Inside a placeholder, up to the brace that closes it; else to the end of the text. */
function parseNodes(text: string, start: number, inside: boolean): Parsed {
  const nodes: Node[] = [];
  let at = start;
  while (at < text.length) {
    if (inside && text[at] === "}") break;
    if (text[at] === "\\" && /[\\$}]/.test(text[at + 1] ?? "")) {
      nodes.push(text[at + 1] ?? "");
      at += 2;
      continue;
    }
    const mark = text[at] === "$" ? parseMark(text, at) : undefined;
    nodes.push(...(mark?.nodes ?? [text[at] ?? ""]));
    at = mark?.end ?? at + 1;
  }
  return { nodes, end: at };
}

/** What begins with a dollar; undefined when that is a dollar like any other. */
function parseMark(text: string, start: number): Parsed | undefined {
  const [mark, brace, name = ""] = matchAt(/\$(\{?)(\d+|[A-Za-z_]\w*)/y, text, start) ?? [];
  if (mark === undefined) return undefined;
  const kind = /^\d/.test(name) ? "stop" : "variable";
  const end = start + mark.length;
  const node = (children: readonly Node[] | undefined, after: number): Parsed => ({
    nodes: [{ kind, name, children }],
    end: after,
  });
  if (brace === "") return node(undefined, end);
  if (text[end] === "}") return node(undefined, end + 1);
  if (text[end] === ":") {
    const inner = parseNodes(text, end + 1, true);
    return text[inner.end] === "}" ? node(inner.nodes, inner.end + 1) : undefined;
  }
  const [choice, values = ""] = (kind === "stop" && matchAt(/\|((?:\\.|[^\\|])+)\|\}/y, text, end)) || [];
  if (choice !== undefined) return node([firstChoice(values)], end + choice.length);
  if (text[end] === "/") throw new Error(`The snippet has a transform, at ${end}.`);
  return undefined;
}

function firstChoice(values: string): string {
  const [first = ""] = /^(?:\\.|[^\\,])*/.exec(values) ?? [];
  return first.replace(/\\([\\,|])/g, "$1");
}

function collectDefaults(nodes: readonly Node[], defaults: Map<string, readonly Node[]>): void {
  for (const node of nodes) {
    if (typeof node === "string" || node.children === undefined) continue;
    if (node.kind === "stop" && !defaults.has(node.name)) defaults.set(node.name, node.children);
    collectDefaults(node.children, defaults);
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
