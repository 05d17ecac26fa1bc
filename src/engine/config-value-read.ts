import { type Node, isScalar, isSeq } from "yaml";
import { stages } from "../rules/rule.js";
import type { Span } from "../syntax/span.js";
import type { SettingValue } from "./checklist-config.js";
import { entries, oneOf, type Reader, resolve, spanOf } from "./config-nodes.js";
import { readGlobs, readSize } from "./config-plain-values.js";
import type { ConfigKey, ConfigValue } from "./config-schema.js";
import { didYouMean } from "./did-you-mean.js";

/** A value as its description wants it; undefined when it is absent, or cannot be used, which is a problem at its place. */
export function readValue(
  value: ConfigValue,
  node: Node | null,
  name: string,
  at: Span,
  reader: Reader,
): SettingValue | undefined {
  if (node === null) return undefined;
  const refuse = (expected: string): undefined => {
    reader.report(spanOf(node, at), `\`${name}\` must be ${expected}`);
    return undefined;
  };
  const plain = isScalar(node) ? node.value : undefined;
  switch (value.type) {
    case "choice":
    case "stage": {
      const words = value.type === "stage" ? stages : value.choices.map((choice) => choice.value);
      const word = isScalar(node) ? String(plain) : "";
      return words.find((one) => one === word) ?? refuse(`${oneOf(words)}${didYouMean(word, words) || "."}`);
    }
    case "text":
      return typeof plain === "string" && plain.trim() !== "" ? plain : refuse("a text.");
    case "day":
      return typeof plain === "string" && /^\d{4}-\d\d-\d\d$/.test(plain)
        ? plain
        : refuse("a day, such as `2026-05-31`.");
    case "flag":
      return typeof plain === "boolean" ? plain : refuse("`true` or `false`.");
    case "number":
      return typeof plain === "number" && isWithin(plain, value) ? plain : refuse(`${boundsText(value)}.`);
    case "size":
      return readSize(node, at, reader, name);
    case "globs":
      return readGlobs(node, name, reader);
    case "texts": {
      const items = isSeq(node) ? node.items.map((item) => resolve(item, reader)) : [node];
      const words = items.map((item) => (isScalar(item) && typeof item.value === "string" ? item.value : undefined));
      return words.includes(undefined) ? refuse("a list of texts.") : words.filter((word) => word !== undefined);
    }
    case "keys":
      return readKeys(node, value.keys, name, reader);
    case "named":
      return Object.fromEntries(
        entries(node, `\`${name}\``, undefined, reader).flatMap((entry) => {
          const read = readValue(value.of, entry.value, entry.name, entry.at, reader);
          return read === undefined ? [] : [[entry.name, read]];
        }),
      );
    case "entries":
    case "items":
    case "levels":
    case "same":
      return undefined;
  }
}

/** A mapping with known keys; those whose values cannot be used are left out. */
export function readKeys(
  node: Node | null,
  keys: readonly ConfigKey[],
  name: string,
  reader: Reader,
): Readonly<Record<string, SettingValue>> {
  const read = entries(node, `\`${name}\``, keys, reader).flatMap((entry) => {
    const key = keys.find((one) => one.name === entry.name);
    const value = key && readValue(key.value, entry.value, entry.name, entry.at, reader);
    return value === undefined ? [] : [[entry.name, value] as const];
  });
  return Object.fromEntries(read);
}

function isWithin(number: number, { least = -Infinity, most = Infinity }: Bounds): boolean {
  return number >= least && number <= most;
}

interface Bounds {
  readonly least?: number;
  readonly most?: number;
}

function boundsText({ least, most }: Bounds): string {
  if (least !== undefined && most !== undefined)
    return least === most ? `${least}` : `a number from ${least} to ${most}`;
  return least === undefined ? "a number" : `a number, ${least} or more`;
}
