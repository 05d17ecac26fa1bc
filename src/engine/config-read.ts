import { type Node, isMap, isNode, isScalar, isSeq, parseDocument } from "yaml";
import type { Preset } from "../rules/rule.js";
import { LineIndex } from "../syntax/line-index.js";
import type { Span } from "../syntax/span.js";
import { readChecklistConfig } from "./checklist-config-read.js";
import type { Config, ConfigPath, ConfigProblem, RuleLevel } from "./config.js";
import { entries, oneOf, type Reader, resolve, spanOf } from "./config-nodes.js";
import { readGlobs, readSize } from "./config-plain-values.js";
import { type ConfigKey, configKeys, ruleLevels } from "./config-schema.js";
import { didYouMean } from "./did-you-mean.js";

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
    else if (name === "checklist") set("checklist", readChecklistConfig(value, reader));
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

const pathKeys: readonly ConfigKey[] = configKeys.flatMap(({ value }) => (value.type === "entries" ? value.keys : []));

function readAddress(value: Node | null, key: Span, reader: Reader): string | undefined {
  const text = isScalar(value) ? String(value.value).trim() : "";
  if (/^https?:\/\/[^\s/?#]+[^\s?#]*$/i.test(text)) return text;
  reader.report(spanOf(value, key), "`docsUrl` must be a web address, such as `https://docs.example.org/ml`.");
  return undefined;
}
