import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Expression } from "../expressions.js";
import { maximumDepth, unknown } from "../depth.js";
import { lowerAll, lowerExpression } from "./lower-expressions.js";
import { lowerFlat, type Lowering } from "./lowering.js";

/**
 * An annotation keeps what names something: `Promise<tf.Tensor>` reads like Python's `Promise[tf.Tensor]`, `A | null` like `A | None`.
 * Other types are `Unknown`, arrays and tuples with the types in them.
 */
export function lowerType(
  lowering: Lowering,
  annotation: TSESTree.TSTypeAnnotation | undefined,
): Expression | undefined {
  return annotation === undefined ? undefined : lowerTypeNode(lowering, annotation.typeAnnotation);
}

function lowerTypeNode(lowering: Lowering, node: TSESTree.TypeNode): Expression {
  if (lowering.depth >= maximumDepth) return lowerFlat(node);
  lowering.depth++;
  const lowered = lowerInner(lowering, node);
  lowering.depth--;
  return lowered;
}

function lowerInner(lowering: Lowering, node: TSESTree.TypeNode): Expression {
  const [start, end] = node.range;
  switch (node.type) {
    case "TSTypeReference": {
      const object = lowerExpression(lowering, node.typeName);
      const index = node.typeArguments?.params.map((param) => lowerTypeNode(lowering, param)) ?? [];
      if (index.length === 0) return object;
      if (index.length === 1) return { kind: "Subscript", start, end, object, index: index[0]! };
      const span = { start: index[0]!.start, end: index.at(-1)!.end };
      return {
        kind: "Subscript",
        start,
        end,
        object,
        index: { kind: "Sequence", ...span, form: "tuple", items: index },
      };
    }
    case "TSUnionType": {
      const operands = node.types.map((type) => lowerTypeNode(lowering, type));
      return { kind: "Operation", start, end, operator: "|", operands };
    }
    case "TSIntersectionType": {
      const operands = node.types.map((type) => lowerTypeNode(lowering, type));
      return { kind: "Operation", start, end, operator: "&", operands };
    }
    case "TSArrayType":
      return unknown({ start, end }, [lowerTypeNode(lowering, node.elementType)]);
    case "TSTupleType":
      return unknown(
        { start, end },
        node.elementTypes.map((type) => lowerTypeNode(lowering, type)),
      );
    case "TSTypeOperator":
      return node.typeAnnotation === undefined
        ? unknown({ start, end }, [])
        : lowerTypeNode(lowering, node.typeAnnotation);
    case "TSLiteralType":
      return lowerExpression(lowering, node.literal);
    case "TSNullKeyword":
      return { kind: "Literal", start, end, type: "none", value: null };
    case "TSTypeQuery":
      return unknown({ start, end }, lowerAll(lowering, [node.exprName], end));
    default:
      return unknown({ start, end }, []);
  }
}
