import { nameOf } from "../../paths.js";
import { isForeign } from "../foreign.js";
import type { ConfigFile } from "../file-facts.js";

/** The format of a file of settings, by its path; undefined for every other file. */
export function configFormat(path: string): ConfigFile["format"] | undefined {
  const name = nameOf(path);
  if (isForeign(path) || isLock(name)) return undefined;
  const format = formats.find(({ pattern }) => pattern.test(path))?.format;
  return format === "json" && isData(path) ? undefined : format;
}

const formats: readonly { readonly pattern: RegExp; readonly format: ConfigFile["format"] }[] = [
  { pattern: /\.ya?ml$/i, format: "yaml" },
  // What MLflow says of a model, and DVC of a file that it keeps.
  { pattern: /(?:^|\/)MLmodel$|\.dvc$/, format: "yaml" },
  { pattern: /\.toml$|(?:^|\/)Pipfile$/, format: "toml" },
  { pattern: /\.jsonc?$/i, format: "json" },
  { pattern: /(?:^|\/)\.env(?:\.[\w.-]+)?$|\.env$/, format: "env" },
  { pattern: /\.(?:ini|cfg)$|(?:^|\/)\.dvc\/config$/, format: "ini" },
  {
    pattern: /(?:^|\/)(?:\.(?:coveragerc|flake8|pylintrc|isort\.cfg|gitmodules|editorconfig)|supervisord?\.conf)$/,
    format: "ini",
  },
];

function isLock(name: string): boolean {
  return /^(?:package-lock|npm-shrinkwrap|deno-lock)\.json$|^(?:conda|pnpm)-lock\.ya?ml$|[.-]lock\.(?:json|ya?ml)$/.test(
    name,
  );
}

/** Most JSON is written by programs: what stands in a folder of data or results, and the tables of a tokenizer. */
function isData(path: string): boolean {
  if (/(?:^|\/)(?:conf|configs?|settings)\//.test(path)) return false;
  return (
    /(?:^|\/)(?:data|datasets?|annotations?|labels|outputs?|results?|predictions|cache|__snapshots__|cassettes)\//.test(
      path,
    ) || /(?:^|\/)(?:vocab|added_tokens|tokenizer|merges|[\w.-]+\.index)\.json$/.test(path)
  );
}
