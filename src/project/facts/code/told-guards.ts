import type { CodeFile, GuardFact } from "../code-facts.js";

/** What is told is handed on so far: a check to a check to `main` to the program. */
const mostHops = 3;

/**
 * A test that only hands back what is wrong decides where its function is called: `if problems(report): raise`, an
 * `assert not problems(report)`, `found = problems(report)` with a test of `found` that stops, or `sys.exit(main())`.
 */
export function withToldGuards(files: readonly CodeFile[]): readonly CodeFile[] {
  let told = files;
  for (let hop = 0; hop < mostHops; hop++) {
    const next = withEffects(told, effectsOf(told));
    if (next === told) return told;
    told = next;
  }
  return told;
}

/** By functions of the project, what their callers do with what they are told. */
function effectsOf(files: readonly CodeFile[]): ReadonlyMap<string, GuardFact["effect"]> {
  const effects = new Map<string, GuardFact["effect"]>();
  for (const { role, calls, guards } of files) {
    // What a test expects of a function says nothing of those who use it.
    if (role === "test") continue;
    const hard = guards.filter(({ effect }) => effect === "raise" || effect === "exit" || effect === "assert");
    for (const { target, result, resultName, within, name, positional } of calls) {
      const [given] = positional;
      if (/^(?:exit|_exit|SystemExit)$/.test(name) && given?.kind === "call" && given.path !== undefined)
        effects.set(given.path, "exit");
      if (target === undefined) continue;
      const deciding = hard.find(
        (guard) => guard.within === within && resultName !== undefined && guard.mentions.includes(resultName),
      );
      if (result === "guard" || result === "asserted") effects.set(target, result === "guard" ? "raise" : "assert");
      else if (deciding !== undefined) effects.set(target, deciding.effect);
    }
  }
  return effects;
}

function withEffects(
  files: readonly CodeFile[],
  effects: ReadonlyMap<string, GuardFact["effect"]>,
): readonly CodeFile[] {
  const changed = files.map((file): CodeFile => {
    const effectOf = ({ effect, within }: GuardFact): GuardFact["effect"] | undefined =>
      effect === "return-false" ? effects.get(`${file.path}#${within}`) : undefined;
    if (!file.guards.some((guard) => effectOf(guard) !== undefined)) return file;
    return { ...file, guards: file.guards.map((guard) => ({ ...guard, effect: effectOf(guard) ?? guard.effect })) };
  });
  return changed.every((file, index) => file === files[index]) ? files : changed;
}
