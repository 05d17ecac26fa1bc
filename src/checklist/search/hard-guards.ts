import type { CallFact, CodeFile, GuardFact } from "../../project/facts/code-facts.js";

/**
 * Does a test that fails stop what runs: here, or because what is wrong is put on a list that the same function, or the one
 * that is given it, looks at and stops?
 */
export function isHardGuard(
  { effect, within, line, isConstant }: GuardFact,
  file: CodeFile,
  code: readonly CodeFile[],
): boolean {
  if (isConstant) return false;
  if (effect === "raise" || effect === "exit" || effect === "assert") return true;
  if (effect !== "collect" || within === "") return false;
  const isLater = (one: GuardFact): boolean =>
    one.within === within && one.line > line && (one.effect === "raise" || one.effect === "exit");
  return file.guards.some(isLater) || isHeededByCaller(within, file, code);
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
    ({ within: place, effect, mentions, isConstant }) =>
      place === within &&
      !isConstant &&
      (effect === "raise" || effect === "exit" || effect === "assert") &&
      (mentions.includes(name) || (resultName !== undefined && mentions.includes(resultName))),
  );
}
