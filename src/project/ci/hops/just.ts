import { joinPath } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import { type CommandCall, option, programOf, readArguments, wordSet } from "../command.js";
import { type Followed, type Target, unknownHere } from "../follow.js";
import { type Break, type Piece, placeOf, type Unknown } from "../model.js";
import { shebangShell } from "../shell/options.js";
import { namedShell } from "../shells.js";

const names = ["justfile", "Justfile", ".justfile"];

interface Recipe {
  readonly name: string;
  readonly line: number;
  readonly parameters: readonly { readonly name: string; readonly value: string | undefined }[];
  readonly needs: readonly string[];
  readonly body: readonly Piece[];
}

/** `just test`: the lines of the recipe and of those that it needs. */
export async function followJust(call: CommandCall, files: CiFiles): Promise<Followed | undefined> {
  if (programOf(call) !== "just") return undefined;
  const { directory: from } = call.scope;
  if (from === undefined) return unknownHere(call, "just runs in a folder that is not known");
  const args = readArguments(call.words.slice(1), wordSet("-f --justfile -d --working-directory --set --shell"));
  const directory = joinPath(from, option(args, "-d", "--working-directory") ?? ".");
  const named = option(args, "-f", "--justfile");
  const path = await files.firstIn(directory, named === undefined ? names : [named]);
  const text = path === undefined ? undefined : await files.text(path);
  if (path === undefined || text === undefined) return unknownHere(call, "there is no justfile where just runs");
  const { recipes, variables, aliases, shell } = readJustfile(text, path);
  const targets: Target[] = [];
  const unknowns: Unknown[] = [];
  const built = new Set<string>();

  const build = (name: string, given: readonly string[]): boolean => {
    const recipe = recipes.get(aliases.get(name) ?? name);
    if (recipe === undefined) return false;
    if (built.has(recipe.name)) return true;
    built.add(recipe.name);
    const [before, after = []] = splitAt(recipe.needs, "&&");
    for (const need of before) build(need, []);
    const values = new Map(variables);
    recipe.parameters.forEach(({ name: parameter, value }, index) => {
      const known = given[index] ?? value;
      if (known !== undefined) values.set(parameter, known);
    });
    const hop = { path, line: recipe.line, text: `${recipe.name}:` };
    const pieces = recipe.body.map((piece) => ({ ...piece, text: fillJust(piece.text, values) }));
    const own = shebangShell(pieces[0]?.text ?? "");
    if (own !== undefined)
      targets.push({
        hop,
        directory,
        env: {},
        breaks: [],
        content: { kind: "script", pieces: [joinedPiece(pieces)], shell: own },
      });
    else for (const piece of pieces) targets.push({ hop, directory, env: {}, ...lineOfRecipe(piece, shell) });
    for (const need of after) build(need, []);
    return true;
  };

  const [goal, ...given] = args.others.filter(({ text: word }) => !/^\w+=/.test(word));
  const first = goal?.text ?? [...recipes.keys()][0] ?? "default";
  if (
    goal?.isKnown === false ||
    !build(
      first,
      given.map((word) => word.text),
    )
  ) {
    unknowns.push({ place: call.place, detail: `${path} has no recipe \`${first}\` that is known` });
  } else if (recipes.get(aliases.get(first) ?? first)?.parameters.length === 0) {
    for (const word of given) build(word.text, []);
  }
  return { targets, unknowns };
}

/** Each line of a recipe has a shell of its own; `-` in front lets it fail. */
function lineOfRecipe(piece: Piece, shell: ReturnType<typeof namedShell>): Pick<Target, "content" | "breaks"> {
  const [prefix = ""] = /^[@-]*/.exec(piece.text) ?? [];
  const breaks: readonly Break[] = prefix.includes("-")
    ? [
        {
          kind: "ignored-by-tool",
          detail: "just ignores a line that begins with `-`",
          place: placeOf(piece.path, piece.line),
        },
      ]
    : [];
  return { content: { kind: "script", pieces: [{ ...piece, text: piece.text.slice(prefix.length) }], shell }, breaks };
}

function joinedPiece(pieces: readonly Piece[]): Piece {
  return { ...pieces[0]!, text: pieces.map(({ text }) => text).join("\n") };
}

function splitAt(words: readonly string[], mark: string): readonly [readonly string[], (readonly string[])?] {
  const at = words.indexOf(mark);
  return at < 0 ? [words] : [words.slice(0, at), words.slice(at + 1)];
}

/** What a justfile says, as far as it can be known without running just. */
export function readJustfile(text: string, path: string) {
  const recipes = new Map<string, Recipe & { body: Piece[] }>();
  const variables = new Map<string, string>();
  const aliases = new Map<string, string>();
  let shell = namedShell("sh -cu");
  let open: (Recipe & { body: Piece[] }) | undefined;
  text.split("\n").forEach((source, index) => {
    const line = index + 1;
    if (/^[ \t]/.test(source)) {
      const last = open?.body.at(-1);
      // A line that a backslash ends goes on; in a script with `#!` lines keep their order anyway.
      if (last?.text.endsWith("\\") === true)
        open!.body.splice(-1, 1, { ...last, text: `${last.text}\n${source.trim()}` });
      else if (source.trim() !== "" || open?.body[0]?.text.startsWith("#!") === true)
        open?.body.push({ text: source.trim(), path, line });
      return;
    }
    if (source.trim() === "" || source.startsWith("#") || source.startsWith("[")) return;
    const setting = /^set\s+shell\s*:=\s*\[(.*)\]/.exec(source)?.[1];
    if (setting !== undefined) {
      shell = namedShell([...setting.matchAll(/["']([^"']*)["']/g)].map(([, word]) => word ?? "").join(" "));
      return;
    }
    const alias = /^alias\s+([\w-]+)\s*:=\s*([\w-]+)/.exec(source);
    if (alias !== null) aliases.set(alias[1]!, alias[2]!);
    const variable = /^(?:export\s+)?([\w-]+)\s*:=\s*(.*)$/.exec(source);
    if (variable !== null) {
      const value = /^["']([^"']*)["']\s*(?:#.*)?$/.exec(variable[2]!)?.[1];
      if (value !== undefined) variables.set(variable[1]!, value);
      return;
    }
    const recipe = /^@?([A-Za-z_][\w-]*)((?:\s+[^:]*)?):(?!=)(.*)$/.exec(source);
    if (recipe === null) return;
    const [, name = "", parameters = "", needs = ""] = recipe;
    open = { name, line, parameters: parametersOf(parameters), needs: needsOf(needs), body: [] };
    recipes.set(name, open);
  });
  return { recipes, variables, aliases, shell };
}

function parametersOf(text: string): Recipe["parameters"] {
  return [...text.matchAll(/[+*$]*([A-Za-z_][\w-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+)))?/g)].map(
    ([, name = "", double, single]) => ({
      name,
      value: double ?? single,
    }),
  );
}

function needsOf(text: string): readonly string[] {
  return [...text.replace(/#.*$/, "").matchAll(/\(\s*([\w-]+)[^)]*\)|(&&|[\w-]+)/g)].map(
    ([, called, plain]) => called ?? plain ?? "",
  );
}

/** A line of a recipe with the values that are known. */
export function fillJust(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\{\{\s*([^}]*?)\s*\}\}/g, (_whole, name: string) => {
    if (/^justfile_directory\(\)$/.test(name)) return ".";
    return values.get(name) ?? "${CI_EXPRESSION}";
  });
}
