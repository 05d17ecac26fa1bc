import { type Node, isScalar, isSeq } from "yaml";
import type { Span } from "../syntax/span.js";
import { type Reader, resolve, spanOf } from "./config-nodes.js";
import { globProblem } from "./globs.js";

export function readGlobs(value: Node | null, key: string, reader: Reader): readonly string[] | undefined {
  if (value === null) return undefined;
  const items = isSeq(value) ? value.items.map((item) => resolve(item, reader)) : [value];
  return items.flatMap((item) => {
    if (!isScalar(item) || typeof item.value !== "string") {
      reader.report(spanOf(item, spanOf(value)), `\`${key}\` must be a list of globs, such as \`["vendor/**"]\`.`);
      return [];
    }
    const problem = globProblem(item.value);
    if (problem === undefined) return [item.value];
    reader.report(spanOf(item), problem);
    return [];
  });
}

export function readSize(value: Node | null, key: Span, reader: Reader, name = "maxFileSize"): number | undefined {
  const [, digits, unit] =
    /^(\d+(?:\.\d+)?)\s*(B|KB|MB)?$/i.exec(isScalar(value) ? String(value.value).trim() : "") ?? [];
  const bytes = Math.round(Number(digits) * (unitSizes[unit?.toUpperCase() ?? "B"] ?? 1));
  if (digits !== undefined && bytes > 0 && Number.isSafeInteger(bytes)) return bytes;
  reader.report(
    spanOf(value, key),
    `\`${name}\` must be a number of bytes, or a number with KB or MB, such as \`2MB\`.`,
  );
  return undefined;
}

const unitSizes: Readonly<Record<string, number>> = { B: 1, KB: 1024, MB: 1024 * 1024 };
