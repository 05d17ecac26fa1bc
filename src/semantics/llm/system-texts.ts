import { plainName, settingNames } from "../../knowledge/llm-options.js";
import type { Expression } from "../../syntax/expressions.js";
import type { Model } from "../model.js";
import { alternatives, type Entity, type Value } from "../values.js";
import { settingOf, type Completion } from "./completions.js";

/** A text, or a part of one, with the expression that puts it where it stands as far as that is seen. */
export interface SystemText {
  readonly value: Value;
  readonly at: Expression | undefined;
}

/** The texts by which a completion is told who it is: system messages, `system`, `instructions`. */
export function systemTextsOf(model: Model, completion: Completion): readonly SystemText[] {
  const found: SystemText[] = [];
  const system = settingOf(model, completion, "system");
  if (system.state === "set") {
    const { call } = completion.event;
    const written =
      system.at ?? call.args.find(({ name }) => name !== undefined && systemNames.has(plainName(name)))?.value;
    found.push(...textsIn({ value: system.value, at: written }));
  }
  const messages = messagesOf(model, completion);
  if (messages !== undefined) for (const message of messagesIn(model, messages)) found.push(...systemText(message));
  return found;
}

/** What is asked: the messages of a chat, or a text. */
export function messagesOf(model: Model, completion: Completion): Value | undefined {
  if (completion.api.sdk === "langchain") return completion.event.args.positional[0];
  const setting = settingOf(model, completion, "messages");
  return setting.state === "set" ? setting.value : undefined;
}

const deepest = 6;

/** Each message of a list as far as it is seen, those that are added later included. */
export function messagesIn(model: Model, value: Value, depth = 0): readonly Value[] {
  if (depth > deepest) return [];
  return alternatives(value).flatMap((one): readonly Value[] => {
    if (one.kind === "tuple")
      return isPair(one) ? [one] : one.items.flatMap((item) => messagesIn(model, item, depth + 1));
    if (one.kind !== "entity") return [];
    const { origin, site, type } = one;
    if (type === "builtins.dict" || site?.kind === "Mapping") return [one];
    if (origin.how === "operation") return one.from.flatMap((part) => messagesIn(model, part, depth + 1));
    if (origin.how === "container") {
      if (isPair(one)) return [one];
      return [...(one.items ?? one.from), ...model.heldBy(one)].flatMap((part) => messagesIn(model, part, depth + 1));
    }
    return origin.how === "call" ? [one] : [];
  });
}

/** `("system", text)` and `["system", text]`. */
function isPair(value: Value): boolean {
  const items = value.kind === "tuple" ? value.items : value.kind === "entity" ? value.items : undefined;
  return items?.length === 2 && items[0]?.kind === "literal" && typeof items[0].value === "string";
}

const systemRoles = new Set(["system", "developer"]);

/** The text of a message, where it is one of the system. */
function systemText(message: Value): readonly SystemText[] {
  if (message.kind === "tuple") return pairText(message.items, undefined);
  if (message.kind !== "entity") return [];
  const { items, site, origin } = message;
  if (items !== undefined && isPair(message))
    return pairText(items, site?.kind === "Sequence" ? site.items[1] : undefined);
  if (origin.how === "call") {
    if (!/\.System\w*Message\w*$/.test(origin.path ?? "")) return [];
    const { args, call } = origin;
    const value = args.named.get("content") ?? args.positional[0];
    return value === undefined ? [] : textsIn({ value, at: call.args[0]?.value });
  }
  const role = fieldOf(message, "role")?.value;
  if (role?.kind !== "literal" || !systemRoles.has(String(role.value))) return [];
  const content = fieldOf(message, "content") ?? fieldOf(message, "parts");
  return content === undefined ? [] : textsIn(content);
}

function pairText([role, text]: readonly Value[], at: Expression | undefined): readonly SystemText[] {
  const isSystem = role?.kind === "literal" && systemRoles.has(String(role.value));
  return isSystem && text !== undefined ? textsIn({ value: text, at }) : [];
}

/** The role of a message, where it is written out. */
export function roleOf(message: Value): string | undefined {
  if (message.kind !== "entity") return undefined;
  const role = fieldOf(message, "role")?.value;
  return role?.kind === "literal" ? String(role.value) : undefined;
}

/** What a dict or an object literal has under a key. */
function fieldOf({ site, from }: Entity, name: string): SystemText | undefined {
  if (site?.kind !== "Mapping") return undefined;
  const index = site.entries.findLastIndex(({ key }) => key?.kind === "Literal" && key.value === name);
  const value = from[index];
  return value === undefined ? undefined : { value, at: site.entries[index]?.value };
}

/** A text, or the texts of its parts: `[{ type: "text", text }]`, `{ parts: [{ text }] }`. */
function textsIn({ value, at }: SystemText, depth = 0): readonly SystemText[] {
  if (depth > deepest) return [];
  return alternatives(value).flatMap((one): readonly SystemText[] => {
    if (one.kind !== "entity") return [{ value: one, at }];
    if (one.site?.kind === "Mapping") {
      const inner = ["text", "content", "parts"].flatMap((name) => fieldOf(one, name) ?? []);
      return inner.flatMap((part) => textsIn(part, depth + 1));
    }
    if (one.origin.how === "container" && one.site?.kind === "Sequence") {
      const { items } = one.site;
      return one.from.flatMap((part, index) => textsIn({ value: part, at: items[index] }, depth + 1));
    }
    return [{ value: one, at }];
  });
}

const systemNames: ReadonlySet<string> = new Set(settingNames.system);
