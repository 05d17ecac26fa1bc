import { didYouMean } from "../engine/did-you-mean.js";
import { rulePage } from "../report/rule-page.js";
import { rules } from "../rules/index.js";
import type { ExitCode } from "./main.js";

/** Prints a rule's page: the same text as in the editor and in the documentation. */
export function explain(id: string): ExitCode {
  const rule = rules.find(({ meta }) => meta.id === id);
  if (rule === undefined) {
    const ids = rules.map(({ meta }) => meta.id);
    process.stderr.write(`ml-preflight: there is no rule \`${id}\`${didYouMean(id, ids) || "."}\n`);
    return 2;
  }
  process.stdout.write(rulePage(rule));
  return 0;
}
