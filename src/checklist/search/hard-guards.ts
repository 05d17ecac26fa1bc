import type { CallFact, CodeFile, GuardFact } from "../../project/facts/code-facts.js";

/** Does a test that fails stop what runs? Facts know of what is only noted, and decided by whoever looks at it later. */
export function isHardGuard({ effect, isConstant }: GuardFact): boolean {
  return !isConstant && (effect === "raise" || effect === "exit" || effect === "assert");
}

/** Is what a function returns looked at by a test that raises or leaves? */
export function isHeededByCaller(within: string, { path }: CodeFile, code: readonly CodeFile[]): boolean {
  return code.some(
    (other) =>
      other.role !== "test" && other.calls.some((call) => call.target === `${path}#${within}` && stopsOn(call, other)),
  );
}

/** Does the result of a call stand in a test that raises, leaves or asserts? */
export function stopsOn({ result, resultName, within, name }: CallFact, { guards }: CodeFile): boolean {
  if (result === "guard" || result === "asserted") return true;
  return guards.some(
    (guard) =>
      guard.within === within &&
      isHardGuard(guard) &&
      (guard.mentions.includes(name) || (resultName !== undefined && guard.mentions.includes(resultName))),
  );
}
