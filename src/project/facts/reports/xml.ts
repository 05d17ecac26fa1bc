import { parser } from "sax";

/** What a kind of report makes of its elements, as they come by. */
export interface XmlReader<Report> {
  readonly open: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
  readonly done: () => Report;
}

/**
 * Reads XML as a stream: no tree is built, and entities that a document declares itself are never expanded. The name of the
 * outermost element picks the reader; where it picks none, the document is another's and the answer is undefined.
 */
export function readXml<Report>(
  text: string,
  readerOf: (root: string) => XmlReader<Report> | undefined,
): Report | undefined {
  const xml = parser(true, { position: true });
  const seen: { root?: string; reader?: XmlReader<Report> | undefined } = {};
  const isOthers = () => seen.root !== undefined && seen.reader === undefined;
  xml.onerror = (error) => {
    const [what = ""] = error.message.split("\n", 1);
    if (!isOthers()) throw new Error(`it is no sound XML: ${what} in line ${xml.line + 1}`);
  };
  xml.onopentag = ({ name, attributes }) => {
    if (seen.root === undefined) Object.assign(seen, { root: name, reader: readerOf(name) });
    seen.reader?.open(name, (key) => {
      const value = Object.hasOwn(attributes, key) ? attributes[key] : undefined;
      return typeof value === "string" ? value : undefined;
    });
  };
  xml.onclosetag = (name) => seen.reader?.close?.(name);
  xml.ontext = (found) => seen.reader?.text?.(found);
  // A document that is another's shows it soon, and then the rest need not be read.
  for (const part of [text.slice(0, firstPart), text.slice(firstPart)]) {
    if (part !== "") xml.write(part);
    if (isOthers()) return undefined;
  }
  xml.close();
  if (seen.root === undefined) throw new Error("it is no sound XML: it has no element");
  return seen.reader?.done();
}

const firstPart = 16_384;
