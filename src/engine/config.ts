import type { AnyRule, Preset, Rule, RuleMeta, Severity } from "../rules/rule.js";
import type { Range } from "../syntax/span.js";
import { type ChecklistConfig, defaultChecklistConfig } from "./checklist-config.js";
import { readConfig } from "./config-read.js";
import { matchesGlobs } from "./globs.js";

/**
 * Reads the text of a configuration file. Total: what cannot be used is a problem at its place in the file,
 * and everything else in the file stays in force.
 */
export function parseConfig(
  text: string,
  knownRules: readonly RuleMeta[],
): { readonly config: Config; readonly problems: readonly ConfigProblem[] } {
  const { settings, problems } = readConfig(
    text,
    knownRules.map((meta) => meta.id),
  );
  return { config: { ...defaultConfig, ...settings }, problems };
}

export type RuleLevel = Severity | "off";

/** `.preflight/config.yaml`, complete with defaults. Globs are relative to the folder that holds `.preflight`. */
export interface Config {
  readonly preset: Preset;
  readonly rules: Readonly<Record<string, RuleLevel>>;
  readonly paths: readonly ConfigPath[];
  readonly exclude: readonly string[];
  /** In bytes. */
  readonly maxFileSize: number;
  /** Where the guide and the pages of the rules are hosted. */
  readonly docsUrl?: string;
  readonly checklist: ChecklistConfig;
}

export interface ConfigPath {
  readonly files: readonly string[];
  readonly preset?: Preset;
  readonly rules?: Readonly<Record<string, RuleLevel>>;
}

export interface ConfigProblem extends Range {
  readonly message: string;
  readonly severity: "error" | "warning";
}

/** What holds without a configuration file. */
export const defaultConfig: Config = {
  preset: "recommended",
  rules: {},
  paths: [],
  exclude: [],
  maxFileSize: 2 * 1024 * 1024,
  checklist: defaultChecklistConfig,
};

/** The rules that run on a file, each with its level there. `relativePath` counts from the configuration's folder. */
export function levelsFor(config: Config, relativePath: string, rules: readonly Rule[]): ReadonlyMap<Rule, Severity> {
  const entries = config.paths.filter((entry) => matchesGlobs(entry.files, relativePath));
  if (entries.length > 0) return levels(config, entries, rules);
  // Nearly every file takes this way, and the answer is the same for all of them.
  const known = withoutPaths.get(config);
  if (known?.rules === rules) return known.levels;
  const answer = levels(config, entries, rules);
  withoutPaths.set(config, { rules, levels: answer });
  return answer;
}

/** The level of one rule on a file; undefined where it is off. */
export function levelFor(config: Config, relativePath: string, rule: AnyRule): Severity | undefined {
  const entries = config.paths.filter((entry) => matchesGlobs(entry.files, relativePath));
  return levels(config, entries, [rule]).get(rule);
}

export function isExcluded(config: Config, relativePath: string): boolean {
  return matchesGlobs(config.exclude, relativePath);
}

/** The same configuration with a preset that was asked for from outside, which beats the presets of `paths` too. */
export function withPreset(config: Config, preset: Preset): Config {
  const paths = config.paths.map(({ files, rules }) => (rules === undefined ? { files } : { files, rules }));
  return { ...config, preset, paths };
}

const withoutPaths = new WeakMap<
  Config,
  { readonly rules: readonly Rule[]; readonly levels: ReadonlyMap<Rule, Severity> }
>();

const presetOrder: readonly Preset[] = ["recommended", "strict", "all"];

function levels<R extends AnyRule>(
  config: Config,
  entries: readonly ConfigPath[],
  rules: readonly R[],
): ReadonlyMap<R, Severity> {
  const preset = entries.findLast((entry) => entry.preset !== undefined)?.preset ?? config.preset;
  const named = new Map(
    [config.rules, ...entries.map((entry) => entry.rules ?? {})].flatMap(Object.entries<RuleLevel>),
  );
  const result = new Map<R, Severity>();
  for (const rule of rules) {
    const inPreset = presetOrder.indexOf(rule.meta.preset) <= presetOrder.indexOf(preset);
    const level = named.get(rule.meta.id) ?? (inPreset ? rule.meta.severity : "off");
    if (level !== "off") result.set(rule, level);
  }
  return result;
}
