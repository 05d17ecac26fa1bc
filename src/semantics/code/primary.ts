import type { Expression } from "../../syntax/expressions.js";

/** Can a method be called on an expression as it is written, without parentheses around it? */
export function isPrimary({ kind }: Expression): boolean {
  return kind === "Name" || kind === "Attribute" || kind === "Subscript" || kind === "Call";
}
