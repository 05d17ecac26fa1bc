import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Expression } from "../expressions.js";
import { wholeExport, type Assign, type Import, type ImportedName, type Statement } from "../form.js";
import { lowerClass } from "./lower-classes.js";
import { lowerExpression } from "./lower-expressions.js";
import { lowerFunctionStatement } from "./lower-functions.js";
import { lowerStatement } from "./lower-statements.js";
import type { Lowering } from "./lowering.js";

export function lowerImport(node: TSESTree.ImportDeclaration): Import {
  const [start, end] = node.range;
  const names = node.specifiers.map((specifier): ImportedName => {
    const imported =
      specifier.type === "ImportSpecifier"
        ? exportedName(specifier.imported)
        : specifier.type === "ImportDefaultSpecifier"
          ? "default"
          : undefined;
    return named(specifier, specifier.local.name, imported);
  });
  return { kind: "Import", start, end, module: node.source.value, level: 0, names };
}

/** `export * from "m"` is `import * from "m"` in Python's sense; `export { a as b } from "m"` binds b like an import. */
export function lowerExportAll(node: TSESTree.ExportAllDeclaration): Import {
  const [start, end] = node.range;
  const local = node.exported === null ? "*" : exportedName(node.exported);
  const names = [named(node, local, node.exported === null ? "*" : undefined)];
  return { kind: "Import", start, end, module: node.source.value, level: 0, names };
}

export function lowerExportNamed(lowering: Lowering, node: TSESTree.ExportNamedDeclaration): Statement[] {
  const [start, end] = node.range;
  if (node.declaration !== null) return lowerStatement(lowering, node.declaration);
  if (node.source !== null) {
    const names = node.specifiers.map((specifier) =>
      named(specifier, exportedName(specifier.exported), exportedName(specifier.local)),
    );
    return [{ kind: "Import", start, end, module: node.source.value, level: 0, names }];
  }
  // `export { a as b }` gives a second name; a plain `export { a }` says nothing new.
  return node.specifiers
    .filter(({ local, exported }) => exportedName(local) !== exportedName(exported))
    .map((specifier) => {
      const target = nameAt(specifier.exported, exportedName(specifier.exported));
      return constant(specifier, target, lowerExpression(lowering, specifier.local));
    });
}

export function lowerExportDefault(lowering: Lowering, node: TSESTree.ExportDefaultDeclaration): Statement[] {
  const { declaration } = node;
  const start = lowering.text.indexOf("default", node.range[0]);
  const span = { start, end: start + "default".length };
  const target: Expression = { kind: "Name", ...span, id: "default" };
  if (declaration.type === "ClassDeclaration") {
    const statement = lowerClass(lowering, declaration, { name: "default", ...span });
    if (declaration.id === null) return [statement];
    return [statement, constant(node, target, nameAt(declaration.id, declaration.id.name))];
  }
  if (declaration.type === "FunctionDeclaration" && declaration.id !== null) {
    const statement = lowerFunctionStatement(lowering, declaration);
    return [statement, constant(node, target, nameAt(declaration.id, declaration.id.name))];
  }
  if (declaration.type === "TSInterfaceDeclaration" || declaration.type === "TSDeclareFunction") return [];
  return [constant(node, target, lowerExpression(lowering, declaration))];
}

/** The name that an export of CommonJS binds in its module: of `exports.train = ...`, `module.exports.train = ...`, or the whole. */
export function commonJsName(target: Expression): readonly Expression[] {
  if (target.kind !== "Attribute") return [];
  const { object, name, nameSpan } = target;
  const isModule = object.kind === "Name" && object.id === "module";
  if (isModule && name === "exports") return [{ kind: "Name", ...nameSpan, id: wholeExport }];
  const isExports =
    (object.kind === "Name" && object.id === "exports") ||
    (object.kind === "Attribute" && object.name === "exports" && commonJsName(object).length > 0);
  return isExports ? [{ kind: "Name", ...nameSpan, id: name }] : [];
}

/** An enum is a constant mapping from its members' names to their values, where these are written or counted. */
export function lowerEnum(lowering: Lowering, node: TSESTree.TSEnumDeclaration): Assign {
  let counted: number | undefined = 0;
  const entries = node.body.members.map(({ id, initializer, range }) => {
    const [start, end] = range;
    const name = id.type === "Identifier" ? id.name : id.type === "Literal" ? id.value : "";
    const written = initializer === undefined ? undefined : lowerExpression(lowering, initializer);
    if (written !== undefined) {
      counted = written.kind === "Literal" && typeof written.value === "number" ? written.value : undefined;
    }
    const value: Expression = written ?? { kind: "Literal", start, end, type: "number", value: counted };
    if (counted !== undefined) counted++;
    const key: Expression = { kind: "Literal", start: id.range[0], end: id.range[1], type: "string", value: name };
    return { key, value };
  });
  const [start, end] = node.range;
  return constant(node, nameAt(node.id, node.id.name), { kind: "Mapping", start, end, entries });
}

/** `name = value`, declared `const`. */
export function constant(node: TSESTree.Node, target: Expression, value: Expression): Assign {
  const [start, end] = node.range;
  return {
    kind: "Assign",
    start,
    end,
    targets: [target],
    operator: undefined,
    value,
    annotation: undefined,
    declares: "const",
  };
}

export function nameAt(node: TSESTree.Node, id: string): Expression {
  return { kind: "Name", start: node.range[0], end: node.range[1], id };
}

function exportedName(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === "Identifier" ? node.name : node.value;
}

function named(node: TSESTree.Node, local: string, imported: string | undefined): ImportedName {
  return { start: node.range[0], end: node.range[1], local, imported, bindsTop: false };
}
