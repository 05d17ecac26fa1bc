import type * as expressions from "../expressions.js";
import type * as form from "../form.js";
import { maximumDepth } from "../depth.js";
import type { Name } from "./expression-nodes.js";
import { Kind } from "./kind.js";
import { lowerAll, lowerExpression, lowerKeyword, lowerOptional } from "./lower-expressions.js";
import { lowerFunction } from "./lower-functions.js";
import { lowerMatch } from "./lower-match.js";
import { binaryOperators } from "./lower-operators.js";
import { lowerFlat, type Lowering } from "./lowering.js";
import type { Alias, ClassDef, If, ImportFrom, Statement, Try } from "./nodes.js";

/** A `pass` is nothing, and `import a, b` is two statements; everything else is one for one. */
export function lowerBlock(lowering: Lowering, nodes: readonly Statement[]): form.Statement[] {
  const statements: form.Statement[] = [];
  if (lowering.depth >= maximumDepth) {
    for (const node of nodes) {
      statements.push({ kind: "ExpressionStatement", start: node.start, end: node.end, expression: lowerFlat(node) });
    }
    return statements;
  }
  lowering.depth++;
  for (const node of nodes) {
    if (node.kind === Kind.Import) {
      for (const alias of node.names) statements.push(lowerImport(alias, node.names.length === 1 ? node : alias));
    } else if (node.kind !== Kind.Pass) {
      statements.push(lowerStatement(lowering, node));
    }
  }
  lowering.depth--;
  return statements;
}

type OneForOne = Exclude<Statement, { readonly kind: Kind.Import }>;

function lowerStatement(lowering: Lowering, node: OneForOne): form.Statement {
  const { start, end } = node;
  switch (node.kind) {
    case Kind.Expr:
      return { kind: "ExpressionStatement", start, end, expression: lowerExpression(lowering, node.value) };
    case Kind.Assign: {
      const targets = lowerAll(lowering, node.targets);
      return assign(node, targets, undefined, lowerExpression(lowering, node.value), undefined);
    }
    case Kind.AugAssign: {
      const targets = [lowerExpression(lowering, node.target)];
      return assign(node, targets, binaryOperators[node.op], lowerExpression(lowering, node.value), undefined);
    }
    case Kind.AnnAssign: {
      const targets = [lowerExpression(lowering, node.target)];
      const annotation = lowerExpression(lowering, node.annotation);
      return assign(node, targets, undefined, lowerOptional(lowering, node.value), annotation);
    }
    case Kind.TypeAlias: {
      const targets = [lowerExpression(lowering, node.name satisfies Name)];
      return assign(node, targets, undefined, lowerExpression(lowering, node.value), undefined);
    }
    case Kind.FunctionDef:
    case Kind.AsyncFunctionDef:
      return lowerFunction(lowering, node);
    case Kind.ClassDef:
      return lowerClass(lowering, node);
    case Kind.Return:
      return { kind: "Return", start, end, value: lowerOptional(lowering, node.value) };
    case Kind.If:
      return lowerIf(lowering, node);
    case Kind.For:
    case Kind.AsyncFor: {
      const target = lowerExpression(lowering, node.target);
      const iterable = lowerExpression(lowering, node.iter);
      const body = lowerBlock(lowering, node.body);
      const otherwise = lowerBlock(lowering, node.orelse);
      return { kind: "Loop", start, end, form: "each", target, iterable, test: undefined, body, otherwise };
    }
    case Kind.While: {
      const test = lowerExpression(lowering, node.test);
      const body = lowerBlock(lowering, node.body);
      const otherwise = lowerBlock(lowering, node.orelse);
      return { kind: "Loop", start, end, form: "while", target: undefined, iterable: undefined, test, body, otherwise };
    }
    case Kind.With:
    case Kind.AsyncWith: {
      const items = node.items.map((item) => ({
        context: lowerExpression(lowering, item.context_expr),
        target: lowerOptional(lowering, item.optional_vars),
      }));
      return { kind: "With", start, end, items, body: lowerBlock(lowering, node.body) };
    }
    case Kind.Match:
      return lowerMatch(lowering, node);
    case Kind.Try:
    case Kind.TryStar:
      return lowerTry(lowering, node);
    case Kind.Raise: {
      const value = lowerOptional(lowering, node.exc);
      return { kind: "Raise", start, end, value, cause: lowerOptional(lowering, node.cause) };
    }
    case Kind.Assert: {
      const test = lowerExpression(lowering, node.test);
      return { kind: "Assert", start, end, test, message: lowerOptional(lowering, node.msg) };
    }
    case Kind.Delete:
      return { kind: "Delete", start, end, targets: lowerAll(lowering, node.targets) };
    case Kind.ImportFrom:
      return lowerImportFrom(node);
    case Kind.Global:
      return { kind: "OuterNames", start, end, scope: "global", names: node.names };
    case Kind.Nonlocal:
      return { kind: "OuterNames", start, end, scope: "nonlocal", names: node.names };
    case Kind.Break:
      return { kind: "Jump", start, end, jump: "break" };
    case Kind.Continue:
      return { kind: "Jump", start, end, jump: "continue" };
    case Kind.Pass:
      return { kind: "ExpressionStatement", start, end, expression: lowerFlat(node) };
  }
}

