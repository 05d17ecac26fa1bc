import type { Argument, Expression } from "../../src/syntax/expressions.js";
import type { FormModule, FunctionForm, Parameter, Statement } from "../../src/syntax/form.js";

/**
 * The form as S-expressions, one statement a line, bodies indented: for tests to compare and people to read.
 * `(call (. model fit) x epochs=3)`; absent parts leave no trace. Languages that mean the same print the same.
 */
export function dumpForm(module: FormModule): string {
  return lines(module.body, "").join("\n");
}

function lines(statements: readonly Statement[], indent: string): string[] {
  return statements.flatMap((node) => statement(node).map((line) => indent + line));
}

function nested(statements: readonly Statement[]): string[] {
  return lines(statements, "  ");
}

function section(head: string, statements: readonly Statement[]): string[] {
  return statements.length === 0 ? [] : [head, ...nested(statements)];
}

function statement(node: Statement): string[] {
  switch (node.kind) {
    case "ExpressionStatement":
      return [dumpExpression(node.expression)];
    case "Assign": {
      const targets = node.targets.map(dumpExpression).join(" = ");
      const annotation = node.annotation === undefined ? "" : `: ${dumpExpression(node.annotation)}`;
      const value = node.value === undefined ? "" : ` ${node.operator ?? ""}= ${dumpExpression(node.value)}`;
      return [`${node.declares === undefined ? "" : `${node.declares} `}${targets}${annotation}${value}`];
    }
    case "Branch":
      return [`if ${dumpExpression(node.test)}`, ...nested(node.body), ...section("else", node.otherwise)];
    case "Match":
      return [
        `match ${dumpExpression(node.subject)}`,
        ...node.arms.flatMap((arm) => [
          `  ${join(["arm", arm.isDefault ? "default" : "", arm.test && dumpExpression(arm.test), ...arm.names.map((name) => `$${name}`)])}`,
          ...lines(arm.body, "    "),
        ]),
      ];
    case "Loop": {
      const each = node.target && node.iterable && `${dumpExpression(node.target)} in ${dumpExpression(node.iterable)}`;
      const head = join([node.form, each, node.test && dumpExpression(node.test)]);
      return [head, ...nested(node.body), ...section("else", node.otherwise)];
    }
    case "With": {
      const items = node.items.map(
        ({ context, target }) => dumpExpression(context) + (target ? ` as ${dumpExpression(target)}` : ""),
      );
      return [`with ${items.join(", ")}`, ...nested(node.body)];
    }
    case "Try":
      return [
        "try",
        ...nested(node.body),
        ...node.handlers.flatMap((handler) => [
          join(["except", handler.type && dumpExpression(handler.type), handler.name && `$${handler.name}`]),
          ...nested(handler.body),
        ]),
        ...section("else", node.otherwise),
        ...section("finally", node.final),
      ];
    case "FunctionStatement":
      return [...node.function.decorators.map(decorator), functionHead(node.function), ...nested(node.function.body)];
    case "ClassStatement": {
      const bases = [...node.bases.map(dumpExpression), ...node.keywords.map(argument)];
      return [...node.decorators.map(decorator), `class ${node.name ?? ""}(${bases.join(" ")})`, ...nested(node.body)];
    }
    case "Return":
      return [join(["return", node.value && dumpExpression(node.value)])];
    case "Raise":
      return [
        join(["raise", node.value && dumpExpression(node.value), node.cause && `from ${dumpExpression(node.cause)}`]),
      ];
    case "Jump":
      return [node.jump];
    case "Import": {
      const names = node.names.map(
        ({ local, imported, bindsTop }) => `${imported ?? (bindsTop ? "top" : "module")}->${local}`,
      );
      return [join(["import", JSON.stringify(".".repeat(node.level) + node.module), ...names])];
    }
    case "Delete":
      return [`delete ${node.targets.map(dumpExpression).join(" ")}`];
    case "OuterNames":
      return [`${node.scope} ${node.names.join(" ")}`];
    case "Assert":
      return [join(["assert", dumpExpression(node.test), node.message && dumpExpression(node.message)])];
  }
}

