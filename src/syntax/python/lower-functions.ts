import type * as expressions from "../expressions.js";
import type * as form from "../form.js";
import type { Arg, Arguments, Expression, Lambda } from "./expression-nodes.js";
import { Kind } from "./kind.js";
import { lowerAll, lowerExpression, lowerOptional } from "./lower-expressions.js";
import { lowerBlock } from "./lower-statements.js";
import type { Lowering } from "./lowering.js";
import type { FunctionDef } from "./nodes.js";

export function lowerFunction(lowering: Lowering, node: FunctionDef): form.FunctionStatement {
  const { start, end, name, nameStart } = node;
  const decorators = lowerAll(lowering, node.decorator_list);
  const params = lowerParameters(lowering, node.args);
  const returns = lowerOptional(lowering, node.returns);
  const { body, isGenerator } = lowerBody(lowering, () => lowerBlock(lowering, node.body));
  return {
    kind: "FunctionStatement",
    start,
    end,
    function: {
      start,
      end,
      name,
      nameSpan: { start: nameStart, end: nameStart + name.length },
      params,
      decorators,
      returns,
      body,
      isAsync: node.kind === Kind.AsyncFunctionDef,
      isGenerator,
      isLambda: false,
    },
  };
}

export function lowerLambda(lowering: Lowering, node: Lambda): expressions.FunctionExpression {
  const { start, end } = node;
  const params = lowerParameters(lowering, node.args);
  const { body, isGenerator } = lowerBody(lowering, (): form.Statement[] => {
    const value = lowerExpression(lowering, node.body);
    return [{ kind: "Return", start: value.start, end: value.end, value }];
  });
  return {
    kind: "FunctionExpression",
    start,
    end,
    function: {
      start,
      end,
      name: undefined,
      nameSpan: { start, end: start },
      params,
      decorators: [],
      returns: undefined,
      body,
      isAsync: false,
      isGenerator,
      isLambda: true,
    },
  };
}

function lowerBody(
  lowering: Lowering,
  lower: () => form.Statement[],
): { readonly body: form.Statement[]; readonly isGenerator: boolean } {
  const outside = lowering.yields;
  lowering.yields = false;
  const body = lower();
  const isGenerator = lowering.yields;
  lowering.yields = outside;
  return { body, isGenerator };
}

function lowerParameters(lowering: Lowering, node: Arguments): form.Parameter[] {
  const params: form.Parameter[] = [];
  const { posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults } = node;
  const positional = posonlyargs.length === 0 ? args : [...posonlyargs, ...args];
  const withoutDefault = positional.length - defaults.length;
  positional.forEach((arg, index) => {
    params.push(lowerParameter(lowering, arg, defaults[index - withoutDefault] ?? null, "none", false));
  });
  if (vararg !== null) params.push(lowerParameter(lowering, vararg, null, "sequence", false));
  kwonlyargs.forEach((arg, index) => {
    params.push(lowerParameter(lowering, arg, kw_defaults[index] ?? null, "none", true));
  });
  if (kwarg !== null) params.push(lowerParameter(lowering, kwarg, null, "mapping", false));
  return params;
}

function lowerParameter(
  lowering: Lowering,
  arg: Arg,
  defaultNode: Expression | null,
  variadic: form.Parameter["variadic"],
  keywordOnly: boolean,
): form.Parameter {
  const annotation = lowerOptional(lowering, arg.annotation);
  const defaultValue = lowerOptional(lowering, defaultNode);
  const end = defaultValue === undefined ? arg.end : defaultValue.end;
  return { start: arg.start, end, name: arg.arg, pattern: undefined, annotation, defaultValue, variadic, keywordOnly };
}
