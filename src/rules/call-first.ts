import type { Model } from "../semantics/model.js";
import type { Span } from "../syntax/span.js";
import { insertLineBefore } from "./insert-line.js";
import type { Report } from "./rule.js";
import { suggest } from "./wording.js";

/** Calls a method of something that has a plain name, on a line of its own before a place. */
export function callFirst(
  model: Model,
  place: Span,
  receiver: string | undefined,
  method: string,
  outside: readonly Span[] | "innermost" = [],
): NonNullable<Report["fixes"]> {
  if (receiver === undefined || !/^[\w.]+$/.test(receiver)) return [];
  const line = `${receiver}.${method}()`;
  return suggest(`Call \`${line}\` first`, insertLineBefore(model, place, line, outside));
}
