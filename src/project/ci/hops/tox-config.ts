import { joinPath } from "../../paths.js";
import { at, record, strings } from "../../structured.js";
import type { CiFiles } from "../ci-files.js";
import { type Ini, readIni } from "./ini.js";
import { lineOf, tomlLine } from "./lines.js";

/** What tox is told, from whichever of its files. */
export interface ToxConfig {
  readonly path: string;
  /** The environments that run when none is named. */
  readonly defaults: readonly string[];
  /** The environments that a name or its parts lead to: commands by line, and whether failures count. */
  readonly environment: (name: string) => ToxEnvironment | undefined;
}

export interface ToxEnvironment {
  readonly line: number;
  readonly commands: readonly { readonly text: string; readonly line: number }[];
  readonly ignoresOutcome: boolean;
  readonly directory: string | undefined;
}

/** The configuration of tox in a folder, in the order in which tox looks for it. */
export async function readToxConfig(
  folder: string,
  named: string | undefined,
  files: CiFiles,
): Promise<ToxConfig | undefined> {
  for (const file of named === undefined ? ["tox.ini", "setup.cfg", "pyproject.toml", "tox.toml"] : [named]) {
    const path = joinPath(folder, file);
    const text = await files.text(path);
    if (text === undefined) continue;
    if (file.endsWith(".toml")) {
      const document = await files.toml(path);
      const legacy = at(document, "tool", "tox", "legacy_tox_ini");
      if (typeof legacy === "string")
        return iniConfig(readIni(legacy), path, "tox", lineOf(text, "legacy_tox_ini") - 1);
      const own = file === "pyproject.toml" ? at(document, "tool", "tox") : document;
      if (Object.keys(record(own)).length > 0) return tomlConfig(own, path, text);
    } else {
      const ini = readIni(text);
      const main = file === "setup.cfg" ? "tox:tox" : "tox";
      if ([...ini.keys()].some((name) => name === main || name.startsWith("testenv")))
        return iniConfig(ini, path, main, 0);
    }
  }
  return undefined;
}

function iniConfig(ini: Ini, path: string, main: string, offset: number): ToxConfig {
  const tox = ini.get(main);
  const listed = tox?.get("envlist") ?? tox?.get("env_list");
  const defaults = (listed?.lines ?? []).flatMap(({ text }) => expandNames(text));
  const sections = new Map<string, string>();
  for (const section of ini.keys()) {
    const names = /^testenv:(.+)$/.exec(section)?.[1];
    if (names !== undefined) for (const name of expandNames(names)) sections.set(name, section);
  }
  const value = (section: string | undefined, key: string) => {
    const own = section === undefined ? undefined : ini.get(section)?.get(key);
    return own ?? ini.get("testenv")?.get(key);
  };
  return {
    path,
    defaults: defaults.length > 0 ? defaults : ["py"],
    environment: (name) => {
      const section = sections.get(name);
      // Of an environment with no section of its own, tox knows `py311` and names made of parts that lines ask for.
      const isKnown =
        section !== undefined ||
        defaults.includes(name) ||
        name.split("-").every((part) => isPythonName(part) || mentions(ini, part));
      if (!isKnown) return undefined;
      const factors = new Set(name.split("-"));
      const commands = ["commands_pre", "commands", "commands_post"].flatMap((key) =>
        joinedLines(value(section, key)?.lines ?? []).flatMap((line) => conditional(line, factors, ini)),
      );
      return {
        line: (value(section, "commands")?.line ?? 1) + offset,
        commands: commands.map((command) => ({ ...command, line: command.line + offset })),
        ignoresOutcome: /^true$/i.test(value(section, "ignore_outcome")?.lines[0]?.text ?? ""),
        directory: (value(section, "change_dir") ?? value(section, "changedir"))?.lines[0]?.text,
      };
    },
  };
}

function isPythonName(part: string): boolean {
  return /^(?:py|pypy|python)?[\d.]*$/.test(part);
}

function mentions(ini: Ini, factor: string): boolean {
  return [...ini].some(
    ([section, values]) =>
      section.startsWith("testenv") &&
      [...values.values()].some(({ lines }) =>
        lines.some(({ text }) => new RegExp(`^[!\\w,{}.-]*\\b${factor}\\b[\\w,{}.-]*:`).test(text)),
      ),
  );
}

