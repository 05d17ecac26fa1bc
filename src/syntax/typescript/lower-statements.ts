import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Expression } from "../expressions.js";
import type { Assign, Handler, Match, Statement, Try } from "../form.js";
import { maximumDepth, unknown } from "../depth.js";
import { lowerClass, lowerClassExpression } from "./lower-classes.js";
import { lowerExpression, lowerOptional } from "./lower-expressions.js";
import { lowerFunctionStatement, nameOf } from "./lower-functions.js";
import { lowerLoop } from "./lower-loops.js";
import {
  constant,
  lowerEnum,
  lowerExportAll,
  lowerExportDefault,
  lowerExportNamed,
  commonJsName,
  lowerImport,
  nameAt,
} from "./lower-modules.js";
import { lowerAssignment } from "./lower-patterns.js";
import { lowerType } from "./lower-types.js";
import { inBlock, lowerFlat, type Lowering } from "./lowering.js";

type StatementNode = TSESTree.Statement | TSESTree.NamedExportDeclarations;

/** One statement can become none (a type), one, or several (`let a = 1, b = 2`, a block, a class expression before its use). */
export function lowerStatement(lowering: Lowering, node: StatementNode): Statement[] {
  return lowerStatements(lowering, [node]);
}

export function lowerStatements(lowering: Lowering, nodes: readonly StatementNode[]): Statement[] {
  return inBlock(lowering, () => {
    for (const node of nodes) addStatement(lowering, node);
  });
}

/** The body of a function, loop or branch: a block's statements, or the one statement without braces. */
export function lowerBody(lowering: Lowering, node: TSESTree.Statement | null | undefined): Statement[] {
  return node === null || node === undefined ? [] : lowerStatement(lowering, node);
}

function addStatement(lowering: Lowering, node: StatementNode): void {
  if (lowering.depth >= maximumDepth) {
    const [start, end] = node.range;
    lowering.before.push({ kind: "ExpressionStatement", start, end, expression: lowerFlat(node) });
    return;
  }
  // What the statement's class expressions put before it is there by the time the statement itself is added.
  const statements = lowerInner(lowering, node);
  lowering.before.push(...statements);
}

function lowerInner(lowering: Lowering, node: StatementNode): Statement[] {
  const [start, end] = node.range;
  switch (node.type) {
    case "ExpressionStatement":
      return lowerExpressionStatement(lowering, node.expression);
    case "VariableDeclaration":
      return node.declarations.map((declarator) => lowerDeclarator(lowering, declarator, node));
    case "FunctionDeclaration":
      return [lowerFunctionStatement(lowering, node)];
    case "ClassDeclaration":
      return [lowerClass(lowering, node)];
    case "ReturnStatement":
      return [{ kind: "Return", start, end, value: lowerOptional(lowering, node.argument) }];
    case "IfStatement":
      return [lowerIf(lowering, node)];
    case "ForStatement":
    case "ForOfStatement":
    case "ForInStatement":
    case "WhileStatement":
    case "DoWhileStatement":
      return lowerLoop(lowering, node);
    case "SwitchStatement":
      return [lowerSwitch(lowering, node)];
    case "TryStatement":
      return [lowerTry(lowering, node)];
    case "ThrowStatement":
      return [{ kind: "Raise", start, end, value: lowerOptional(lowering, node.argument), cause: undefined }];
    case "BreakStatement":
      // Leaving a `switch` is what the end of an arm does anyway.
      return lowering.inSwitch && node.label === null ? [] : [{ kind: "Jump", start, end, jump: "break" }];
    case "ContinueStatement":
      return [{ kind: "Jump", start, end, jump: "continue" }];
    case "BlockStatement":
      return lowerStatements(lowering, node.body);
    case "LabeledStatement":
      return lowerStatement(lowering, node.body);
    case "WithStatement": {
      const items = [{ context: lowerExpression(lowering, node.object), target: undefined }];
      return [{ kind: "With", start, end, items, body: lowerBody(lowering, node.body) }];
    }
    case "ImportDeclaration":
      return [lowerImport(node)];
    case "ExportAllDeclaration":
      return [lowerExportAll(node)];
    case "ExportNamedDeclaration":
      return lowerExportNamed(lowering, node);
    case "ExportDefaultDeclaration":
      return lowerExportDefault(lowering, node);
    case "TSExportAssignment": {
      const target: Expression = { kind: "Name", start, end: start + "export".length, id: "default" };
      return [constant(node, target, lowerExpression(lowering, node.expression))];
    }
    case "TSImportEqualsDeclaration": {
      const value = lowerExpression(lowering, node.moduleReference);
      return [constant(node, nameAt(node.id, node.id.name), requireCall(node, value))];
    }
    case "TSEnumDeclaration":
      return [lowerEnum(lowering, node)];
    case "TSModuleDeclaration":
      // Half-typed, it can lack the body that the types promise.
      return node.declare || !node.body ? [] : lowerStatements(lowering, node.body.body);
    default:
      return [];
  }
}

