import type { CallFact, CodeFile } from "../../project/facts/code-facts.js";
import type { TestCase } from "../../project/facts/file-facts.js";
import type { ChecklistProject } from "../project.js";
import { leadsTo } from "./call-graph.js";
import type { Sides } from "./shared-features.js";
import { textIn } from "./values.js";

/** Does one assertion of a test hold what the service gives against what training computes? */
export function comparesSides(project: Pick<ChecklistProject, "code">, test: TestCase, sides: Sides): boolean {
  const file = project.code.find(({ path }) => path === test.path);
  if (file === undefined) return false;
  const mine = file.calls.filter(({ within }) => within === test.name);
  const asks = askers(project, file);
  const isServed = (call: CallFact): boolean =>
    isRequest(call) ||
    (call.target !== undefined &&
      (asks.has(call.target) || (sides.serving.has(call.target) && !sides.training.has(call.target))));
  const isComputed = (call: CallFact): boolean =>
    /^predict(?:_proba)?$/.test(call.name) || (call.target !== undefined && sides.training.has(call.target));
  return test.assertions.some((assertion) => {
    const calls = callsBehind(assertion, mine, file, test);
    return calls.some(isServed) && calls.some((call) => isComputed(call) && !isServed(call));
  });
}

/** The calls in an assertion, and those on the lines that give its names their values. */
function callsBehind(
  { line, mentions }: TestCase["assertions"][number],
  calls: readonly CallFact[],
  { assigns }: CodeFile,
  { name }: TestCase,
): readonly CallFact[] {
  const inside = calls.filter(
    (call) => call.line === line || (call.line > line && call.line <= line + longest && mentions.includes(call.name)),
  );
  const set = assigns
    .filter(({ target, within }) => within === name && mentions.includes(target))
    .map((one) => one.line);
  const named = calls.filter(
    (call) => (call.resultName !== undefined && mentions.includes(call.resultName)) || set.includes(call.line),
  );
  return [...inside, ...named];
}

/** An assertion may be written on so many lines. */
const longest = 6;

function isRequest({ name, positional: [route] }: CallFact): boolean {
  return /^(?:post|get|request)$/.test(name) && textIn(route)?.startsWith("/") === true;
}

/** Helpers of the test's file that send a request themselves. */
function askers(project: Pick<ChecklistProject, "code">, { path, calls, functions }: CodeFile): ReadonlySet<string> {
  const asking = new Set(calls.filter(isRequest).map(({ within }) => `${path}#${within}`));
  return new Set(
    functions
      .map(({ name }) => `${path}#${name}`)
      .filter((node) => [...leadsTo(project, [node])].some((one) => asking.has(one))),
  );
}