/** `py{39,310}-{unit,slow}, lint`: all names. */
export function expandNames(text: string): readonly string[] {
  return [...text.matchAll(/(?:[^\s,{}]|\{[^}]*\})+/g)]
    .flatMap(([name]) => expandBraces(name))
    .filter((name) => name !== "");
}

function expandBraces(name: string): readonly string[] {
  const match = /^([^{]*)\{([^}]*)\}(.*)$/.exec(name);
  if (match === null) return [name];
  const [, before = "", inner = "", after = ""] = match;
  const parts = inner
    .split(",")
    .map((part) => part.trim())
    .flatMap(expandRange);
  return parts
    .flatMap((part) => expandBraces(after).map((rest) => `${before}${part}${rest}`))
    .map((one) => one.replace(/^-|-$/g, ""));
}

function expandRange(part: string): readonly string[] {
  const range = /^(\d+)-(\d+)$/.exec(part);
  if (range === null) return [part];
  const [from, to] = [Number(range[1]), Number(range[2])];
  return to - from > 50 || to < from
    ? [part]
    : Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
}

type Line = { readonly text: string; readonly line: number };

function joinedLines(lines: readonly Line[]): readonly Line[] {
  const found: Line[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last?.text.endsWith("\\") === true)
      found[found.length - 1] = { ...last, text: `${last.text.slice(0, -1)} ${line.text}` };
    else found.push(line);
  }
  return found;
}

/** `py39,lint: command` is for these only; `{[base]commands}` stands for other lines. */
function conditional({ text, line }: Line, factors: ReadonlySet<string>, ini: Ini, depth = 0): readonly Line[] {
  const reference = /^\{\[([^\]]+)\](\w+)\}$/.exec(text);
  if (reference !== null && depth < 4) {
    const lines = joinedLines(ini.get(reference[1]!)?.get(reference[2]!)?.lines ?? []);
    return lines.flatMap((one) => conditional(one, factors, ini, depth + 1));
  }
  const match = /^([!\w.{},-]+):\s+(.*)$/.exec(text);
  if (match === null) return [{ text, line }];
  const isMeant = expandNames(match[1]!).some((alternative) =>
    alternative
      .split("-")
      .every((factor) => (factor.startsWith("!") ? !factors.has(factor.slice(1)) : factors.has(factor))),
  );
  return isMeant ? conditional({ text: match[2]!, line }, factors, ini, depth + 1) : [];
}

function tomlConfig(document: unknown, path: string, text: string): ToxConfig {
  const base = record(at(document, "env_run_base"));
  const environments = record(at(document, "env"));
  const defaults = strings(at(document, "env_list") ?? at(document, "envlist"));
  return {
    path,
    defaults: defaults.length > 0 ? defaults : ["py"],
    environment: (name) => {
      const own = record(environments[name]);
      const isKnown =
        Object.hasOwn(environments, name) || defaults.includes(name) || name.split("-").every(isPythonName);
      if (!isKnown) return undefined;
      const line = Object.hasOwn(own, "commands")
        ? tomlLine(text, `env.${name}`, "commands")
        : lineOf(text, /commands\s*=/);
      const commands = ["commands_pre", "commands", "commands_post"].flatMap((key) => {
        const value = own[key] ?? base[key];
        if (!Array.isArray(value)) return [];
        return value.map((command: unknown) => ({
          text: typeof command === "string" ? command : argvText(command),
          line,
        }));
      });
      const directory = own["change_dir"] ?? base["change_dir"];
      return {
        line,
        commands,
        ignoresOutcome: (own["ignore_outcome"] ?? base["ignore_outcome"]) === true,
        directory: typeof directory === "string" ? directory : undefined,
      };
    },
  };
}

/** Words as a line; a table such as `{ replace = "posargs" }` stands for what only the call says. */
function argvText(command: unknown): string {
  if (!Array.isArray(command)) return "";
  return command
    .flatMap((word: unknown) =>
      typeof word === "string" ? [/[\s"'$]/.test(word) ? `'${word}'` : word] : strings(at(word, "default")),
    )
    .join(" ");
}
