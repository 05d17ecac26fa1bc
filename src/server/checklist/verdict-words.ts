import type { Verdict } from "../../checklist/verdict.js";

/** Verdicts in words that stand by themselves. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  ...{ pass: "Pass", partial: "Partial", fail: "Fail", human: "Needs a human", attested: "Attested" },
  ...{ "n/a": "Not applicable", unknown: "Unknown" },
};
