import type { Preset, Severity } from "../rules/rule.js";
import type { Range } from "../syntax/span.js";

export type RuleLevel = Severity | "off";

/** `.preflight/config.yaml`, complete with defaults. */
export interface Config {
  readonly preset: Preset;
  readonly rules: Readonly<Record<string, RuleLevel>>;
  readonly paths: readonly {
    readonly files: readonly string[];
    readonly preset?: Preset;
    readonly rules?: Readonly<Record<string, RuleLevel>>;
  }[];
  readonly exclude: readonly string[];
  /** In bytes. */
  readonly maxFileSize: number;
}

export interface ConfigProblem extends Range {
  readonly message: string;
  readonly severity: "error" | "warning";
}
