/** A value of a row; large integers lose what a number cannot hold. */
export type SqlValue = string | number | Uint8Array | null;

/** The values of a row in the order of its columns. */
export function valuesOf(record: Uint8Array, decode: (bytes: Uint8Array) => string): readonly SqlValue[] {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const header = varint(record, 0);
  const values: SqlValue[] = [];
  let body = header.value;
  for (let at = header.end; at < header.value && values.length < mostColumns;) {
    const { value: type, end } = varint(record, at);
    const length = type >= 12 ? Math.floor((type - 12) / 2) : (lengths[type] ?? 0);
    if (body + length > record.length) throw new Error("the database is damaged: a row is too short");
    const bytes = record.subarray(body, body + length);
    if (type >= 12) values.push(type % 2 === 0 ? bytes : decode(bytes));
    else if (type === 7) values.push(view.getFloat64(body));
    else values.push(type === 0 ? null : type === 9 ? 1 : wholeNumber(bytes));
    body += length;
    at = end;
  }
  return values;
}

const lengths = [0, 1, 2, 3, 4, 6, 8, 8];
/** SQLite allows no more. */
const mostColumns = 32_767;

/** Big end first, with a sign; of no bytes 0. */
function wholeNumber(bytes: Uint8Array): number {
  const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  return (bytes[0] ?? 0) >= 128 ? value - 256 ** bytes.length : value;
}

/** Seven bits a byte while the highest bit is set; of the ninth byte all. Negative numbers, which only ids can be, come out large. */
export function varint(bytes: Uint8Array, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let index = 0; index < 9; index++) {
    const byte = bytes[at + index];
    if (byte === undefined) throw new Error("the database is cut off within a row");
    if (index === 8) return { value: value * 256 + byte, end: at + 9 };
    value = value * 128 + (byte & 127);
    if (byte < 128) return { value, end: at + index + 1 };
  }
  return { value, end: at + 9 };
}

/** The names of a table's columns, in order, from what created it. */
export function columnsOf(sql: string): readonly string[] {
  const plain = sql.replace(/--[^\n]*|\/\*.*?\*\//gs, " ");
  const parts: string[] = [""];
  let depth = 0;
  for (const [piece] of plain.slice(plain.indexOf("(") + 1).matchAll(/'[^']*'|"[^"]*"|`[^`]*`|[(),]|[^(),'"`]+|./gs)) {
    if (piece === "(") depth++;
    else if (piece === ")") depth--;
    if (depth < 0) break;
    if (piece === "," && depth === 0) parts.push("");
    else parts.push((parts.pop() ?? "") + piece);
  }
  return parts.flatMap((part) => {
    const [, quoted, bare] = /^\s*(?:["`[]([^"`\]]*)["`\]]|(\w+))/.exec(part) ?? [];
    if (quoted === undefined && /^(?:constraint|primary|unique|foreign|check)$/i.test(bare ?? "")) return [];
    return quoted ?? bare ?? [];
  });
}
