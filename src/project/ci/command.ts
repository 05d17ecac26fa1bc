import type { ShellCommand } from "./shell/walk.js";
import type { ShellWord } from "./shell/words.js";

/** A command that continuous integration comes to, on its way to what it runs in the end. */
export type CommandCall = ShellCommand;

export function argvOf(call: Pick<CommandCall, "words">): readonly string[] {
  return call.words.map(({ text }) => text);
}

/** The name of the program, without its folder. */
export function programOf(call: Pick<CommandCall, "words">): string {
  return (call.words[0]?.text ?? "").replace(/^.*[\\/]/, "").replace(/\.exe$/i, "");
}

/**
 * What stands among a command's words: its options with their values, and the others in order. `valued` names the
 * options that take the next word; an option may also hold its value itself (`--file=x`, `-Cx`).
 */
export interface Arguments {
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly others: readonly ShellWord[];
  /** The index, in the words given, of the first of `others`; their count when there is none. */
  readonly firstOther: number;
}

export function readArguments(
  words: readonly ShellWord[],
  valued: ReadonlySet<string>,
  { stopsAtFirst = false }: { readonly stopsAtFirst?: boolean } = {},
): Arguments {
  const options = new Map<string, string[]>();
  const others: ShellWord[] = [];
  let firstOther = words.length;
  const add = (name: string, value: string): void => {
    options.set(name, [...(options.get(name) ?? []), value]);
  };
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const { text } = word;
    if (text === "--") {
      if (others.length === 0) firstOther = index + 1;
      others.push(...words.slice(index + 1));
      break;
    }
    const long = /^(--?[\w-]+)=(.*)$/s.exec(text);
    if (long !== null) add(long[1]!, long[2]!);
    else if (valued.has(text)) add(text, words[++index]?.text ?? "");
    else if (/^-[A-Za-z]./.test(text) && valued.has(text.slice(0, 2))) add(text.slice(0, 2), text.slice(2));
    else if (/^-[-\w]/.test(text)) add(text, "");
    else {
      if (others.length === 0) firstOther = index;
      others.push(word);
      if (stopsAtFirst) {
        others.push(...words.slice(index + 1));
        break;
      }
    }
  }
  return { options, others, firstOther };
}

export function option({ options }: Arguments, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = options.get(name)?.at(-1);
    if (value !== undefined) return value;
  }
  return undefined;
}

export function hasOption({ options }: Arguments, ...names: readonly string[]): boolean {
  return names.some((name) => options.has(name));
}

export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

export function plainWord(text: string): ShellWord {
  return { text, isKnown: true };
}
