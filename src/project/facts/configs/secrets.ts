/** Stands for a value that may be a secret. */
export const redacted = "[redacted]";

/** May a value be a secret, by its name or by its shape? References to where it is kept and placeholders are none. */
export function mayBeSecret(name: string, value: string): boolean {
  if (isPlaceholder(value)) return false;
  if (secretShape.test(value)) return true;
  // A switch or a number that is named for a secret is none: `MAX_TOKENS=512`, `USE_AUTH=true`.
  return secretName.test(name) && !/^(?:true|false|yes|no|on|off|-?[\d.]{1,5})$/i.test(value);
}

const secretName =
  /(?:^|[_.-])(?:key|apikey|token|secret|passw(?:or)?d|passwd|pwd|pass|passphrase|credentials?|auth|dsn|pat|webhook|connection_?string|salt|signature|cookie)s?(?:[_.-]|$)/i;

/** Known prefixes of keys, keys in PEM, addresses with a password, and long texts without words. */
const secretShape = new RegExp(
  [
    "-----BEGIN [A-Z ]*PRIVATE KEY",
    "\\b(?:AKIA|ASIA)[A-Z0-9]{12,}",
    "\\b(?:gh[pousr]|github_pat|hf|sk|pk|rk|xox[abprs]|glpat|pypi|npm|dop_v1)[-_][\\w-]{12,}",
    "\\beyJ[\\w-]{10,}\\.[\\w-]{10,}",
    "://[^\\s/:@]*:[^\\s/@]+@",
    "^(?=.*\\d)(?=.*[A-Za-z])[A-Za-z0-9+_-]{32,}={0,2}$",
  ].join("|"),
);

function isPlaceholder(value: string): boolean {
  return (
    /^(?:<.*>|\$\{?\w+.*|\{\{.*\}\}|x{3,}|\*{3,}|\.{3})$/i.test(value) ||
    /^(?:change[-_ ]?me|replace[-_ ]?me|your[-_ ].*|dummy|example|placeholder|none|null|test|secret|password|todo|insert[-_ ].*|fill[-_ ].*)$/i.test(
      value,
    )
  );
}
