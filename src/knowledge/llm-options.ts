/**
 * Names of the settings of completion calls over all SDKs, written in lower case and without underscores, so that
 * `max_tokens` and `maxTokens` are one. Sources: the parameter types of openai, anthropic, google-genai, ai and langchain.
 */
export const settingNames = {
  limit: [
    "maxtokens",
    "maxcompletiontokens",
    "maxoutputtokens",
    "maxtokenstosample",
    "maxnewtokens",
    "numpredict",
    "thinkingbudget",
  ],
  timeout: [
    "timeout",
    "requesttimeout",
    "defaultrequesttimeout",
    "streamchunktimeout",
    "signal",
    "abortsignal",
    "httpclient",
    "httpasyncclient",
    "httpagent",
    "fetch",
    "fetchoptions",
    "timelimit",
  ],
  /** Any of them makes answers repeatable enough, or says that somebody thought of it. */
  sampling: ["temperature", "topp", "topk", "seed", "dosample"],
  model: ["model", "modelname", "modelid", "engine", "deployment", "deploymentid", "azuredeployment"],
  messages: ["messages", "input", "contents", "message", "prompt"],
  system: ["system", "instructions", "systeminstruction", "systemprompt"],
  stream: ["stream", "streaming"],
  structure: [
    "responseformat",
    "textformat",
    "text",
    "responsemimetype",
    "responseschema",
    "responsejsonschema",
    "outputconfig",
    "outputformat",
    "output",
    "experimentaloutput",
    "schema",
    "format",
    "tools",
    "functions",
    "functioncall",
    "toolchoice",
    "guidedjson",
    "grammar",
  ],
  /** Which tool the model has to call. */
  choice: ["toolchoice", "functioncall"],
  /** Of models that think before they answer: they take no temperature then. */
  thinking: ["thinking", "reasoningeffort", "reasoning"],
} as const satisfies Record<string, readonly string[]>;

export type SettingName = keyof typeof settingNames;

/** Settings that hold further settings. */
export const nestedSettings: readonly string[] = [
  "config",
  "generationconfig",
  "httpoptions",
  "extrabody",
  "modelkwargs",
  "configurable",
  "llmkwargs",
  "clientoptions",
  "configuration",
  "settings",
];

/** A name as the lists above have it. */
export function plainName(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}
