import type { Span } from "../../syntax/span.js";
import type { Model } from "../model.js";
import type { Completion } from "./completions.js";

/** The edit that asks at temperature zero; undefined where the settings stand elsewhere. */
export function setTemperature(
  model: Model,
  { api, event }: Completion,
): (Span & { readonly newText: string }) | undefined {
  const { call, unit } = event;
  if (unit.path !== model.path || api.sdk === "google" || api.sdk === "langchain") return undefined;
  if (unit.form.language === "python") {
    // After the model, which every call names.
    const first = call.args.find(({ name }) => name === "model") ?? call.args.find(({ name }) => name !== undefined);
    return first === undefined ? undefined : { start: first.end, end: first.end, newText: ", temperature=0" };
  }
  const options = call.args[0]?.value;
  const first = options?.kind === "Mapping" ? options.entries.find(({ key }) => key !== undefined)?.value : undefined;
  return first === undefined ? undefined : { start: first.end, end: first.end, newText: ", temperature: 0" };
}
