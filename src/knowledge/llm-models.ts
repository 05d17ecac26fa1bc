/**
 * Names under which a provider serves one model today and another one later, where fixed versions of it are served too.
 * Sources: the model lists in the types of the openai and anthropic SDKs; Google's page on model versions.
 */
const movingNames: readonly RegExp[] = [
  /-latest$/,
  /^gpt-4o(-mini)?(-(audio|search|realtime)-preview)?$/,
  /^gpt-4\.1(-mini|-nano)?$/,
  /^gpt-4(-turbo|-turbo-preview|-32k)?$/,
  /^gpt-3\.5-turbo(-16k|-instruct)?$/,
  /^gpt-5(-mini|-nano|-pro)?$/,
  /^gpt-5\.1$/,
  /^gpt-5\.2(-pro)?$/,
  /^gpt-5\.4-(mini|nano)$/,
  /^o1(-mini|-preview|-pro)?$/,
  /^o3(-mini|-pro)?$/,
  /^o4-mini$/,
  /^claude-(opus|sonnet)-4-0$/,
  /^claude-opus-4-1$/,
  /^claude-(opus|sonnet|haiku)-4-5$/,
  /^claude-(instant|2)$/,
  /^gemini-1\.[05]-(pro|flash|flash-8b)(-vision)?$/,
  /^gemini-2\.0-flash(-lite)?$/,
  /^gemini-pro(-vision)?$/,
];

/** A name as the provider knows it: `openai:gpt-4o` and `models/gemini-1.5-pro` say first whose it is. */
function bareName(name: string): string {
  return name.replace(/^(openai|anthropic|google_genai|google_vertexai):/, "").replace(/^models\//, "");
}

/** Does the name move from one version of the model to the next? */
export function isMovingName(name: string): boolean {
  const bare = bareName(name);
  return movingNames.some((pattern) => pattern.test(bare));
}

/** Models that answer by their own draw, and refuse a temperature. Sources: the reasoning guide of OpenAI, the release notes of Claude. */
const refusesTemperature = /^(o\d|gpt-[5-9](?!.*chat)|codex|claude-(opus-4-[7-9]|[a-z]+-[5-9]))/;
/** Models that are known to take one. */
const takesTemperature = /^(gpt-[34]|chatgpt|gemini|claude|mistral|command|llama|mixtral|deepseek-chat|qwen)/;

/** Is it a model that takes a temperature? Undefined names are not known to. */
export function takesSampling(name: string): boolean {
  const bare = bareName(name);
  return takesTemperature.test(bare) && !refusesTemperature.test(bare);
}
