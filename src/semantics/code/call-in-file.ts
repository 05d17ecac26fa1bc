import type { Call } from "../../syntax/expressions.js";
import type { Span } from "../../syntax/span.js";
import type { CallEvent, Frame } from "../follow/run.js";
import type { Unit } from "../follow/unit.js";
import type { Model } from "../model.js";

/** The call of the checked file that something happens in, and where it happens when that is in another file. */
export interface CallInFile {
  readonly call: Call;
  readonly elsewhere: (Span & { readonly path: string }) | undefined;
}

export function callInFile(model: Model, event: CallEvent): CallInFile | undefined {
  if (event.unit.path === model.path) return { call: event.call, elsewhere: undefined };
  for (let frame: Frame | undefined = event.frame; frame !== undefined; frame = frame.caller) {
    if (frame.caller?.unit.path === model.path && frame.unit.path !== model.path && frame.call !== undefined) {
      const { start, end } = event.call.callee;
      return { call: frame.call, elsewhere: { path: event.unit.path, start, end } };
    }
  }
  return undefined;
}

/** Code as it is written, in the checked file or in another one. */
export interface Written extends Span {
  readonly path: string;
  readonly text: string;
}

export function written({ path, form }: Pick<Unit, "path" | "form">, { start, end }: Span): Written {
  return { path, start, end, text: form.text.slice(start, end) };
}
