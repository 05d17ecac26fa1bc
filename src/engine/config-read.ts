import { type Document, type Node, isAlias, isMap, isNode, isScalar, isSeq, parseDocument } from "yaml";
import type { Preset } from "../rules/rule.js";
import { LineIndex } from "../syntax/line-index.js";
import type { Span } from "../syntax/span.js";
import type { Config, ConfigPath, ConfigProblem, RuleLevel } from "./config.js";
import { type ConfigKey, configKeys, ruleLevels } from "./config-schema.js";
import { didYouMean } from "./did-you-mean.js";
import { globProblem } from "./globs.js";

/** The settings that a configuration file holds, and what is wrong with the others, each at its place. */
export function readConfig(
  text: string,
  ruleIds: readonly string[],
): { readonly settings: Partial<Config>; readonly problems: readonly ConfigProblem[] } {
  const lines = new LineIndex(text);
  const problems: ConfigProblem[] = [];
  // Duplicate keys are found here and not by the parser, so that its errors mean one thing: this is not YAML.
  const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: "silent" });
  const syntaxErrors = [...new Map(document.errors.map((error) => [error.pos[0], error])).values()].slice(
    0,
    mostErrors,
  );
  for (const error of syntaxErrors) {
    const [start, end] = error.pos;
    problems.push({
      ...lines.range({ start, end }),
      message: `This is not YAML: ${error.message}.`,
      severity: "error",
    });
  }
  const reader: Reader = {
    document,
    ruleIds,
    // Half-written YAML gives odd values, and complaints about those would only hide the cause.
    report: (span, message, severity = "error") => {
      if (syntaxErrors.length === 0) problems.push({ ...lines.range(span), message, severity });
    },
  };
  const settings = readSettings(document.contents, reader);
  return { settings, problems: problems.sort(byPlace) };
}

function byPlace(a: ConfigProblem, b: ConfigProblem): number {
  return a.start.line - b.start.line || a.start.column - b.start.column;
}

/** One mistake can make the parser complain at every later line. */
const mostErrors = 10;

