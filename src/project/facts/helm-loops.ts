import type { ConfigEntry } from "./file-facts.js";

/** What the names of a loop stand for in one of its rounds: `$name` is `drift`. */
export type Round = readonly (readonly [name: string, value: string])[];

/**
 * The rounds of the loops of a template that say themselves what they go through, as `range $name := list "a" "b"` does;
 * what those over a chart's values come to is not known here.
 */
export function loopsOf(text: string): readonly (readonly Round[])[] {
  return [...text.matchAll(loop)].map(([, first = ".", second, kind, source = ""]) => {
    const words = [...source.matchAll(/"([^"]*)"/g)].map(([, word = ""]) => word);
    const isDict = kind === "dict";
    const values = words.filter((_, index) => !isDict || index % 2 === 1).slice(0, mostRounds);
    const keyOf = (index: number): string => (isDict ? words[index * 2] : undefined) ?? String(index);
    return values.map((value, index): Round =>
      second === undefined
        ? [[first, value]]
        : [
            [first, keyOf(index)],
            [second, value],
          ],
    );
  });
}

/** An object once for each round of the loops whose names it mentions; as written where it mentions none. */
export function unrolled(
  entries: readonly ConfigEntry[],
  loops: readonly (readonly Round[])[],
): readonly (readonly ConfigEntry[])[] {
  const mentioned = loops.filter(([round = []]) =>
    entries.some(({ value }) => round.some(([name]) => typeof value === "string" && action(name).test(value))),
  );
  return mentioned.reduce<readonly (readonly ConfigEntry[])[]>(
    (all, rounds) => rounds.flatMap((round) => all.map((one) => filled(one, round))).slice(0, mostRounds),
    [entries],
  );
}

const loop =
  /\{\{-?\s*range\s+(?:(\$\w+)\s*(?:,\s*(\$\w+)\s*)?:=\s*)?\(?(dict|list|tuple)((?:\s+"[^"\n]*")+)\s*\)?\s*-?\}\}/g;

const mostRounds = 100;

function filled(entries: readonly ConfigEntry[], round: Round): readonly ConfigEntry[] {
  return entries.map((entry) => {
    if (typeof entry.value !== "string") return entry;
    return { ...entry, value: round.reduce((text, [name, to]) => text.replace(action(name), () => to), entry.value) };
  });
}

function action(name: string): RegExp {
  return new RegExp(`\\{\\{-?\\s*${name.replace(/[.$]/, "\\$&")}\\s*(?:\\|\\s*quote\\s*)?-?\\}\\}`, "g");
}
