import type { CallFact, CodeFile, GuardFact } from "../code-facts.js";
import { onceFor } from "../once-for.js";

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

type Effect = GuardFact["effect"];

/** By functions of the project, what their callers do with what they are told; the last of them that stops has the last word. */
function effectsOf(files: readonly CodeFile[]): ReadonlyMap<string, Effect> {
  const effects = files.flatMap(effectsIn);
  const [noted, stopping] = [effects.filter(([, one]) => one === "warn"), effects.filter(([, one]) => one !== "warn")];
  return new Map([...noted, ...stopping]);
}

const effectsIn = onceFor(({ role, calls, guards }: CodeFile): readonly (readonly [told: string, Effect])[] => {
  // What a test expects of a function says nothing of those who use it.
  if (role === "test") return [];
  const effects: (readonly [string, Effect])[] = [];
  const hard = guards.filter(({ effect }) => effect === "raise" || effect === "exit" || effect === "assert");
  for (const call of calls) {
    const { target, result, resultName, within, name, positional } = call;
    const [given] = positional;
    if (/^(?:exit|_exit|SystemExit)$/.test(name) && given?.kind === "call" && given.path !== undefined)
      effects.push([given.path, "exit"]);
    if (target === undefined) continue;
    const deciding = hard.find(
      (guard) => guard.within === within && resultName !== undefined && guard.mentions.includes(resultName),
    );
    if (result === "guard" || result === "asserted") effects.push([target, result === "guard" ? "raise" : "assert"]);
    else if (deciding !== undefined) effects.push([target, deciding.effect]);
    else if (isNoted(call, calls)) effects.push([target, "warn"]);
  }
  return effects;
});

/** `for problem in problems(rows): log.warning(problem)`. */
function isNoted({ line, within, result }: CallFact, calls: readonly CallFact[]): boolean {
  return (
    result === "used" &&
    calls.some(
      (other) =>
        other.within === within &&
        other.inLoop &&
        other.line > line &&
        other.line <= line + shortLoop &&
        /^(?:print|info|warn|warning|error|exception|critical)$/.test(other.name),
    )
  );
}

/** A loop that only tells begins and ends within so many lines. */
const shortLoop = 2;

function withEffects(files: readonly CodeFile[], effects: ReadonlyMap<string, Effect>): readonly CodeFile[] {
  const changed = files.map((file): CodeFile => {
    const told = toldIn(file).map(({ within }) => effects.get(`${file.path}#${within}`));
    return told.some((effect) => effect !== undefined) ? withTold(file, told) : file;
  });
  return changed.every((file, index) => file === files[index]) ? files : changed;
}

/** The tests that hand back what is wrong. */
const toldIn = onceFor(({ guards }: CodeFile) => guards.filter(({ effect }) => effect === "return-false"));

/** With other effects of such tests, in order; the same object for the same ones. */
function withTold(file: CodeFile, effects: readonly (Effect | undefined)[]): CodeFile {
  const key = effects.join();
  const made = madeOf(file);
  const before = made.get(key);
  if (before !== undefined) return before;
  const left = [...effects];
  const guards = file.guards.map((guard): GuardFact => {
    const effect = guard.effect === "return-false" ? left.shift() : undefined;
    return effect === undefined ? guard : { ...guard, effect };
  });
  const changed = { ...file, guards };
  made.set(key, changed);
  return changed;
}

const madeOf = onceFor((_: CodeFile) => new Map<string, CodeFile>());