interface Reader {
  readonly document: Document.Parsed;
  readonly ruleIds: readonly string[];
  readonly report: (span: Span, message: string, severity?: ConfigProblem["severity"]) => void;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function readSettings(contents: Node | null, reader: Reader): Partial<Config> {
  const settings: Partial<Writable<Config>> = {};
  for (const { name, value, at } of entries(contents, "The configuration", configKeys, reader)) {
    const set = <K extends keyof Config>(key: K, read: Required<Config>[K] | undefined): void => {
      if (read !== undefined) settings[key] = read;
    };
    if (name === "preset") set("preset", readPreset(value, at, reader));
    else if (name === "rules") set("rules", readLevels(value, reader));
    else if (name === "paths") set("paths", readPaths(value, reader));
    else if (name === "exclude") set("exclude", readGlobs(value, name, reader));
    else if (name === "maxFileSize") set("maxFileSize", readSize(value, at, reader));
    else if (name === "docsUrl") set("docsUrl", readAddress(value, at, reader));
    else if (name === "checklist" && value !== null && !isMap(value)) {
      reader.report(spanOf(value), "`checklist` must be a mapping of settings.");
    }
  }
  return settings;
}

function readPaths(value: Node | null, reader: Reader): readonly ConfigPath[] | undefined {
  if (value === null) return undefined;
  if (!isSeq(value)) {
    reader.report(spanOf(value), "`paths` must be a list of entries, each with `files`.");
    return undefined;
  }
  return value.items.flatMap((item) => {
    const at = isNode(item) ? spanOf(item) : spanOf(value);
    return readPath(resolve(item, reader), at, reader) ?? [];
  });
}

function readPath(item: Node | null, at: Span, reader: Reader): ConfigPath | undefined {
  const path: Partial<Writable<ConfigPath>> = {};
  for (const { name, value, at: key } of entries(item, "An entry of `paths`", pathKeys, reader)) {
    const preset = name === "preset" ? readPreset(value, key, reader) : undefined;
    const rules = name === "rules" ? readLevels(value, reader) : undefined;
    if (name === "files") path.files = readGlobs(value, name, reader) ?? [];
    if (preset !== undefined) path.preset = preset;
    if (rules !== undefined) path.rules = rules;
  }
  const { files } = path;
  if (files !== undefined) return { ...path, files };
  if (item === null || isMap(item)) {
    reader.report(at, "An entry of `paths` needs `files`: the globs that it is about.");
  }
  return undefined;
}

function readPreset(value: Node | null, key: Span, reader: Reader): Preset | undefined {
  const presets: readonly Preset[] = ["recommended", "strict", "all"];
  const word = isScalar(value) ? String(value.value) : "";
  const preset = presets.find((candidate) => candidate === word);
  if (preset === undefined) {
    reader.report(spanOf(value, key), `\`preset\` must be ${oneOf(presets)}${didYouMean(word, presets) || "."}`);
  }
  return preset;
}

function readLevels(value: Node | null, reader: Reader): Readonly<Record<string, RuleLevel>> | undefined {
  const levels = new Map<string, RuleLevel>();
  for (const { name, value: level, at } of entries(value, "`rules`", undefined, reader)) {
    const words = ruleLevels.map((candidate) => candidate.value);
    const word = isScalar(level) ? String(level.value) : "";
    const known = words.find((candidate) => candidate === word);
    if (!reader.ruleIds.includes(name)) {
      reader.report(at, `There is no rule \`${name}\`${didYouMean(name, reader.ruleIds) || "."}`, "warning");
    } else if (known === undefined) {
      const guess = word === "false" ? "; did you mean `off`?" : didYouMean(word, words);
      reader.report(spanOf(level, at), `The level of a rule must be ${oneOf(words)}${guess || "."}`);
    } else {
      levels.set(name, known);
    }
  }
  return Object.fromEntries(levels);
}

function readGlobs(value: Node | null, key: string, reader: Reader): readonly string[] | undefined {
  if (value === null) return undefined;
  const items = isSeq(value) ? value.items.map((item) => resolve(item, reader)) : [value];
  return items.flatMap((item) => {
    if (!isScalar(item) || typeof item.value !== "string") {
      reader.report(spanOf(item, spanOf(value)), `\`${key}\` must be a list of globs, such as \`["vendor/**"]\`.`);
      return [];
    }
    const problem = globProblem(item.value);
    if (problem === undefined) return [item.value];
    reader.report(spanOf(item), problem);
    return [];
  });
}

function readSize(value: Node | null, key: Span, reader: Reader): number | undefined {
  const [, digits, unit] =
    /^(\d+(?:\.\d+)?)\s*(B|KB|MB)?$/i.exec(isScalar(value) ? String(value.value).trim() : "") ?? [];
  const bytes = Math.round(Number(digits) * (unitSizes[unit?.toUpperCase() ?? "B"] ?? 1));
  if (digits !== undefined && bytes > 0 && Number.isSafeInteger(bytes)) return bytes;
  reader.report(
    spanOf(value, key),
    "`maxFileSize` must be a number of bytes, or a number with KB or MB, such as `2MB`.",
  );
  return undefined;
}

function readAddress(value: Node | null, key: Span, reader: Reader): string | undefined {
  const text = isScalar(value) ? String(value.value).trim() : "";
  if (/^https?:\/\/[^\s/?#]+[^\s?#]*$/i.test(text)) return text;
  reader.report(spanOf(value, key), "`docsUrl` must be a web address, such as `https://docs.example.org/ml`.");
  return undefined;
}

const unitSizes: Readonly<Record<string, number>> = { B: 1, KB: 1024, MB: 1024 * 1024 };

const pathKeys: readonly ConfigKey[] = configKeys.flatMap(({ value }) => (value.type === "entries" ? value.keys : []));

interface Entry {
  readonly name: string;
  readonly value: Node | null;
  /** Where the key stands. */
  readonly at: Span;
}

/** The entries of a mapping, each key once and, when `keys` says which there are, each of them known. Nothing at all is an empty mapping. */
function entries(node: Node | null, what: string, keys: readonly ConfigKey[] | undefined, reader: Reader): Entry[] {
  if (node === null || (isScalar(node) && node.value === null)) return [];
  if (!isMap(node)) {
    reader.report(spanOf(node), `${what} must be a mapping (\`key: value\`).`);
    return [];
  }
  const found = new Map<string, Entry>();
  for (const { key, value } of node.items) {
    const at = isNode(key) ? spanOf(key) : spanOf(node);
    const name = isScalar(key) ? String(key.value) : undefined;
    if (name === undefined) {
      reader.report(at, "A key must be a word.");
    } else if (found.has(name)) {
      reader.report(at, `\`${name}\` is set twice here; the first one counts.`);
    } else if (keys !== undefined && !keys.some((known) => known.name === name)) {
      const names = keys.map((known) => known.name);
      reader.report(
        at,
        `There is no key \`${name}\` here${didYouMean(name, names) || `; the keys are ${list(names, "and")}.`}`,
        "warning",
      );
    } else {
      const resolved = resolve(value, reader);
      if (resolved !== null || !isAlias(value)) found.set(name, { name, value: resolved, at });
    }
  }
  return [...found.values()];
}

/** The node behind an alias; null for an absent value, and for an alias of nothing, which is a problem. */
function resolve(value: unknown, reader: Reader): Node | null {
  if (isAlias(value)) {
    const target = value.resolve(reader.document);
    if (target === undefined) reader.report(spanOf(value), `There is no anchor \`&${value.source}\` above.`);
    return target ?? null;
  }
  return isNode(value) && !(isScalar(value) && value.value === null) ? value : null;
}

function spanOf(node: Node | null, otherwise: Span = { start: 0, end: 0 }): Span {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : otherwise;
}

function oneOf(words: readonly string[]): string {
  return list(words, "or");
}

function list(words: readonly string[], joint: "and" | "or"): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} ${joint} ${quoted.at(-1)}`;
}
