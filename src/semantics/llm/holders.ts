import { isChatModelPath, keepsModel, ownDeployments } from "../../knowledge/llm-calls.js";
import { sdkOf, type Sdk } from "../../knowledge/llm-libraries.js";
import type { Call } from "../../syntax/expressions.js";
import type { Language } from "../../syntax/form.js";
import { alternatives, type CallArguments, type Entity, type Value } from "../values.js";
import type { Bag } from "./settings.js";

/** What a completion is asked of: a client, a chat, a model of LangChain, with the settings that it was made with. */
export interface Holder {
  readonly sdk: Sdk | undefined;
  /** What it was made with, what was handed on last first; one that is hidden where nothing shows how it was made. */
  readonly bags: readonly Bag[];
  /** True where it reads answers into objects: `model.withStructuredOutput(schema)`. */
  readonly isStructured: boolean;
  /** A server or deployment whose names of models are its own. */
  readonly isOwnServer: boolean;
}

const hidden: Bag = { kind: "hidden", holds: "anything" };
const outOfSight: Holder = { sdk: undefined, bags: [hidden], isStructured: false, isOwnServer: false };

/** The settings among the arguments of a call: keywords in Python, the objects that are handed in in TypeScript. */
export function bagsOf(args: CallArguments, language: Language, call: Call): readonly Bag[] {
  if (language === "python") return [{ kind: "arguments", args, call }];
  const objects = args.positional
    .filter((value) => alternatives(value).some((one) => one.kind === "entity"))
    .map((value): Bag => ({ kind: "object", value }));
  return args.open && objects.length === 0 ? [hidden] : objects;
}

/** The client behind `client.chat.completions`; undefined where it is something else. */
export function clientBehind(value: Value, depth = 0): Holder | undefined {
  if (value.kind === "union") {
    const found = value.options.map((option) => clientBehind(option, depth + 1));
    const [first] = found;
    if (first === undefined || found.some((one) => one === undefined)) return undefined;
    return found.every((one) => one?.sdk === first.sdk) ? { ...first, bags: [hidden] } : undefined;
  }
  if (value.kind !== "entity" || depth > 12) return depth > 12 || value.kind === "literal" ? outOfSight : undefined;
  const { origin, type } = value;
  const sdk = type === undefined ? undefined : sdkOf(type);
  switch (origin.how) {
    case "attribute":
      return type === undefined ? clientBehind(origin.of, depth + 1) : known(sdk, [hidden], type);
    case "call":
      return madeBy(value, depth);
    case "parameter":
    case "unknown":
    case "element":
    case "index":
      if (value.class !== undefined) return undefined;
      return type === undefined ? outOfSight : known(sdk, [hidden], type);
    case "instance":
      // A client that another object holds and nothing shows: what `self.client` is stands in a class out of sight.
      return outOfSight;
    default:
      return undefined;
  }
}

function known(sdk: Sdk | undefined, bags: readonly Bag[], path = ""): Holder | undefined {
  return sdk === undefined ? undefined : { sdk, bags, isStructured: false, isOwnServer: ownDeployments.test(path) };
}

/** `init_chat_model("gpt-4o")`, `GenerativeModel("gemini-1.5-pro")`: the model comes first, without a name. */
function namedFirst(path: string | undefined, { positional: [first] }: CallArguments, call: Call): readonly Bag[] {
  if (
    path === undefined ||
    first?.kind !== "literal" ||
    !/\.(init_chat_model|initChatModel|GenerativeModel)$/.test(path)
  )
    return [];
  return [{ kind: "first", value: first, at: call.args[0]?.value }];
}

function madeBy({ origin, unit, type }: Entity, depth: number): Holder | undefined {
  if (origin.how !== "call") return undefined;
  const { path, receiver, method, args, call } = origin;
  const own = [...namedFirst(path, args, call), ...bagsOf(args, unit.form.language, call)];
  const sdk = path === undefined ? undefined : sdkOf(path);
  if (sdk !== undefined && (receiver === undefined || receiver.kind !== "entity")) return known(sdk, own, type ?? path);
  if (receiver === undefined || method === undefined) return path === undefined ? outOfSight : undefined;
  // `client.with_options(timeout=5)`, `client.chats.create(model=...)`, `model.startChat()`.
  const behind = clientBehind(receiver, depth + 1);
  if (behind === undefined || behind.sdk === undefined) return path === undefined ? outOfSight : undefined;
  return { ...behind, bags: [...own, ...behind.bags] };
}

/** The chat model that a chain of LangChain asks: itself, or what is piped into it. */
export function chatModelIn(value: Value | undefined, depth = 0): Holder | undefined {
  if (value === undefined || depth > 10) return undefined;
  const among = (values: readonly Value[]): Holder | undefined => {
    for (const one of values) {
      const found = chatModelIn(one, depth + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  if (value.kind === "union") {
    const found = value.options.map((option) => chatModelIn(option, depth + 1));
    return found.every((one) => one !== undefined) && found[0] !== undefined
      ? { ...found[0], bags: [hidden], isOwnServer: true }
      : undefined;
  }
  if (value.kind === "tuple") return among(value.items);
  if (value.kind !== "entity") return undefined;
  const { origin, unit, type } = value;
  if (origin.how === "operation") return origin.operator === "|" ? among(value.from) : undefined;
  if (origin.how === "container") return among(value.from);
  if (origin.how !== "call")
    return type !== undefined && sdkOf(type) === "langchain" && /\.(Chat|Base(Chat|Language|LLM))\w*$/.test(type)
      ? { sdk: "langchain", bags: [hidden], isStructured: false, isOwnServer: true }
      : undefined;
  const { path, method, receiver, args, call } = origin;
  const own = [...namedFirst(path, args, call), ...bagsOf(args, unit.form.language, call)];
  if (method !== undefined && keepsModel.has(method)) {
    const behind = chatModelIn(receiver, depth + 1);
    if (behind === undefined) return undefined;
    const isStructured = behind.isStructured || /structured_?output/i.test(method);
    return { ...behind, isStructured, bags: [...own, ...behind.bags] };
  }
  if (path !== undefined && sdkOf(path) === "langchain" && isChatModelPath(path))
    return { sdk: "langchain", bags: own, isStructured: false, isOwnServer: ownDeployments.test(path) };
  if (method === "pipe") return among([...(receiver === undefined ? [] : [receiver]), ...args.positional]);
  // `RunnableSequence.from([...])`, `LLMChain(llm=model, prompt=prompt)`, `createStuffDocumentsChain({ llm, prompt })`.
  if (path !== undefined && sdkOf(path) === "langchain") return among([...args.positional, ...args.named.values()]);
  return undefined;
}
