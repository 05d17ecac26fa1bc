import type { Sdk } from "./llm-libraries.js";

/** A way to ask for a completion. */
export interface CompletionApi {
  readonly sdk: Sdk;
  /** It gives its answer piece by piece, whatever its options say. */
  readonly streams: boolean;
  /** What it gives back was read into an object by the SDK: by a schema, or the name says so. */
  readonly isStructured: boolean;
  /** The answer cannot be longer than the SDK makes its callers say. */
  readonly requiresLimit: boolean;
}

function api(sdk: Sdk, more: Partial<CompletionApi> = {}): CompletionApi {
  return { sdk, streams: false, isStructured: false, requiresLimit: false, ...more };
}

/** How methods of clients are reached: what stands between the client and the parenthesis. Sources: the resources of each SDK. */
const chains: readonly (readonly [RegExp, CompletionApi])[] = [
  [/(^|\.)chat\.completions\.(create|runTools|run_tools)$/, api("openai")],
  [/(^|\.)chat\.completions\.parse$/, api("openai", { isStructured: true })],
  [/(^|\.)chat\.completions\.stream$/, api("openai", { streams: true })],
  [/(^|\.)ChatCompletion\.a?create$/, api("openai")],
  [/(^|\.)responses\.create$/, api("openai")],
  [/(^|\.)responses\.parse$/, api("openai", { isStructured: true })],
  [/(^|\.)responses\.stream$/, api("openai", { streams: true })],
  [/(^|\.)([cC]ompletions?)\.a?create$/, api("openai")],
  [/(^|\.)createChatCompletion$/, api("openai")],
  [/(^|\.)messages\.create$/, api("anthropic", { requiresLimit: true })],
  [/(^|\.)messages\.parse$/, api("anthropic", { requiresLimit: true, isStructured: true })],
  [/(^|\.)messages\.stream$/, api("anthropic", { requiresLimit: true, streams: true })],
  [/(^|\.)(generate_content|generate_content_async|generateContent)$/, api("google")],
  [/(^|\.)(generate_content_stream|generateContentStream)$/, api("google", { streams: true })],
  [/(^|\.)(send_message|send_message_async|sendMessage)$/, api("google")],
  [/(^|\.)(send_message_stream|sendMessageStream)$/, api("google", { streams: true })],
];

export function completionMethod(chain: string): CompletionApi | undefined {
  return chains.find(([pattern]) => pattern.test(chain))?.[1];
}

/** Functions that ask a model, by their path. */
const functions: ReadonlyMap<string, CompletionApi> = new Map([
  ["ai.generateText", api("vercel")],
  ["ai.streamText", api("vercel", { streams: true })],
  ["ai.generateObject", api("vercel", { isStructured: true })],
  ["ai.streamObject", api("vercel", { isStructured: true, streams: true })],
  ["litellm.completion", api("litellm")],
  ["litellm.acompletion", api("litellm")],
  ["litellm.main.completion", api("litellm")],
]);

export function completionFunction(path: string): CompletionApi | undefined {
  return functions.get(path) ?? (path.startsWith("openai.") ? completionMethod(path) : undefined);
}

/** Methods of LangChain's models and of what they are piped into. */
const runs: ReadonlyMap<string, CompletionApi> = new Map([
  ...[
    "invoke",
    "ainvoke",
    "batch",
    "abatch",
    "predict",
    "apredict",
    "call",
    "generate",
    "agenerate",
    "run",
    "arun",
  ].map((name) => [name, api("langchain")] as const),
  ...["stream", "astream"].map((name) => [name, api("langchain", { streams: true })] as const),
]);

export function chainMethod(name: string): CompletionApi | undefined {
  return runs.get(name);
}

/** Classes and functions of LangChain that give a chat model. */
const chatModels =
  /\.(Chat(?!Prompt|Message|History|Generation|Result)\w+|Azure(Chat)?OpenAI|OpenAI|init_chat_model|initChatModel)$/;

export function isChatModelPath(path: string): boolean {
  return chatModels.test(path);
}

/** Methods by which a model or client is handed on with more settings: those of the call are merged into what it has. */
export const keepsModel: ReadonlySet<string> = new Set([
  "bind",
  "bind_tools",
  "bindTools",
  "with_config",
  "withConfig",
  "with_retry",
  "withRetry",
  "with_structured_output",
  "withStructuredOutput",
  "with_options",
  "withOptions",
]);

/** Parsers at the end of a chain that read the answer into an object. */
export const structuredParser = /\.(\w*(Json|JSON|Pydantic|Structured|Xml|XML|Zod|Enum|Datetime)\w*Parser)$/;

/** Servers beside the one that the SDK is made for: gateways, local models, deployments with names of their own. */
export const otherServers = /^(baseurl|azureendpoint|endpoint|azuredeployment|azureopenaiapideploymentname|apibase)$/;
export const ownDeployments = /(^|\.)(Async)?Azure\w*$|Ollama|Bedrock|Vertex|Local|Llama/;
