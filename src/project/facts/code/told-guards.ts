import type { CodeFile, GuardFact } from "../code-facts.js";

/**
 * A test that only hands back what is wrong decides where its function is called: `if problems(report): raise`, or
 * `found = problems(report)` with a test of `found` that stops.
 */
export function withToldGuards(files: readonly CodeFile[]): readonly CodeFile[] {
  const effects = new Map<string, GuardFact["effect"]>();
  for (const { calls, guards } of files) {
    const hard = guards.filter(({ effect }) => effect === "raise" || effect === "exit");
    for (const { target, result, resultName, within } of calls) {
      if (target === undefined) continue;
      const deciding = hard.find((guard) => {
        if (guard.within !== within) return false;
        return resultName !== undefined && guard.mentions.includes(resultName);
      });
      if (result === "guard") effects.set(target, "raise");
      else if (deciding !== undefined) effects.set(target, deciding.effect);
    }
  }
  return files.map((file) => {
    if (!file.guards.some(({ effect }) => effect === "return-false")) return file;
    const guards = file.guards.map((guard) => {
      const told = guard.effect === "return-false" ? effects.get(`${file.path}#${guard.within}`) : undefined;
      return told === undefined ? guard : { ...guard, effect: told };
    });
    return { ...file, guards };
  });
}
