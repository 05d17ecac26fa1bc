import type { Language } from "../syntax/form.js";
import type { SkipReason } from "./skipped.js";

export type Decoded = { readonly text: string } | { readonly reason: SkipReason; readonly detail: string };

/** The text of a source file: by its byte order mark, by Python's coding comment (PEP 263), else UTF-8. The mark is no part of the text. */
export function decodeSource(bytes: Uint8Array, language: Language): Decoded {
  const mark = byteOrderMark(bytes);
  if (mark?.startsWith("utf-16")) return decodeAs(bytes, mark, `its byte order mark says ${mark.toUpperCase()}`);
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { reason: "binary", detail: `a NUL byte at offset ${nul}` };
  const cookie = language === "python" && mark === undefined ? codingComment(bytes) : undefined;
  if (cookie === undefined) return decodeAs(bytes, "utf-8", "no coding comment says otherwise");
  return decodeAs(bytes, labelOf(cookie), `its coding comment says \`${cookie}\``);
}

function decodeAs(bytes: Uint8Array, label: string, why: string): Decoded {
  const decoder = decoderOf(label);
  if (decoder === undefined) return { reason: "undecodable", detail: `unknown encoding: ${why}` };
  try {
    return { text: decoder.decode(bytes) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { reason: "undecodable", detail: `not valid ${decoder.encoding.toUpperCase()}, and ${why}` };
  }
}

function decoderOf(label: string) {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

function byteOrderMark(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

/** The encoding that a comment in one of the first two lines names; the first line must then be a comment or blank. */
function codingComment(bytes: Uint8Array): string | undefined {
  // Every encoding that Python accepts for source keeps ASCII, so the comment can be read before the encoding is known.
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  for (const line of head.split(/\r\n|[\r\n]/, 2)) {
    const cookie = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(line)?.[1];
    if (cookie !== undefined) return cookie;
    if (!/^[ \t\f]*(?:#|$)/.test(line)) return undefined;
  }
  return undefined;
}

/** Python's names for encodings in the spelling of the web platform, where they differ. */
function labelOf(cookie: string): string {
  const name = cookie.toLowerCase().replaceAll("_", "-");
  // Editors write endings such as `utf-8-unix`.
  if (/^utf-?8(?:-|$)/.test(name)) return "utf-8";
  if (/^(?:latin-?1|iso-?8859-1|iso-latin-1|l1|cp819)(?:-|$)/.test(name)) return "latin1";
  if (/^latin-?9$/.test(name)) return "iso-8859-15";
  const page = /^cp-?(\d+)$/.exec(name)?.[1];
  if (page !== undefined) return codePages[page] ?? `windows-${page}`;
  return name === "ascii" || name === "us-ascii" ? "utf-8" : (otherNames[name] ?? name);
}

const codePages: Readonly<Record<string, string>> = {
  "932": "shift_jis",
  "936": "gbk",
  "949": "euc-kr",
  "950": "big5",
  "866": "ibm866",
};

const otherNames: Readonly<Record<string, string>> = {
  "shift-jis": "shift_jis",
  sjis: "shift_jis",
  eucjp: "euc-jp",
  euckr: "euc-kr",
};
