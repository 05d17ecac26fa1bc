import { bindingsIn } from "../../semantics/code/seen-values.js";
import { eachStatement } from "../../semantics/code/visit.js";
import { functionName, outputWords, placeWords, sourceOf, valueWords } from "./words.js";
import type { CallEvent } from "../../semantics/follow/run.js";
import type { Model } from "../../semantics/model.js";
import { layersOf } from "../../semantics/outputs/layers.js";
import { outputsBehind } from "../../semantics/outputs/outputs.js";
import { isManaged } from "../../semantics/torch/forward-passes.js";
import { alternatives, type Value } from "../../semantics/values.js";
import type { FunctionForm, Import } from "../../syntax/form.js";
import type { Expression } from "../../syntax/expressions.js";
import { lineageNotes } from "./data-notes.js";
import { joinWays, type Note } from "./note.js";

/** What names hold, where imports lead, who calls each function, and which calls could not be followed. */
export function valueNotes(model: Model): readonly Note[] {
  const notes: Note[] = [];
  const reached = callersOf(model);
  eachStatement(model.form.body, (statement) => {
    if (statement.kind === "Import") notes.push(...importNotes(model, statement));
    if (statement.kind === "FunctionStatement") notes.push(functionNote(statement.function, reached));
  });
  for (const { target, value } of bindingsIn(model)) notes.push(...bindingNotes(model, target, value));
  return [...notes, ...unfollowed(model)];
}

function bindingNotes(model: Model, target: Expression, value: Value | undefined): readonly Note[] {
  const subject = sourceOf(model.form, target);
  if (value === undefined)
    return [{ at: target, kind: "unknown", subject, text: "no call that was followed shows it" }];
  const notes: Note[] = [{ at: target, kind: "value", subject, text: valueWords(model, value) }];
  for (const { kind, unit, site } of (outputsBehind(model, value) ?? []).slice(0, 1)) {
    notes.push({
      at: target,
      kind: "value",
      subject,
      text: `${outputWords[kind]}, by ${placeWords(model, unit, site)}`,
    });
  }
  for (const option of alternatives(value)) {
    const layers = option.kind === "entity" ? layersOf(model, option) : undefined;
    if (layers === undefined) continue;
    const text = `layers: ${layers.map((layer) => layerWords(model, layer)).join(" → ")}`;
    notes.push({ at: target, kind: "value", subject, text });
  }
  return [...notes, ...lineageNotes(model, target, value)];
}

function layerWords(model: Model, layer: Value): string {
  return layer.kind === "literal" ? "unknown" : valueWords(model, layer);
}

/** Imports from the workspace; of a library the values say enough. */
function importNotes(model: Model, { module, level, names, start, end }: Import): readonly Note[] {
  const paths = [module, ...names.map(({ imported }) => `${module}${module === "" ? "" : "."}${imported ?? ""}`)]
    .map((name) => model.workspace.resolve(model.path, name, level)?.path)
    .filter((path) => path !== undefined);
  const subject = `${".".repeat(level)}${module}`;
  if (paths.length > 0)
    return [{ at: { start, end }, kind: "import", subject, text: `followed into ${[...new Set(paths)].join(", ")}` }];
  if (level === 0) return [];
  return [{ at: { start, end }, kind: "unknown", subject, text: "no file of the workspace is there" }];
}

/** How the functions of the file are reached: by calls, by a framework, or, as far as is in sight, not at all. */
function callersOf(model: Model): ReadonlyMap<FunctionForm, ReadonlySet<string>> {
  const called = new Map<FunctionForm, Set<string>>();
  const roots = new Map<FunctionForm, Set<string>>();
  const note = (into: typeof called, form: FunctionForm, words: string): void => {
    into.set(form, (into.get(form) ?? new Set<string>()).add(words));
  };
  for (const { frame } of model.allCalls) {
    const { closure, isRoot, call, caller } = frame;
    if (closure === undefined) continue;
    if (call !== undefined && caller !== undefined)
      note(called, closure.form, `called from ${placeWords(model, caller.unit, call)}`);
    else if (isRoot) note(roots, closure.form, isManaged(frame) ? byFramework : byNobody);
  }
  return new Map([...roots, ...called]);
}

const byNobody = "nothing in sight calls it, so its parameters, modes and gradients are unknown";
const byFramework = "a framework calls it, which sets modes and gradients around it";

function functionNote(form: FunctionForm, reached: ReturnType<typeof callersOf>): Note {
  const from = reached.get(form);
  return {
    at: form.nameSpan,
    kind: from === undefined ? "unknown" : "function",
    subject: functionName(form.name),
    text: from === undefined ? "not followed, or it calls nothing" : [...from].join("; "),
  };
}

/** Functions of the workspace that were not entered, and calls of what is not known at all. */
function unfollowed(model: Model): readonly Note[] {
  const notes = model.calls.flatMap((event) => {
    const text = gapWords(event);
    if (text === undefined) return [];
    const { call, frame, unit } = event;
    return [{ at: call, kind: "unknown", subject: sourceOf(unit.form, call.callee), text, frame } as const];
  });
  return joinWays(model, notes);
}

function gapWords({ entered, path, method, callee }: CallEvent): string | undefined {
  if (!entered) return "not followed: it may have done anything to its arguments";
  if (path !== undefined || method !== undefined || callee === undefined) return undefined;
  const isUnknown = callee.kind === "entity" && callee.type === undefined && callee.class === undefined;
  return isUnknown ? "what is called is unknown" : undefined;
}
