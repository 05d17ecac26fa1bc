import { isMovingName, takesSampling } from "../../knowledge/llm-models.js";
import type { Expression } from "../../syntax/expressions.js";
import type { Span } from "../../syntax/span.js";
import { frames } from "../code/frames.js";
import { isTestPath } from "../code/test-paths.js";
import { isUnitTestFile } from "../code/unit-tests.js";
import { surroundingsOf } from "../code/surroundings.js";
import type { Model } from "../model.js";
import { isHandled } from "../serving/handlers.js";
import { answerUses, type AnswerUse } from "./answers.js";
import { completionCalls, modelNameOf, settingOf, type Completion } from "./completions.js";
import { settingIn } from "./settings.js";
import { messagesOf, roleOf } from "./system-texts.js";

/** A model by a name that the provider moves, where it is written. */
export function* movingModels(model: Model): Iterable<{ readonly at: Span; readonly name: string }> {
  if (isTestPath(model.path) || isUnitTestFile(model.form)) return;
  for (const ways of completionCalls(model))
    for (const completion of ways) {
      const found = modelNameOf(model, completion);
      if (found === undefined || !isMovingName(found.name)) continue;
      const at = writtenAt(model, found.at, found.name);
      if (at !== undefined) yield { at, name: found.name };
    }
}

/** The string itself: behind a constant, a field or a default of the file where it is given one. */
function writtenAt(model: Model, at: Expression | undefined, name: string): Span | undefined {
  if (at === undefined || !surroundingsOf(model.form).statements.has(at)) return undefined;
  if (at.kind === "Literal") return at;
  const known = lastName(at);
  if (known === undefined) return undefined;
  for (const statement of surroundingsOf(model.form).blocks.keys()) {
    if (statement.kind !== "Assign" || statement.value?.kind !== "Literal" || statement.value.value !== name) continue;
    if (statement.targets.some((target) => lastName(target) === known)) return statement.value;
  }
  return undefined;
}

function lastName(at: Expression): string | undefined {
  return at.kind === "Name" ? at.id : at.kind === "Attribute" ? at.name : undefined;
}

/** A completion whose answer the program itself reads. */
export interface ReadAnswer {
  readonly completion: Completion;
  readonly use: AnswerUse | undefined;
}

/** Answers that a program reads, and that come out otherwise each time. */
export function* randomAnswers(model: Model): Iterable<ReadAnswer> {
  for (const ways of completionCalls(model)) {
    const [completion] = ways;
    const use = answerUses(model).get(completion.event.call)?.[0];
    const isRead = use !== undefined || isObject(model, completion);
    if (isRead && ways.every((way) => isDrawn(model, way))) yield { completion, use };
  }
}

/** The SDK reads the answer into an object, or the model has to call a tool with it. */
function isObject(model: Model, completion: Completion): boolean {
  if (completion.api.isStructured || completion.holder?.isStructured === true) return true;
  const choice = settingOf(model, completion, "choice");
  if (choice.state !== "set" || choice.value.kind !== "entity") return false;
  const kind = settingIn(model, [{ kind: "object", value: choice.value }], new Set(["type"]));
  return kind.state === "set" && kind.value.kind === "literal" && /^(tool|function)$/.test(String(kind.value.value));
}

function isDrawn(model: Model, completion: Completion): boolean {
  const named = modelNameOf(model, completion);
  if (named === undefined || !takesSampling(named.name)) return false;
  return (["sampling", "thinking"] as const).every((name) => settingOf(model, completion, name).state === "absent");
}

/** Free text that a program parses. */
export function* unstructuredAnswers(model: Model): Iterable<Required<ReadAnswer> & { readonly use: AnswerUse }> {
  for (const ways of completionCalls(model)) {
    const [completion] = ways;
    const uses = answerUses(model).get(completion.event.call) ?? [];
    const use = uses.find(({ how }) => how === "parsed") ?? uses.find(({ how }) => how === "matched");
    if (use !== undefined && ways.every((way) => isFree(model, way))) yield { completion, use };
  }
}

function isFree(model: Model, completion: Completion): boolean {
  if (completion.api.isStructured || completion.holder?.isStructured === true) return false;
  return settingOf(model, completion, "structure").state === "absent";
}

/** Chats of an application that hold turns of the user only, all of them written in the call. */
export function* chatsWithoutSystem(
  model: Model,
): Iterable<{ readonly at: Expression; readonly completion: Completion }> {
  if (isTestPath(model.path) || isUnitTestFile(model.form)) return;
  for (const ways of completionCalls(model)) {
    const [completion] = ways;
    const at = onlyUserTurns(model, completion);
    if (at === undefined || !isOfApplication(completion)) continue;
    if (ways.every((way) => settingOf(model, way, "system").state === "absent")) yield { at, completion };
  }
}

function onlyUserTurns(model: Model, completion: Completion): Expression | undefined {
  const messages = messagesOf(model, completion);
  const { call } = completion.event;
  if (messages?.kind !== "entity" || messages.site?.kind !== "Sequence" || messages.items === undefined)
    return undefined;
  const { site, items } = messages;
  if (site.start < call.start || call.end < site.end || items.length === 0) return undefined;
  return items.every((item) => roleOf(item) === "user") && [...model.heldBy(messages)].length === 0 ? site : undefined;
}

/** In what answers requests, or in a function or method that others call: not in what runs once, from top to bottom. */
function isOfApplication({ event }: Completion): boolean {
  if (isHandled(event.frame)) return true;
  return [...frames(event.frame)].some(({ isRoot }) => isRoot);
}
