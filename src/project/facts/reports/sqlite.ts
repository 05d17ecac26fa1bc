import { columnsOf, type SqlValue, valuesOf, varint } from "./sqlite-values.js";

/** A row's value by the name of its column; null where it has none. */
export type SqlRow = (column: string) => SqlValue;

export interface Sqlite {
  readonly has: (table: string) => boolean;
  /** Nothing for a table that is not there. */
  readonly rows: (table: string) => Iterable<SqlRow>;
}

/**
 * Reads tables of an SQLite file, after the description of its format. Nothing is asked of an index, what is still in the
 * write-ahead log is not seen, and a file that is cut off or goes round in circles throws an error with the reason.
 */
export function openSqlite(bytes: Uint8Array): Sqlite {
  const pages = openPages(bytes);
  const tables = new Map<string, { readonly root: number; readonly columns: readonly string[] }>();
  for (const [, values] of tableRows(pages, 1)) {
    const [type, name, , root, sql] = values;
    if (type === "table" && typeof name === "string" && typeof root === "number" && typeof sql === "string")
      tables.set(name, { root, columns: columnsOf(sql) });
  }
  return {
    has: (table) => tables.has(table),
    rows: function* (name) {
      const table = tables.get(name);
      if (table === undefined) return;
      for (const [id, values] of tableRows(pages, table.root)) {
        yield (column) => {
          const index = table.columns.indexOf(column);
          // A key that is a whole number stands in no row: it is the row's own number. In the tables read here it comes first.
          return values[index] ?? (index === 0 ? id : null);
        };
      }
    },
  };
}

/** Does a file begin as databases of SQLite do? */
export function isSqlite(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 16)) === "SQLite format 3\0";
}

interface Pages {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly size: number;
  /** Bytes of a page that hold content. */
  readonly usable: number;
  readonly count: number;
  readonly decode: (bytes: Uint8Array) => string;
}

function openPages(bytes: Uint8Array): Pages {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512 || !isSqlite(bytes)) throw new Error("it is no database of SQLite");
  const size = view.getUint16(16) === 1 ? 65_536 : view.getUint16(16);
  const usable = size - view.getUint8(20);
  if (size < 512 || (size & (size - 1)) !== 0 || usable < 480) throw new Error("its page size is none of SQLite's");
  const encoding = ["utf-8", "utf-8", "utf-16le", "utf-16be"][view.getUint32(56)];
  if (encoding === undefined) throw new Error("its text encoding is none of SQLite's");
  const count = Math.floor(bytes.length / size);
  const decoder = new TextDecoder(encoding);
  return { bytes, view, size, usable, count, decode: (text) => decoder.decode(text) };
}

function startOf({ size, count }: Pages, page: number): number {
  if (page < 1 || page > count) throw new Error("the database is cut off: a page is missing");
  return (page - 1) * size;
}

/** The rows of the tree whose topmost page is given, each page looked at once. */
function* tableRows(pages: Pages, root: number): Iterable<readonly [id: number, values: readonly SqlValue[]]> {
  const { view, bytes } = pages;
  const left = [root];
  let content = 0;
  const seen = new Set(left);
  for (let page = left.pop(); page !== undefined; page = left.pop()) {
    const start = startOf(pages, page);
    // The first page begins with the header of the file.
    const header = page === 1 ? start + 100 : start;
    const type = view.getUint8(header);
    if (type !== leaf && type !== interior) throw new Error("the database is damaged: a page of a table is none");
    const cells = view.getUint16(header + 3);
    const pointers = header + (type === leaf ? 8 : 12);
    if (pointers + 2 * cells > start + pages.size) throw new Error("the database is damaged: a page holds too much");
    const below: number[] = [];
    for (let index = 0; index < cells; index++) {
      const offset = view.getUint16(pointers + 2 * index);
      if (offset + 4 > pages.size) throw new Error("the database is damaged: a cell lies outside of its page");
      if (type === leaf) {
        const length = varint(bytes, start + offset);
        const id = varint(bytes, length.end);
        content += length.value;
        if (content > bytes.length) throw new Error("the database is damaged: its rows are longer than the file");
        yield [id.value, valuesOf(payload(pages, id.end, length.value), pages.decode)];
      }
      if (type === interior) below.push(view.getUint32(start + offset));
    }
    if (type === interior) below.push(view.getUint32(header + 8));
    for (const next of below.reverse()) {
      if (seen.has(next)) throw new Error("the database is damaged: its pages go round in circles");
      seen.add(next);
      left.push(next);
    }
  }
}

const interior = 0x05;
const leaf = 0x0d;

/** The bytes of a row: on its page, and what does not fit there on a chain of others. */
function payload(pages: Pages, at: number, length: number): Uint8Array {
  const { bytes, view, usable } = pages;
  if (length <= usable - 35) return bytes.subarray(at, at + length);
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const most = least + ((length - least) % (usable - 4));
  const here = most <= usable - 35 ? most : least;
  const whole = new Uint8Array(length);
  whole.set(bytes.subarray(at, at + here));
  if (at + here + 4 > bytes.length) throw new Error("the database is cut off: a page is missing");
  let next = view.getUint32(at + here);
  // Each page of the chain brings something, so a chain that goes round in a circle ends too.
  for (let done = here; done < length; done += usable - 4) {
    const start = startOf(pages, next);
    whole.set(bytes.subarray(start + 4, start + Math.min(usable, 4 + length - done)), done);
    next = view.getUint32(start);
  }
  return whole;
}
