/** The SDKs by which a program asks hosted language models, by the name that rules use. */
export const languageModelLibraries: readonly string[] = [
  "openai",
  "anthropic",
  "@anthropic-ai/sdk",
  "google.genai",
  "@google/genai",
  "ai",
  "langchain",
  "litellm",
];

/** The SDK that a module belongs to, where that is not its top-level name: packages of one family are one library. */
export function languageModelLibrary(module: string, imported: readonly (string | undefined)[]): string | undefined {
  if (/^google\.(genai|generativeai)\b/.test(module)) return "google.genai";
  if (module === "google" && imported.some((name) => name === "genai")) return "google.genai";
  if (/^(langchain_\w+|langgraph|@langchain\/[\w-]+|langchain\/)/.test(module)) return "langchain";
  if (module.startsWith("@ai-sdk/")) return "ai";
  return module === "@google/generative-ai" ? "@google/genai" : undefined;
}

/** An SDK, whichever language it is for. */
export type Sdk = "openai" | "anthropic" | "google" | "vercel" | "langchain" | "litellm";

/** The SDK that a class or function is of, by its path. */
export function sdkOf(path: string): Sdk | undefined {
  return sdks.find(([pattern]) => pattern.test(path))?.[1];
}

const sdks: readonly (readonly [RegExp, Sdk])[] = [
  [/^openai(\.|$)/, "openai"],
  [/^(anthropic|@anthropic-ai\/(sdk|bedrock-sdk|vertex-sdk))(\.|$)/, "anthropic"],
  [/^(google\.genai|google\.generativeai|@google\/genai|@google\/generative-ai)(\.|$)/, "google"],
  [/^(ai|@ai-sdk\/[\w-]+)(\.|$)/, "vercel"],
  [/^(langchain\w*|langchain\/[\w/-]+|@langchain\/[\w/-]+)(\.|$)/, "langchain"],
  [/^litellm(\.|$)/, "litellm"],
];

/** Which libraries of a file speak for an SDK, where the client itself is out of sight. */
export const librariesOfSdk: Readonly<Record<Sdk, readonly string[]>> = {
  openai: ["openai"],
  anthropic: ["anthropic", "@anthropic-ai/sdk"],
  google: ["google.genai", "@google/genai"],
  vercel: ["ai"],
  langchain: ["langchain"],
  litellm: ["litellm"],
};

/** Words without which a file that leaves the client to another one asks no model. */
export const asksLanguageModel =
  /\b(completions|responses|messages)\s*\.\s*(create|stream|parse)\b|\b(generateContent|generate_content)\w*\s*\(|\.(a?invoke|sendMessage|send_message)\w*\s*\(/;
