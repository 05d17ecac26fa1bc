import { eachStatement } from "../../semantics/code/visit.js";
import type { CallEvent } from "../../semantics/follow/run.js";
import type { Model } from "../../semantics/model.js";
import { isEvaluation } from "../../semantics/torch/evaluation.js";
import { calledText, forwardPasses } from "../../semantics/torch/forward-passes.js";
import { modeCalls } from "../../semantics/torch/mode-calls.js";
import { isCalledModule } from "../../semantics/torch/modules.js";
import { alternatives, Grad } from "../../semantics/values.js";
import { joinWays, type Note, type NoteInFrame } from "./note.js";
import { gradWords, modeWords, placeWords, sourceOf, valueWords } from "./words.js";

/** Forward calls with the mode of their module and the state of gradients, and the calls that set modes. */
export function forwardNotes(model: Model): readonly Note[] {
  const passes = new Set(forwardPasses(model).map(({ event }) => event));
  const inner = model.calls.filter((event) => !passes.has(event) && isModuleCall(event));
  return joinWays(model, [
    ...passNotes(model),
    ...inner.map((event) =>
      noteOf(event, event.call, "forward", sourceOf(event.unit.form, event.call.callee), [
        "a call inside a module",
        modeWords(event.mode),
        gradWords(event.grad),
      ]),
    ),
    ...modeNotes(model),
    ...contextNotes(model),
  ]);
}

/** What a `with` does to gradients, told by the calls inside it. */
function contextNotes(model: Model): readonly NoteInFrame[] {
  const notes: NoteInFrame[] = [];
  eachStatement(model.form.body, (statement) => {
    const [first] = statement.kind === "With" ? statement.body : [];
    const [item] = statement.kind === "With" ? statement.items : [];
    if (first === undefined || item === undefined) return;
    for (const event of model.calls) {
      if (event.call.start < first.start || event.call.end > statement.end || event.grad === Grad.on) continue;
      notes.push(
        noteOf(event, item.context, "region", sourceOf(model.form, item.context), [`${gradWords(event.grad)} inside`]),
      );
    }
  });
  return notes;
}

function passNotes(model: Model): readonly NoteInFrame[] {
  return forwardPasses(model)
    .filter(({ event }) => event.unit.path === model.path)
    .map((pass) => {
      const { event, module } = pass;
      const setters = alternatives(event.modeSetBy).flatMap((by) =>
        by.kind === "entity" && by.site !== undefined ? placeWords(model, by.unit, by.site) : [],
      );
      const mode = modeWords(event.mode);
      return noteOf(event, event.call, "forward", calledText(model, pass), [
        `forward pass of ${valueWords(model, module)}`,
        setters.length > 0 ? `${mode} (set in ${setters.join(" or ")})` : mode,
        gradWords(event.grad),
        pass.trains
          ? "a backward goes through it"
          : pass.feedsTraining
            ? "its output may be part of training"
            : "no backward in sight reaches it",
        ...(isEvaluation(model, pass) ? ["this is evaluation"] : []),
      ]);
    });
}

function modeNotes(model: Model): readonly NoteInFrame[] {
  return modeCalls(model)
    .filter(({ event }) => event.unit.path === model.path && event.receiver !== undefined)
    .map(({ event, module, sets }) => {
      const { callee } = event.call;
      const subject = sourceOf(event.unit.form, callee.kind === "Attribute" ? callee.object : callee);
      const what = sets === "either" ? "sets a mode that a flag decides" : `sets ${sets} mode`;
      return noteOf(event, event.call, "mode", subject, [`${what} of ${valueWords(model, module)}`]);
    });
}

function isModuleCall({ callee, mode }: CallEvent): boolean {
  return mode !== 0 && callee?.kind === "entity" && isCalledModule(callee);
}

function noteOf(
  { frame }: CallEvent,
  at: NoteInFrame["at"],
  kind: NoteInFrame["kind"],
  subject: string,
  parts: readonly string[],
): NoteInFrame {
  return { at, kind, subject, text: parts.join("; "), frame };
}
