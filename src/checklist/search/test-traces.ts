import type { CalleeFact, CallFact, CodeFile } from "../../project/facts/code-facts.js";
import type { TestCase } from "../../project/facts/file-facts.js";
import { onceFor } from "../../project/facts/once-for.js";
import type { ChecklistProject } from "../project.js";
import { callsByNode, leadsTo, nodeOf } from "./call-graph.js";
import { textsOfCall } from "./fact-values.js";
import { filesByPath } from "./values.js";

/** What a test does: the calls of its own and of all that it leads to. */
export interface TestTrace {
  readonly test: TestCase;
  /** In the test itself, and in helpers and fixtures among the tests. */
  readonly own: readonly CallFact[];
  readonly decorators: readonly CalleeFact[];
  /** In the product's code as well. */
  readonly all: readonly CallFact[];
}

/** Several detectors of a run ask. */
export const testTraces = onceFor((project: Pick<ChecklistProject, "code" | "tests">): readonly TestTrace[] => {
  const byNode = callsByNode(project.code);
  const roles = new Map<string, CodeFile["role"]>();
  const decorators = new Map<string, readonly CalleeFact[]>();
  for (const { path, role, functions } of project.code) {
    roles.set(path, role);
    if (role === "test") for (const form of functions) decorators.set(nodeOf(path, form.name), form.decorators);
  }
  return project.tests.map((test) => {
    const own: CallFact[] = [];
    const all: CallFact[] = [];
    for (const node of leadsTo(project, startsOf(project, test))) {
      const path = node.slice(0, node.indexOf("#"));
      // What stands at the top level of files runs for every test alike, and so tells nothing of this one.
      if (node.endsWith("#") || node.endsWith("#__main__")) continue;
      const calls = byNode.get(node) ?? [];
      all.push(...calls);
      if (roles.get(path) === "test") own.push(...calls);
    }
    return { test, own, all, decorators: decorators.get(nodeOf(test.path, test.name)) ?? [] };
  });
});

/** In JavaScript the tests of a file are one, and all its functions belong to it. */
function startsOf({ code }: Pick<ChecklistProject, "code">, { path, name }: TestCase): readonly string[] {
  if (path.endsWith(".py")) return [nodeOf(path, name)];
  const file = filesByPath(code).get(path);
  return (file?.functions ?? []).map((form) => nodeOf(path, form.name));
}

/** Does a test put something in the place of a model? What it then asserts is about the stand-in. */
export function mocks({ own, decorators, test }: TestTrace, models: ReadonlySet<string>): boolean {
  const names = new Set([...models].map((node) => node.slice(node.lastIndexOf("#") + 1).replace(/^.*\./, "")));
  return [...own, ...decorators].some((call) => {
    if (!/^(?:patch|object|setattr|mock|spyOn|MagicMock|Mock)$/.test(call.name)) return false;
    const isPatch = call.name !== "MagicMock" && call.name !== "Mock";
    const made = "resultName" in call && typeof call.resultName === "string" ? call.resultName : "";
    const texts = isPatch ? textsOfCall(call) : [made];
    return (
      texts.some((text) => names.has(text.slice(text.lastIndexOf(".") + 1)) || /(?:^|_)model$/i.test(text)) &&
      test.assertions.length > 0
    );
  });
}
