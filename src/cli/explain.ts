import { didYouMean } from "../engine/did-you-mean.js";
import { allRules } from "../project/project-rules/all-rules.js";
import { pages } from "../report/pages.js";
import type { ExitCode } from "./main.js";
import { toPath } from "./names.js";
import { print } from "./output.js";
import { teamGuide } from "./team-guide.js";

/** Prints the page of a rule, a topic, a reading, an item, a snippet or a goal: the same text as in the editor and in the documentation. */
export async function explain(subject: string): Promise<ExitCode> {
  const { guide } = await teamGuide(toPath("."));
  const named = [...pages(allRules, guide).values()].filter((page) => page.subject !== undefined);
  const page = named.find((one) => one.subject === subject);
  if (page === undefined) {
    const subjects = named.flatMap((one) => one.subject ?? []);
    const what = "rule, topic, reading, item, snippet, goal or role";
    process.stderr.write(`ml-preflight: there is no ${what} \`${subject}\`${didYouMean(subject, subjects) || "."}\n`);
    return 2;
  }
  await print(page.text());
  return 0;
}