export function lowerExpressionStatement(lowering: Lowering, node: TSESTree.Expression): Statement[] {
  const [start, end] = node.range;
  if (node.type === "SequenceExpression")
    return node.expressions.flatMap((one) => lowerExpressionStatement(lowering, one));
  if (node.type === "UnaryExpression" && node.operator === "delete") {
    return [{ kind: "Delete", start, end, targets: [lowerExpression(lowering, node.argument)] }];
  }
  if (node.type !== "AssignmentExpression" && node.type !== "UpdateExpression") {
    return [{ kind: "ExpressionStatement", start, end, expression: lowerExpression(lowering, node) }];
  }
  const targets: Expression[] = [];
  let last: typeof node = node;
  if (last.type === "AssignmentExpression" && last.operator === "=") {
    while (last.right.type === "AssignmentExpression" && last.right.operator === "=" && last.operator === "=") {
      targets.push(lowerExpression(lowering, last.left));
      last = last.right;
    }
  }
  const { target, operator, value } = lowerAssignment(lowering, last);
  targets.push(target);
  const exported = operator === undefined ? targets.flatMap(commonJsName) : [];
  const declares = exported.length > 0 ? "const" : undefined;
  return [
    {
      kind: "Assign",
      start,
      end,
      targets: [...targets, ...exported],
      operator,
      value,
      annotation: undefined,
      declares,
    },
  ];
}

function lowerDeclarator(
  lowering: Lowering,
  node: TSESTree.VariableDeclarator,
  { kind, declarations, range }: TSESTree.VariableDeclaration,
): Assign {
  const { id, init } = node;
  const [start, end] = declarations.length === 1 ? range : node.range;
  const given = id.type === "Identifier" ? nameOf(id) : undefined;
  const value =
    init?.type === "ClassExpression" ? lowerClassExpression(lowering, init, given) : lowerOptional(lowering, init);
  const targets = [lowerExpression(lowering, id)];
  const annotation = lowerType(lowering, id.typeAnnotation);
  const declares = kind === "using" || kind === "await using" ? "const" : kind;
  return { kind: "Assign", start, end, targets, operator: undefined, value, annotation, declares };
}

/** An `else if` nests; the converter has already walked the chain, so it is not too long to recurse here. */
function lowerIf(lowering: Lowering, node: TSESTree.IfStatement): Statement {
  const [start, end] = node.range;
  const test = lowerExpression(lowering, node.test);
  const body = lowerBody(lowering, node.consequent);
  return { kind: "Branch", start, end, test, body, otherwise: lowerBody(lowering, node.alternate) };
}

/** Cases that share one body (`case 1: case 2: ...`) are one arm, as an `|` pattern is in Python. */
function lowerSwitch(lowering: Lowering, node: TSESTree.SwitchStatement): Match {
  const [start, end] = node.range;
  const subject = lowerExpression(lowering, node.discriminant);
  const outside = lowering.inSwitch;
  lowering.inSwitch = true;
  const arms: Match["arms"][number][] = [];
  let tests: Expression[] = [];
  let isDefault = false;
  node.cases.forEach(({ test, consequent }, index) => {
    if (test === null) isDefault = true;
    else tests.push(lowerExpression(lowering, test));
    if (consequent.length === 0 && index < node.cases.length - 1) return;
    const evaluated = tests.length > 1 ? unknown({ start: tests[0]!.start, end: tests.at(-1)!.end }, tests) : tests[0];
    arms.push({ names: [], test: evaluated, body: lowerStatements(lowering, consequent), isDefault });
    tests = [];
    isDefault = false;
  });
  lowering.inSwitch = outside;
  return { kind: "Match", start, end, subject, arms };
}

function lowerTry(lowering: Lowering, node: TSESTree.TryStatement): Try {
  const [start, end] = node.range;
  const body = lowerBody(lowering, node.block);
  const handlers = node.handler === null ? [] : [lowerHandler(lowering, node.handler)];
  return { kind: "Try", start, end, body, handlers, otherwise: [], final: lowerBody(lowering, node.finalizer) };
}

function lowerHandler(lowering: Lowering, { param, body, range }: TSESTree.CatchClause): Handler {
  const statements = lowerBody(lowering, body);
  const whole = { start: range[0], end: range[1], type: undefined };
  if (param === null) return { ...whole, name: undefined, body: statements };
  if (param.type === "Identifier") return { ...whole, name: param.name, body: statements };
  const [start, end] = param.range;
  const targets = [lowerExpression(lowering, param)];
  const bound: Assign = {
    kind: "Assign",
    start,
    end,
    targets,
    operator: undefined,
    value: undefined,
    annotation: undefined,
    declares: "let",
  };
  return { ...whole, name: undefined, body: [bound, ...statements] };
}

/** `import x = require("m")` is the call that it abbreviates; `import x = a.b` is the name. */
function requireCall(node: TSESTree.TSImportEqualsDeclaration, value: Expression): Expression {
  const { moduleReference } = node;
  if (moduleReference.type !== "TSExternalModuleReference") return value;
  const [start, end] = moduleReference.range;
  const callee: Expression = { kind: "Name", start, end: start + "require".length, id: "require" };
  const arg = { start: value.start, end: value.end, name: undefined, spread: "none", value } as const;
  return { kind: "Call", start, end, callee, args: [arg], argsEnd: end - 1, isNew: false };
}
