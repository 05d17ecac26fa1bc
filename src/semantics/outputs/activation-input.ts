import type { Call, Expression } from "../../syntax/expressions.js";

/** What a function or method activates, where its call says so: `x` of `F.softmax(x, dim=1)`, `x.softmax(-1)` and `self.sigmoid(x)`. */
export function activationInput({ callee, args }: Call): Expression | undefined {
  const name = callee.kind === "Attribute" ? callee.name : callee.kind === "Name" ? callee.id : "";
  // The layers themselves are taken out by hand: a comma and perhaps a line go with them.
  if (!/softmax|sigmoid/.test(name)) return undefined;
  const input = args.find((arg) => arg.name === "input") ?? args[0];
  const isMethod =
    input === undefined || input.name === "dim" || input.value.kind === "Literal" || isNegative(input.value);
  if (!isMethod) return input.name === undefined || input.name === "input" ? input.value : undefined;
  return callee.kind === "Attribute" ? callee.object : undefined;
}

function isNegative(value: Expression): boolean {
  return value.kind === "Operation" && value.operands.length === 1;
}
