import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Expression } from "../expressions.js";
import type { Statement } from "../form.js";
import { lowerExpression, lowerOptional } from "./lower-expressions.js";
import { lowerBody, lowerExpressionStatement, lowerStatement } from "./lower-statements.js";
import type { Lowering } from "./lowering.js";

type LoopNode =
  | TSESTree.ForStatement
  | TSESTree.ForOfStatement
  | TSESTree.ForInStatement
  | TSESTree.WhileStatement
  | TSESTree.DoWhileStatement;

/** `for (const k in object)` goes over the keys, as a Python loop over a dict does. */
export function lowerLoop(lowering: Lowering, node: LoopNode): Statement[] {
  const inSwitch = lowering.inSwitch;
  lowering.inSwitch = false;
  const statements = lowerInner(lowering, node);
  lowering.inSwitch = inSwitch;
  return statements;
}

function lowerInner(lowering: Lowering, node: LoopNode): Statement[] {
  const [start, end] = node.range;
  const none = { target: undefined, iterable: undefined, otherwise: [] };
  switch (node.type) {
    case "ForOfStatement":
    case "ForInStatement": {
      const target = lowerTarget(lowering, node.left);
      const iterable = lowerExpression(lowering, node.right);
      const body = lowerBody(lowering, node.body);
      return [{ kind: "Loop", start, end, form: "each", target, iterable, test: undefined, body, otherwise: [] }];
    }
    case "WhileStatement": {
      const test = lowerExpression(lowering, node.test);
      return [{ kind: "Loop", start, end, form: "while", ...none, test, body: lowerBody(lowering, node.body) }];
    }
    case "DoWhileStatement": {
      const body = lowerBody(lowering, node.body);
      return [{ kind: "Loop", start, end, form: "do", ...none, test: lowerExpression(lowering, node.test), body }];
    }
    default: {
      const first = node.init === null ? [] : lowerPart(lowering, node.init);
      const test = lowerOptional(lowering, node.test);
      const body = lowerBody(lowering, node.body);
      if (node.update !== null) body.push(...lowerPart(lowering, node.update));
      return [...first, { kind: "Loop", start, end, form: "while", ...none, test, body }];
    }
  }
}

function lowerTarget(lowering: Lowering, node: TSESTree.Node): Expression {
  const target = node.type === "VariableDeclaration" ? node.declarations[0]?.id : node;
  return lowerExpression(lowering, target ?? node);
}

/** The initialiser and the update of a classic `for` are statements of their own. */
function lowerPart(lowering: Lowering, node: TSESTree.ForStatement["init"] & object): Statement[] {
  if (node.type === "VariableDeclaration") return lowerStatement(lowering, node);
  return lowerExpressionStatement(lowering, node);
}