function assign(
  { start, end }: Statement,
  targets: readonly expressions.Expression[],
  operator: string | undefined,
  value: expressions.Expression | undefined,
  annotation: expressions.Expression | undefined,
): form.Assign {
  return { kind: "Assign", start, end, targets, operator, value, annotation, declares: undefined };
}

/** An `elif` chain nests as deep as it is long, so it is walked and then built from its end. */
function lowerIf(lowering: Lowering, node: If): form.Branch {
  const chain = [node];
  let last = node;
  for (let next = last.orelse[0]; last.orelse.length === 1 && next?.kind === Kind.If; next = last.orelse[0]) {
    chain.push(next);
    last = next;
  }
  const room = maximumDepth - lowering.depth;
  const branches = chain.map(({ start, end, test, body }) => ({
    start,
    end,
    test: lowerExpression(lowering, test),
    body: lowerBlock(lowering, body),
  }));
  let otherwise = lowerBlock(lowering, last.orelse);
  for (let index = branches.length - 1; index > 0; index--) {
    const { start, end, test, body } = branches[index]!;
    // Past the bound the rest of the chain stands in a row: every test and body is still visited.
    if (index > room) otherwise.unshift({ kind: "Branch", start, end, test, body, otherwise: [] });
    else otherwise = [{ kind: "Branch", start, end, test, body, otherwise }];
  }
  const { start, end, test, body } = branches[0]!;
  return { kind: "Branch", start, end, test, body, otherwise };
}

function lowerTry(lowering: Lowering, node: Try): form.Try {
  const body = lowerBlock(lowering, node.body);
  const handlers = node.handlers.map((handler) => ({
    start: handler.start,
    end: handler.end,
    type: lowerOptional(lowering, handler.type),
    name: handler.name ?? undefined,
    body: lowerBlock(lowering, handler.body),
  }));
  const otherwise = lowerBlock(lowering, node.orelse);
  const final = lowerBlock(lowering, node.finalbody);
  return { kind: "Try", start: node.start, end: node.end, body, handlers, otherwise, final };
}

function lowerClass(lowering: Lowering, node: ClassDef): form.ClassStatement {
  const { start, end, name, nameStart } = node;
  const decorators = lowerAll(lowering, node.decorator_list);
  const bases = lowerAll(lowering, node.bases);
  const keywords = node.keywords.map((keyword) => lowerKeyword(lowering, keyword));
  const nameSpan = { start: nameStart, end: nameStart + name.length };
  const body = lowerBlock(lowering, node.body);
  return { kind: "ClassStatement", start, end, name, nameSpan, bases, keywords, decorators, body };
}

function lowerImport(alias: Alias, { start, end }: { readonly start: number; readonly end: number }): form.Import {
  const bindsTop = alias.asname === null;
  const local = alias.asname ?? alias.name.split(".", 1)[0]!;
  const names = [{ start: alias.start, end: alias.end, local, imported: undefined, bindsTop }];
  return { kind: "Import", start, end, module: alias.name, level: 0, names };
}

function lowerImportFrom({ start, end, module, level, names }: ImportFrom): form.Import {
  const imported = names.map((alias) => ({
    start: alias.start,
    end: alias.end,
    local: alias.asname ?? alias.name,
    imported: alias.name,
    bindsTop: false,
  }));
  return { kind: "Import", start, end, module: module ?? "", level, names: imported };
}
