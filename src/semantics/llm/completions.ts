import {
  chainMethod,
  completionFunction,
  completionMethod,
  otherServers,
  type CompletionApi,
} from "../../knowledge/llm-calls.js";
import { librariesOfSdk } from "../../knowledge/llm-libraries.js";
import { settingNames, type SettingName } from "../../knowledge/llm-options.js";
import type { Call, Expression } from "../../syntax/expressions.js";
import { perModel } from "../code/per-model.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type Origin, type Value } from "../values.js";
import { bagsOf, chatModelIn, clientBehind, type Holder } from "./holders.js";
import { settingIn, type Bag, type Setting } from "./settings.js";

/** A call that asks a hosted language model. */
export interface Completion {
  readonly event: CallEvent;
  readonly api: CompletionApi;
  /** Where its settings may stand: in the call first, in the client last. */
  readonly bags: readonly Bag[];
  /** What it is asked of; undefined for functions of a library. */
  readonly holder: Holder | undefined;
}

/** The completion calls of a file, once for each way of getting there. */
export const completionsOf = perModel((model): readonly Completion[] =>
  model.calls.flatMap((event): readonly Completion[] => {
    const found = completionOf(model, event);
    return found === undefined ? [] : [found];
  }),
);

/** Each completion call with all the ways of getting there, by the first. */
export const completionCalls = perModel((model): readonly (readonly [Completion, ...Completion[]])[] => {
  const found = new Map<Call, [Completion, ...Completion[]]>();
  for (const one of completionsOf(model)) {
    const known = found.get(one.event.call);
    if (known === undefined) found.set(one.event.call, [one]);
    else known.push(one);
  }
  return [...found.values()];
});

function completionOf(model: Model, event: CallEvent): Completion | undefined {
  const { path, method, receiver, args, unit, call } = event;
  const own = bagsOf(args, unit.form.language, call);
  const called = path === undefined || receiver?.kind === "entity" ? undefined : completionFunction(path);
  if (called !== undefined) return { event, api: called, bags: own, holder: undefined };
  if (method === undefined || receiver === undefined) return undefined;
  const asked = completionMethod(`${chainOf(receiver)}.${method}`);
  if (asked !== undefined) {
    const holder = clientBehind(receiver);
    if (holder === undefined || !isOf(model, asked, holder, method)) return undefined;
    const chain = chainOf(receiver);
    const isClient = asked.sdk !== "google" || /(^|\.)models$/.test(chain);
    const held = isClient ? holder.bags.map(ofClient) : holder.bags;
    return { event, api: asked, bags: [...own, ...held], holder };
  }
  const run = chainMethod(method);
  const holder = run === undefined ? undefined : chatModelIn(receiver);
  if (run === undefined || holder === undefined) return undefined;
  // What is asked comes first, then what it is asked with.
  const config = bagsOf({ ...args, positional: args.positional.slice(1) }, unit.form.language, call);
  return { event, api: run, bags: [...config, ...holder.bags], holder };
}

/** A client that is handed in may bound its requests; what is asked stands in the call. */
function ofClient(bag: Bag): Bag {
  return bag.kind === "hidden" ? { ...bag, holds: "requests" } : bag;
}

/** A client out of sight is one of the SDK that the file uses; other libraries have chats and messages of their own. */
function isOf(model: Model, { sdk }: CompletionApi, holder: Holder, method: string): boolean {
  if (holder.sdk !== undefined) return holder.sdk === sdk;
  return !/^send/.test(method) && librariesOfSdk[sdk].some((library) => model.uses(library));
}

/** The attributes that lead to an object: `chat.completions` of `client.chat.completions`. */
function chainOf(value: Value): string {
  if (value.kind === "symbol") return value.path;
  const names: string[] = [];
  for (let at: Value | undefined = alternatives(value)[0]; at?.kind === "entity";) {
    if (at.origin.how !== "attribute") break;
    names.unshift(at.origin.name);
    at = alternatives(at.origin.of)[0];
  }
  return names.join(".");
}

const wanted = new Map<SettingName, ReadonlySet<string>>();

/** What a completion call says of a setting, itself or by its client. */
export function settingOf(model: Model, { bags }: Completion, name: SettingName): Setting {
  let names = wanted.get(name);
  if (names === undefined) wanted.set(name, (names = new Set<string>(settingNames[name])));
  const seen = name === "timeout" ? bags : bags.filter((bag) => bag.kind !== "hidden" || bag.holds === "anything");
  return settingIn(model, seen, names);
}

/** Is it asked of a server whose names of models are its own: a gateway, a local one, a deployment on Azure? */
export function asksOtherServer(model: Model, { holder, bags }: Completion): boolean {
  if (holder?.isOwnServer === true) return true;
  return ["baseurl", "azureendpoint", "azuredeployment", "apibase", "endpoint"]
    .filter((name) => otherServers.test(name))
    .some((name) => settingIn(model, bags, new Set([name])).state === "set");
}

/** The name of a model as a program writes it. */
export interface ModelName {
  readonly name: string;
  /** Where it is written, or the expression that stands for it. */
  readonly at: Expression | undefined;
}

/** The model that is asked, where its name is written out: in the call, or in the object of a provider that is handed in. */
export function modelNameOf(model: Model, completion: Completion): ModelName | undefined {
  const setting = settingOf(model, completion, "model");
  if (setting.state !== "set" || asksOtherServer(model, completion)) return undefined;
  const { value, at } = setting;
  if (value.kind === "literal" && typeof value.value === "string") return { name: value.value, at };
  if (value.kind === "entity" && value.origin.how === "parameter") return defaultOf(value.origin);
  // `openai("gpt-4o")` of a provider of the AI SDK.
  if (value.kind !== "entity" || value.origin.how !== "call") return undefined;
  const { path, args, call } = value.origin;
  const [name] = args.positional;
  if (path === undefined || !path.startsWith("@ai-sdk/") || /azure|bedrock|vertex|compatible/.test(path))
    return undefined;
  return name?.kind === "literal" && typeof name.value === "string"
    ? { name: name.value, at: call.args[0]?.value }
    : undefined;
}

/** `def __init__(self, model="gpt-4o-mini")`: what is asked where nobody says otherwise. */
function defaultOf({ name, function: form }: Origin & { readonly how: "parameter" }): ModelName | undefined {
  const at = form.params.find((param) => param.name === name)?.defaultValue;
  return at?.kind === "Literal" && typeof at.value === "string" ? { name: at.value, at } : undefined;
}
