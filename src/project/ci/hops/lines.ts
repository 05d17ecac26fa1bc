/** The line, from 1, on which a text first has something; for formats whose parser keeps no positions. */
export function lineOf(text: string, sought: string | RegExp, from = 0): number {
  const at = typeof sought === "string" ? text.indexOf(sought, from) : searchFrom(text, sought, from);
  return at < 0 ? 1 : text.slice(0, at).split("\n").length;
}

function searchFrom(text: string, pattern: RegExp, from: number): number {
  const at = text.slice(from).search(pattern);
  return at < 0 ? -1 : at + from;
}

/** The line of a key below a TOML table's header, `[tool.poe.tasks]` and `test = ...`; else of the name anywhere. */
export function tomlLine(text: string, table: string, key: string): number {
  const quoted = key.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const header = text.search(new RegExp(`^\\s*\\[+\\s*${table.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`, "m"));
  const own = new RegExp(
    `^\\s*(?:\\[+[^\\]\\n]*[."]${quoted}"?\\s*\\]|"?${quoted}"?\\s*=|[\\w.-]*\\.${quoted}\\s*=)`,
    "m",
  );
  return lineOf(text, own, Math.max(0, header));
}
