/** What a key or token of some service looks like; each form is one that its issuer gives to nothing else. */
export interface SecretForm {
  /** Whose it is, in words: "an OpenAI key". */
  readonly what: string;
  readonly pattern: RegExp;
  /** Hexadecimal digits alone say nothing: the form counts only where the name beside it says whose it is. */
  readonly name?: RegExp;
}

/** With `g`, to be used with `matchAll` alone. */
export const secretForms: readonly SecretForm[] = [
  { what: "an AWS access key", pattern: /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g },
  {
    what: "an OpenAI key",
    pattern: /\bsk-(?:proj|svcacct|admin)-[\w-]{40,}|\bsk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}\b/g,
  },
  { what: "an Anthropic key", pattern: /\bsk-ant-(?:api|admin)\d\d-[\w-]{80,}/g },
  { what: "a Hugging Face token", pattern: /\b(?:hf|api_org)_[A-Za-z0-9]{34}\b/g },
  { what: "a GitHub token", pattern: /\bgh[pousr]_[A-Za-z0-9]{36}\b|\bgithub_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}\b/g },
  { what: "a GitLab token", pattern: /\bglpat-[\w-]{20}\b/g },
  { what: "a Google API key", pattern: /\bAIza[\w-]{35}(?![\w-])/g },
  { what: "a Slack token", pattern: /\bxox[abprs]-(?:\d+-)+[A-Za-z0-9]{24,}\b/g },
  { what: "a Stripe key", pattern: /\b[rs]k_live_[A-Za-z0-9]{24,}\b/g },
  { what: "a PyPI token", pattern: /\bpypi-AgEIcHlwaS5vcmc[\w-]{50,}/g },
  { what: "an npm token", pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
  { what: "a Databricks token", pattern: /\bdapi[a-f0-9]{32}(?:-\d)?\b/g },
  { what: "a Replicate token", pattern: /\br8_[A-Za-z0-9]{37}\b/g },
  { what: "a Groq key", pattern: /\bgsk_[A-Za-z0-9]{52}\b/g },
  { what: "a LangSmith key", pattern: /\blsv2_(?:pt|sk)_[a-f0-9]{32}_[a-f0-9]{10}\b/g },
  { what: "a Weights & Biases key", pattern: /\b[a-f0-9]{40}\b/g, name: /wandb|weights.?(?:and|&).?biases/i },
  { what: "a Comet key", pattern: /\b[A-Za-z0-9]{25}\b/g, name: /comet.{0,12}(?:key|token)/i },
  {
    what: "an AWS secret key",
    pattern: /(?<![\w/+=])[A-Za-z0-9/+]{40}(?![\w/+=])/g,
    name: /aws.{0,20}secret|secret_?access_?key/i,
  },
  {
    what: "a private key",
    pattern:
      /-----BEGIN (?:RSA |EC |DSA |OPENSSH |ENCRYPTED |PGP )?PRIVATE KEY(?: BLOCK)?-----(?:\\[rn]|\s)+(?:[A-Za-z0-9+/=]+(?:\\[rn]|\s)*){3}/g,
  },
];
