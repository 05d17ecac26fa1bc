import { StringFlag } from "./scan.js";

/** The value of a string's content. What Python would refuse is left as it is written. */
export function decodeString(content: string, flags: number): string {
  const text = content.includes("\r") ? content.replace(/\r\n?/g, "\n") : content;
  if ((flags & StringFlag.Raw) !== 0 || !text.includes("\\")) return text;
  return unescape(text, (flags & StringFlag.Bytes) !== 0);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const ESCAPE = /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(N\{[^}]*\})|([^]))/g;

function unescape(text: string, isBytes: boolean): string {
  return text.replace(
    ESCAPE,
    (
      whole,
      octal: string | undefined,
      byte: string | undefined,
      short: string | undefined,
      long: string | undefined,
      named: string | undefined,
      other: string | undefined,
    ) => {
      if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8) & (isBytes ? 0xff : 0x1ff));
      if (byte !== undefined) return String.fromCharCode(parseInt(byte, 16));
      if (other !== undefined) return ESCAPES[other] ?? whole;
      // The rest are escapes of characters, which bytes do not have.
      if (isBytes) return whole;
      if (short !== undefined) return String.fromCharCode(parseInt(short, 16));
      if (named !== undefined) return "\uFFFD";
      const code = parseInt(long ?? "", 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
