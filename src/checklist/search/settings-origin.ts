import type { CodeFile, FactValue, FunctionFact } from "../../project/facts/code-facts.js";
import { onceFor } from "../../project/facts/once-for.js";
import type { ChecklistProject } from "../project.js";
import { callsTo, type FoundCall } from "./code-evidence.js";

/** Where a value comes from: written into the code, from settings outside of it, or nobody knows. */
export type Origin = "literal" | "settings" | "unknown";

/** Parameters are followed so far to the callers of their functions. */
const mostCallers = 4;

export function originOf(
  { code }: Pick<ChecklistProject, "code">,
  file: CodeFile,
  within: string,
  value: FactValue,
  hops = 0,
): Origin {
  if (value.kind === "literal") return "literal";
  if (value.kind === "list") return value.items.every(({ kind }) => kind === "literal") ? "literal" : "unknown";
  if (value.kind === "symbol") {
    // `cfg.train.lr`, where `cfg` is an object that a library of settings makes.
    if (value.target === undefined) return settingsText.test(value.text) ? "settings" : "unknown";
    // `config.LEARNING_RATE` of the project's own module of settings.
    return settingsFile.test(value.target.split("#")[0] ?? "") ? "settings" : "literal";
  }
  if (value.kind === "call") {
    if (/^suggest_|^(?:getenv|get)$/.test(value.name)) return "settings";
    const [first] = value.positional;
    const isCast = /^builtins\.(?:int|float|tuple|list)$/.test(value.path ?? "");
    return isCast && first !== undefined ? originOf({ code }, file, within, first, hops) : "unknown";
  }
  if (value.kind !== "unknown") return "unknown";
  const owner = file.functions.find(({ name }) => name === within);
  const param = owner?.params.find(({ name }) => name === value.text);
  if (owner !== undefined && param !== undefined)
    return hops > mostCallers ? "unknown" : ofParameter(code, file, owner, param.name, hops);
  return settingsText.test(value.text) ? "settings" : "unknown";
}

/** What callers give; what nobody gives has its default, and comes from the command line where that calls the function. */
function ofParameter(
  code: readonly CodeFile[],
  file: CodeFile,
  owner: FunctionFact,
  name: string,
  hops: number,
): Origin {
  if (
    owner.decorators.some(({ name: decorator }) =>
      /^(?:command|option|argument|main|task|flow|hydra_main)$/.test(decorator),
    )
  )
    return "settings";
  const method = owner.name.endsWith(".__init__");
  const target = `${file.path}#${method ? owner.name.slice(0, -".__init__".length) : owner.name}`;
  const params = owner.params.filter((one) => one.name !== "self" && one.name !== "cls");
  const at = params.findIndex((one) => one.name === name);
  const origins = (callsByTarget(code).get(target) ?? []).flatMap(({ file: other, call }): Origin[] => {
    if (call.spreads === true) return ["settings"];
    const given = call.named[name] ?? call.positional[at];
    return given === undefined ? [] : [originOf({ code }, other, call.within, given, hops + 1)];
  });
  if (origins.includes("settings")) return "settings";
  if (origins.includes("literal")) return "literal";
  const fallback = params[at]?.default;
  if (fallback?.kind === "literal" && origins.length === 0) return "literal";
  return "unknown";
}

/** The product's calls of its own functions. They are asked for with every parameter, so they are looked up once. */
const callsByTarget = onceFor((code: readonly CodeFile[]): ReadonlyMap<string, readonly FoundCall[]> => {
  const found = new Map<string, FoundCall[]>();
  for (const file of code) {
    if (file.role !== "source") continue;
    for (const call of file.calls) {
      if (call.target === undefined) continue;
      const calls = found.get(call.target);
      if (calls === undefined) found.set(call.target, [{ file, call }]);
      else calls.push({ file, call });
    }
  }
  return found;
});

const settingsFile =
  /(?:^|\/)(?:\w*config\w*|settings|params|hparams|constants|options)(?:\/\w+)?\.(?:py|[cm]?[jt]s)$/i;
const settingsText =
  /\b(?:args?|arguments|cfg|config\w*|conf|hparams|hyper\w*|params|parameters|settings|opts?|options|flags|FLAGS|hp|trial|hydra|self|this|training_args|process\.env)\b|_(?:args|cfg|config|params|settings)\b/;

/** Calls that read settings from outside of the code: a command line, a file, the environment. */
export function settingsReaders(project: ChecklistProject): readonly FoundCall[] {
  return callsTo(project, {
    path: readers,
    name: /^(?:parse_args|parse_known_args|parse_args_into_dataclasses)$/,
  }).filter(({ call }) => !/^json\.loads$/.test(call.path ?? ""));
}

const readers =
  /^(?:argparse\.(?:ArgumentParser\.)?parse_(?:known_)?args|typer\.(?:Typer|run)|click\.(?:command|group)|fire\.Fire|tyro\.cli|simple_parsing\.\w+|draccus\.\w+|hydra\.(?:main|compose)|omegaconf\.OmegaConf\.\w+|yaml\.(?:safe_)?load|ruamel\.yaml\.\w+(?:\.load)?|tomllib\.loads?|toml\.loads?|json\.load|dvc\.api\.params_show|gin\.parse_config\w*|ml_collections\.\w+|absl\.flags\.\w+|configparser\.\w+(?:\.read)?|transformers\.(?:\w+\.)*HfArgumentParser(?:\.\w+)?|pytorch_lightning\.(?:\w+\.)*LightningCLI|jsonargparse\.\w+|yargs|commander\.\w+|node:util\.parseArgs|util\.parseArgs|JSON\.parse|js-yaml\.load|yaml\.parse|os\.(?:getenv|environ\.get)|dynaconf\.\w+|environs\.\w+)$/;
