import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Expression } from "../expressions.js";
import type { ClassStatement, Statement } from "../form.js";
import { unknown } from "../depth.js";
import { lowerAll, lowerExpression, lowerOptional } from "./lower-expressions.js";
import { lowerFunction, nameOf, type FunctionName } from "./lower-functions.js";
import { lowerKey } from "./lower-patterns.js";
import { lowerStatements } from "./lower-statements.js";
import { lowerType } from "./lower-types.js";
import { inBlock, type Lowering } from "./lowering.js";

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

export function lowerClass(lowering: Lowering, node: ClassNode, given?: FunctionName): ClassStatement {
  const [start, end] = node.range;
  const { name, ...nameSpan } = node.id === null ? (given ?? { name: undefined, start, end: start }) : nameOf(node.id);
  return {
    kind: "ClassStatement",
    start,
    end,
    name,
    nameSpan,
    bases: node.superClass === null ? [] : [lowerExpression(lowering, node.superClass)],
    keywords: [],
    decorators: lowerAll(lowering, node.decorators, start),
    body: inBlock(lowering, () => {
      for (const member of node.body.body) lowering.before.push(...lowerMember(lowering, member));
    }),
  };
}

/**
 * The form has classes only as statements: the class goes before the statement that it is part of, and its name
 * stays in its place. `given` is the name of the variable that it is the value of.
 */
export function lowerClassExpression(lowering: Lowering, node: ClassNode, given?: FunctionName): Expression {
  const lowered = lowerClass(lowering, node, given);
  lowering.before.push(lowered);
  const [start, end] = node.range;
  return lowered.name === undefined
    ? unknown({ start, end }, [])
    : { kind: "Name", ...lowered.nameSpan, id: lowered.name };
}

function lowerMember(lowering: Lowering, node: TSESTree.ClassElement): Statement[] {
  const [start, end] = node.range;
  switch (node.type) {
    case "MethodDefinition": {
      // An overload or an abstract method has no body.
      if (node.value.type !== "FunctionExpression") return [];
      const decorators = lowerAll(lowering, node.decorators, start);
      const form = lowerFunction(lowering, node.value, keyName(node), node, decorators);
      return [{ kind: "FunctionStatement", start, end, function: form }];
    }
    case "PropertyDefinition":
    case "AccessorProperty":
    case "TSAbstractPropertyDefinition":
    case "TSAbstractAccessorProperty": {
      const { name, ...span } = keyName(node);
      const target: Expression =
        name === undefined ? unknown(span, [lowerKey(lowering, node.key, true)]) : { kind: "Name", ...span, id: name };
      const value = lowerOptional(lowering, node.value);
      const annotation = lowerType(lowering, node.typeAnnotation);
      return [
        { kind: "Assign", start, end, targets: [target], operator: undefined, value, annotation, declares: undefined },
      ];
    }
    case "StaticBlock":
      return lowerStatements(lowering, node.body);
    default:
      return [];
  }
}

/** The name of a method or field; undefined when it is computed. */
function keyName({ key, computed }: { readonly key: TSESTree.Node; readonly computed: boolean }): FunctionName {
  const [start, end] = key.range;
  if (key.type === "PrivateIdentifier") return { name: `#${key.name}`, start, end };
  if (key.type === "Identifier" && !computed) return { name: key.name, start, end };
  return { name: key.type === "Literal" ? String(key.value) : undefined, start, end };
}
