import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Expression } from "../expressions.js";
import { lowerExpression } from "./lower-expressions.js";
import type { Lowering } from "./lowering.js";

/** The expressions in an element, in order: its component, what its attributes are given, what stands between its tags. */
export function lowerElement(lowering: Lowering, node: TSESTree.JSXElement | TSESTree.JSXFragment): Expression[] {
  const parts: Expression[] = [];
  const add = (part: TSESTree.Node | null): void => {
    if (part === null || part.type === "JSXText" || part.type === "JSXEmptyExpression") return;
    if (part.type === "JSXExpressionContainer" && part.expression.type === "JSXEmptyExpression") return;
    parts.push(lowerExpression(lowering, part));
  };
  if (node.type === "JSXElement") {
    const component = lowerTag(lowering, node.openingElement.name);
    if (component !== undefined) parts.push(component);
    for (const attribute of node.openingElement.attributes) {
      add(attribute.type === "JSXSpreadAttribute" ? attribute.argument : attribute.value);
    }
  }
  node.children.forEach(add);
  return parts;
}

/** `<Model>` and `<ui.Model>` name values, `<div>` does not. */
function lowerTag(lowering: Lowering, tag: TSESTree.JSXTagNameExpression): Expression | undefined {
  if (tag.type === "JSXNamespacedName") return undefined;
  if (tag.type === "JSXIdentifier") return /^[a-z]/.test(tag.name) ? undefined : lowerExpression(lowering, tag);
  const { property } = tag;
  const inner =
    tag.object.type === "JSXIdentifier" ? lowerExpression(lowering, tag.object) : lowerTag(lowering, tag.object);
  if (inner === undefined) return undefined;
  const nameSpan = { start: property.range[0], end: property.range[1] };
  return { kind: "Attribute", start: tag.range[0], end: tag.range[1], object: inner, name: property.name, nameSpan };
}