function decorator(node: Expression): string {
  return `@${dumpExpression(node)}`;
}

function functionHead(node: FunctionForm): string {
  return join([
    node.isAsync ? "async" : "",
    node.isGenerator ? "generator" : "",
    node.isLambda ? "lambda" : "function",
    `${node.name ?? ""}(${node.params.map(parameter).join(" ")})`,
    node.returns && `-> ${dumpExpression(node.returns)}`,
  ]);
}

function parameter(node: Parameter): string {
  const stars = { none: "", sequence: "*", mapping: "**" }[node.variadic];
  const name = node.pattern === undefined ? node.name : dumpExpression(node.pattern);
  const annotation = node.annotation === undefined ? "" : `:${dumpExpression(node.annotation)}`;
  const value = node.defaultValue === undefined ? "" : `=${dumpExpression(node.defaultValue)}`;
  return `${stars}${name}${node.keywordOnly ? "!" : ""}${annotation}${value}`;
}

function argument(node: Argument): string {
  const stars = { none: "", sequence: "*", mapping: "**" }[node.spread];
  return stars + (node.name === undefined ? "" : `${node.name}=`) + dumpExpression(node.value);
}

export function dumpExpression(node: Expression): string {
  switch (node.kind) {
    case "Name":
      return node.id;
    case "Literal":
      return node.value === undefined
        ? `<${node.type}>`
        : (node.type === "bytes" ? "b" : "") + JSON.stringify(node.value);
    case "Template": {
      const between = node.parts.flatMap((part, index) => [
        dumpExpression(part),
        JSON.stringify(node.texts[index + 1]),
      ]);
      return list("template", [JSON.stringify(node.texts[0]), ...between]);
    }
    case "Attribute":
      return list(".", [dumpExpression(node.object), node.name]);
    case "Subscript":
      return list("at", [dumpExpression(node.object), dumpExpression(node.index)]);
    case "Slice":
      return list(
        "slice",
        [node.lower, node.upper, node.step].map((part) => (part === undefined ? "~" : dumpExpression(part))),
      );
    case "Call":
      return list(node.isNew ? "new" : "call", [dumpExpression(node.callee), ...node.args.map(argument)]);
    case "Sequence":
      return list(node.form, node.items.map(dumpExpression));
    case "Mapping":
      return list(
        "mapping",
        node.entries.map(
          ({ key, value }) => `${key === undefined ? "**" : `${dumpExpression(key)}:`}${dumpExpression(value)}`,
        ),
      );
    case "Operation":
      return list(node.operator, node.operands.map(dumpExpression));
    case "Comparison": {
      const rest = node.operators.map((operator, index) => `${operator} ${dumpExpression(node.operands[index + 1]!)}`);
      return list("compare", [dumpExpression(node.operands[0]!), ...rest]);
    }
    case "Conditional":
      return list("if", [node.test, node.then, node.otherwise].map(dumpExpression));
    case "FunctionExpression":
      return list(functionHead(node.function), [lines(node.function.body, "").join("; ")]);
    case "Comprehension": {
      const clauses = node.clauses.map(({ target, iterable, conditions }) =>
        join([
          "for",
          dumpExpression(target),
          "in",
          dumpExpression(iterable),
          ...conditions.map((test) => `if ${dumpExpression(test)}`),
        ]),
      );
      const element = (node.key === undefined ? "" : `${dumpExpression(node.key)}:`) + dumpExpression(node.element);
      return list(`each-${node.form}`, [element, ...clauses]);
    }
    case "AssignExpression":
      return list(`${node.operator ?? ""}=`, [dumpExpression(node.target), dumpExpression(node.value)]);
    case "Await":
      return list("await", [dumpExpression(node.value)]);
    case "Yield":
      return list("yield", node.value === undefined ? [] : [dumpExpression(node.value)]);
    case "Spread":
      return list("spread", [dumpExpression(node.value)]);
    case "Unknown":
      return list("?", node.parts.map(dumpExpression));
  }
}

function list(head: string, parts: readonly string[]): string {
  return `(${join([head, ...parts])})`;
}

function join(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}
