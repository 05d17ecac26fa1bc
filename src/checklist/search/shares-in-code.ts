import { eachExpression, eachStatement, eachStatementInScope } from "../../semantics/code/visit.js";
import type { Expression } from "../../syntax/expressions.js";
import type { FunctionForm, Statement } from "../../syntax/form.js";
import { positionsOf } from "../../syntax/positions.js";
import type { ChecklistProject } from "../project.js";
import { nodeOf } from "./call-graph.js";
import { servingPath } from "./serving-path.js";

/** Where the code behind a route gives a share of the requests to a second model, by a hash or by chance. */
export interface ShareInCode {
  readonly path: string;
  readonly line: number;
  readonly within: string;
  readonly what: string;
}

export async function sharesInCode(project: ChecklistProject): Promise<readonly ShareInCode[]> {
  const { functions, routes } = servingPath(project);
  const found: ShareInCode[] = [];
  for (const { path, role, calls } of project.code) {
    // An object that a route is given may be of a class that calls alone do not lead to.
    const isOfRoute = routes.some(({ file }) => file.path === path);
    const isAsked = ({ within }: { readonly within: string }): boolean =>
      within !== "" && (isOfRoute || functions.has(nodeOf(path, within)));
    const drawing = role !== "source" ? [] : calls.filter((call) => draws.test(call.name) && isAsked(call));
    const form = drawing.length === 0 ? undefined : await project.form(path);
    if (form === undefined) continue;
    const positions = positionsOf(form);
    eachStatement(form.body, (statement) => {
      if (statement.kind !== "FunctionStatement") return;
      const choice = choiceIn(statement.function);
      if (choice === undefined) return;
      const { line } = positions.range({ start: choice.start, end: choice.start }).start;
      const owner = drawing.find(({ within }) => within.split(".").at(-1) === statement.function.name);
      if (owner === undefined) return;
      const what = `\`${owner.within}\` gives \`${choice.second}\` a share of the requests`;
      found.push({ path, line, within: owner.within, what });
    });
  }
  return found;
}

/** A draw that is the same for the same caller, or one by chance. */
const draws =
  /^(?:sha(?:1|256|512)|md5|blake2[bs]|crc32|adler32|murmur\w*|hash\d*|xxh\w*|mmh3|fnv\w*|createHash|random|rand|randint|randrange|randbelow|uniform|choices)$/i;

/** Names that say that one of two models is tried. */
const tried = /challenger|canary|candidate|shadow|treatment|new_?model|next_?model|model_?(?:b|new|next|v\d+)$/i;

interface Choice {
  readonly start: number;
  readonly second: string;
}

/** A test of what was drawn against a limit, one of whose ways names a model that is tried. */
function choiceIn({ body }: FunctionForm): Choice | undefined {
  const drawn = new Set<string>();
  let found: Choice | undefined;
  const isDrawn = (part: Expression): boolean => {
    if (part.kind === "Name") return drawn.has(part.id);
    return part.kind === "Call" && draws.test(lastName(part.callee));
  };
  const decide = (test: Expression, start: number, ways: readonly Statement[]): void => {
    const second = namesIn(ways).find((name) => tried.test(name));
    if (second !== undefined && partsOf(test).some((part) => isShare(part, isDrawn))) found ??= { start, second };
  };
  eachStatementInScope(body, (statement) => {
    if (statement.kind === "Assign" && statement.value !== undefined && partsOf(statement.value).some(isDrawn)) {
      for (const target of statement.targets) if (target.kind === "Name") drawn.add(target.id);
    }
    if (statement.kind === "Branch")
      decide(statement.test, statement.start, [...statement.body, ...statement.otherwise]);
    if (statement.kind !== "Assign" && statement.kind !== "Return" && statement.kind !== "ExpressionStatement") return;
    eachExpression([statement], (part) => {
      if (part.kind === "Conditional") decide(part.test, part.start, [part.then, part.otherwise].map(asStatement));
    });
  });
  return found;
}

function isShare(part: Expression, isDrawn: (part: Expression) => boolean): boolean {
  if (part.kind !== "Comparison" || !part.operators.every((one) => /^[<>]=?$/.test(one))) return false;
  return part.operands.some((operand) => partsOf(operand).some(isDrawn));
}

/** The names, attributes and texts that statements mention. */
function namesIn(statements: readonly Statement[]): readonly string[] {
  const names: string[] = [];
  eachExpression(statements, (part) => {
    if (part.kind === "Name") names.push(part.id);
    if (part.kind === "Attribute") names.push(part.name);
    if (part.kind === "Literal" && typeof part.value === "string") names.push(part.value);
  });
  return names;
}

function partsOf(expression: Expression): readonly Expression[] {
  const parts: Expression[] = [];
  eachExpression([asStatement(expression)], (part) => parts.push(part));
  return parts;
}

function asStatement(expression: Expression): Statement {
  return { kind: "ExpressionStatement", start: expression.start, end: expression.end, expression };
}

function lastName(callee: Expression): string {
  return callee.kind === "Attribute" ? callee.name : callee.kind === "Name" ? callee.id : "";
}
