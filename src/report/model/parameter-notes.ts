import { frames } from "../../semantics/code/frames.js";
import type { CallEvent, Frame } from "../../semantics/follow/run.js";
import type { Model } from "../../semantics/model.js";
import type { Value } from "../../semantics/values.js";
import { joinWays, type Note, type NoteInFrame } from "./note.js";
import { valueWords } from "./words.js";

/** What the callers in sight give to the parameters of the file's functions. */
export function parameterNotes(model: Model): readonly Note[] {
  const entered = new Map<Frame, Map<unknown, CallEvent>>();
  for (const event of model.allCalls) {
    const calls = entered.get(event.frame) ?? new Map<unknown, CallEvent>();
    entered.set(event.frame, calls.set(event.call, event));
  }
  const notes: NoteInFrame[] = [];
  for (const frame of new Set(model.allCalls.flatMap(({ frame }) => [...frames(frame)]))) {
    if (frame.unit.path !== model.path || frame.caller === undefined) continue;
    const event = entered.get(frame.caller)?.get(frame.call);
    if (event === undefined) continue;
    for (const { param, value } of givenTo(frame, event))
      notes.push({ at: param, kind: "value", subject: param.name, text: valueWords(model, value), frame });
  }
  return joinWays(model, notes);
}

type Param = NonNullable<Frame["closure"]>["form"]["params"][number];

function givenTo({ closure }: Frame, { args }: CallEvent): readonly { readonly param: Param; readonly value: Value }[] {
  if (closure === undefined) return [];
  const takesSelf = closure.self !== undefined && closure.unit.form.language === "python";
  const params = closure.form.params.slice(takesSelf ? 1 : 0);
  return params.flatMap((param, index) => {
    if (param.variadic !== "none" || param.name === "") return [];
    const value = args.named.get(param.name) ?? (param.keywordOnly ? undefined : args.positional[index]);
    return value === undefined ? [] : [{ param, value }];
  });
}
