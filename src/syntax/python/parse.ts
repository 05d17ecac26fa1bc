import { Kind } from "./kind.js";
import type { Module, PythonTree } from "./nodes.js";
import { parse, type Node } from "./prototype.js";

/** Parses Python source. Never throws: broken source gives a partial tree and errors. */
export function parsePython(text: string, options: { ipython?: boolean } = {}): PythonTree {
  const { module, errors, comments } = parse(text, options);
  const spans = [];
  for (let index = 0; index < comments.length; index += 2) {
    spans.push({ start: comments[index]!, end: comments[index + 1]! });
  }
  return {
    module: convert(module, text) as unknown as Module,
    errors: errors.map(({ pos, msg }) => ({ offset: pos, message: msg })),
    comments: spans,
  };
}

function convert(value: unknown, text: string): unknown {
  if (Array.isArray(value)) return value.map((item) => convert(item, text));
  if (value === null || typeof value !== "object") return value;
  const { k, s, e, ...fields } = value as Node;
  const node: Record<string, unknown> = { kind: k, start: Math.min(s, e), end: e };
  for (const [name, field] of Object.entries(fields)) node[name] = convert(field, text);
  const kind = k as number;
  if (kind === Kind.Constant) node["value"] = constant(String(fields["type"]), text.slice(s, e));
  if (kind === Kind.Invalid) node["parts"] = [];
  if (kind === Kind.MatchSingleton) node["value"] = text.slice(s, e) === "None" ? null : text.slice(s, e) === "True";
  if (kind === Kind.JoinedStr) {
    const texts = [];
    let from = s;
    for (const field of fields["values"] as Node[]) {
      texts.push(text.slice(from, field.s));
      from = field.e;
    }
    texts.push(text.slice(from, e));
    node["texts"] = texts.map((part) => part.replace(/^[a-zA-Z]{0,3}("""|'''|"|')|("""|'''|"|')$/g, ""));
    node["isTemplate"] = false;
  }
  return node;
}

function constant(type: string, source: string): string | number | boolean | null | undefined {
  if (type === "int" || type === "float") return Number(source.replaceAll("_", ""));
  if (type === "bool") return source === "True";
  if (type === "NoneType") return null;
  if (type === "str" || type === "bytes") return source.replace(/^[a-zA-Z]{0,3}("""|'''|"|')([^]*)\1$/, "$2");
  return undefined;
}
