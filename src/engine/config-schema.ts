import { checklistKeys } from "./checklist-keys.js";

/**
 * The keys of `.preflight/config.yaml`, as data: the parser checks against it, and the JSON schema,
 * completion and hover in the editor are made from it, so that none of them can tell another story.
 */
export const configKeys: readonly ConfigKey[] = [
  {
    name: "preset",
    doc: "How much is reported: the larger presets include the smaller ones.",
    value: {
      type: "choice",
      choices: [
        { value: "recommended", doc: "Real bugs, near certain." },
        { value: "strict", doc: "Also smells that are usually worth a look." },
        { value: "all", doc: "Also matters of opinion." },
      ],
    },
    default: "recommended",
  },
  {
    name: "rules",
    doc: "The level of single rules. A rule named here runs at its level whatever the preset is.",
    value: { type: "levels" },
  },
  {
    name: "paths",
    doc: "Other settings for some files. Where several entries match a file, the later one decides.",
    value: {
      type: "entries",
      keys: [
        {
          name: "files",
          doc: "Globs, relative to the folder that holds `.preflight`, of the files that this entry is about.",
          value: { type: "globs" },
          required: true,
        },
        { name: "preset", doc: "The preset for these files.", value: { type: "same", as: "preset" } },
        { name: "rules", doc: "The level of single rules in these files.", value: { type: "same", as: "rules" } },
      ],
    },
  },
  {
    name: "exclude",
    doc: "Globs, relative to the folder that holds `.preflight`, of files and folders that are not checked.",
    value: { type: "globs" },
  },
  {
    name: "maxFileSize",
    doc: "Larger files are skipped, and named as skipped: a number of bytes, or a number with KB or MB (1 KB is 1024 bytes).",
    value: { type: "size" },
    default: "2MB",
  },
  {
    name: "docsUrl",
    doc: "Where the team hosts what `ml-preflight docs` writes: the output of checks links there. A web address.",
    value: { type: "address" },
  },
  {
    name: "checklist",
    doc: "What the team sets for the production-readiness checklist.",
    value: { type: "keys", keys: checklistKeys },
  },
];

/** The levels that a rule can have, strongest first. */
export const ruleLevels = [
  { value: "error", doc: "Reported as an error." },
  { value: "warning", doc: "Reported as a warning." },
  { value: "info", doc: "Reported as information." },
  { value: "hint", doc: "Reported as a hint, without a squiggle." },
  { value: "off", doc: "Not run." },
] as const;

export interface ConfigKey {
  readonly name: string;
  readonly doc: string;
  readonly value: ConfigValue;
  readonly required?: boolean;
  /** What holds when the key is absent, as one would write it. */
  readonly default?: string;
}

export type ConfigValue =
  | { readonly type: "choice"; readonly choices: readonly { readonly value: string; readonly doc: string }[] }
  /** A mapping from rule ids to one of `ruleLevels`. */
  | { readonly type: "levels" }
  /** A list of globs; a single one may stand without a list. */
  | { readonly type: "globs" }
  | { readonly type: "size" }
  /** A web address. */
  | { readonly type: "address" }
  /** A list of mappings with these keys. */
  | { readonly type: "entries"; readonly keys: readonly ConfigKey[] }
  /** The same kind of value as the top-level key of that name. */
  | { readonly type: "same"; readonly as: string }
  | { readonly type: "text" }
  /** A list of texts; a single one may stand without a list. */
  | { readonly type: "texts" }
  | { readonly type: "number"; readonly least?: number; readonly most?: number }
  | { readonly type: "flag" }
  /** As 2026-05-31. */
  | { readonly type: "day" }
  /** A stage of the guide. */
  | { readonly type: "stage" }
  /** A mapping with these keys. */
  | { readonly type: "keys"; readonly keys: readonly ConfigKey[] }
  /** A mapping from any names to values of one kind. */
  | { readonly type: "named"; readonly of: ConfigValue }
  /** A mapping from ids of the checklist's items to mappings with these keys. */
  | { readonly type: "items"; readonly keys: readonly ConfigKey[] };
