import { readJustfile } from "../../project/ci/hops/just.js";
import { nameOf, parentOf } from "../../project/paths.js";
import type { DocSection } from "../../project/facts/file-facts.js";
import type { Place } from "../evidence.js";
import type { ChecklistProject } from "../project.js";

/** What a newcomer does, in the order in which they do it. */
export type CommandKind = (typeof commandKinds)[number];
export const commandKinds = ["set-up", "data", "train", "test", "serve"] as const;

/** A command in a block of code of a document. */
export interface DocCommand extends Place {
  readonly text: string;
  readonly kinds: readonly CommandKind[];
  /** What it names and the project does not have; undefined where it resolves. */
  readonly dead: string | undefined;
}

type Source = Pick<ChecklistProject, "docs" | "files" | "read" | "configs" | "pipelines">;

/** The commands of a document that are about the project's own files, with what is wrong with them. */
export async function docCommands(project: Source, path: string): Promise<readonly DocCommand[]> {
  const targets = await targetsOf(project);
  const folder = parentOf(path) ?? "";
  return project.docs
    .filter((section) => section.path === path)
    .flatMap((section) =>
      section.code.flatMap(({ language, text, line }) =>
        /^(?:|bash|sh|shell|console|zsh|shell-session|terminal|powershell|text|sourcecode|code-block)$/i.test(language)
          ? commandsIn(text, line, section, targets, folder)
          : [],
      ),
    );
}

function commandsIn(
  text: string,
  line: number,
  section: DocSection,
  targets: Targets,
  folder: string,
): readonly DocCommand[] {
  let directory = folder;
  const found: DocCommand[] = [];
  const joined = text.replace(/\\\n\s*/g, (part) => " ".repeat(part.length - 1) + "\u2028");
  for (const [index, raw] of joined.split("\n").entries()) {
    for (const part of raw.replaceAll("\u2028", " ").split(/\s*(?:&&|;|\|\|)\s*/)) {
      const command = unwrapped(
        part
          .replace(/^\s*(?:\$|>|%|PS>)\s+/, "")
          .replace(/\s+#.*$/, "")
          .trim(),
      );
      if (command === "" || command.startsWith("#")) continue;
      const [program = "", ...args] = command.split(/\s+/);
      if (program === "cd") {
        directory =
          args[0] === undefined || args[0] === ".." ? folder : existingFolder(targets, joined2(directory, args[0]));
        continue;
      }
      const kinds = kindsOf(command, section.heading);
      const dead = deadPart(program, args, directory, targets);
      const isKnown = dead !== undefined || resolves(program, args, directory, targets);
      if (dead !== undefined || (isKnown && kinds.length > 0))
        found.push({ path: section.path, line: line + index, text: command, kinds, dead });
    }
  }
  return found;
}

/** What stands before the command proper. */
function unwrapped(command: string): string {
  return command
    .replace(/^(?:[A-Z_][A-Z0-9_]*=\S*\s+)+/, "")
    .replace(/^(?:sudo|time|nohup)\s+/, "")
    .replace(/^(?:uv|poetry|pdm|pipenv|hatch|pixi|rye)\s+run\s+(?:--\S+(?:\s+(?=[\w./-]+\s))?\s*)*/, "")
    .replace(/^conda run (?:-n \S+ )?/, "")
    .replace(/^(?:npx|bunx|pnpm exec|yarn exec)\s+/, "")
    .replace(/^docker(?:-compose|\s+compose)\s+(?:run|exec)\s+(?:-\S+\s+)*\S+\s+(?=\S)/, "");
}

function joined2(folder: string, name: string): string {
  const plain = name.replace(/^\.?\//, "").replace(/\/$/, "");
  return folder === "" ? plain : `${folder}/${plain}`;
}

/** To enter the folder that was just cloned is to stay in the root. */
function existingFolder({ files }: Targets, folder: string): string {
  return [...files].some((path) => path.startsWith(`${folder}/`)) ? folder : "";
}

/** What there is to be named by commands. */
interface Targets {
  readonly files: ReadonlySet<string>;
  /** `Makefile#train`, by the folder of the file: `#train`, `web#build`. */
  readonly steps: ReadonlySet<string>;
  /** Those of `steps` whose further words are values. */
  readonly recipesWithValues: ReadonlySet<string>;
  readonly scripts: ReadonlySet<string>;
  readonly packages: ReadonlySet<string>;
}

async function targetsOf({ files, read, configs, pipelines }: Source): Promise<Targets> {
  const steps = new Set(pipelines.map(({ path, name }) => `${parentOf(path) ?? ""}#${name}`));
  const recipesWithValues = new Set<string>();
  for (const path of files) {
    if (!/^(?:GNUm|m|M)akefile$|\.mk$|^\.?justfile$|^Justfile$/.test(nameOf(path))) continue;
    const folder = parentOf(path) ?? "";
    const text = (await read(path)) ?? "";
    if (/just/i.test(nameOf(path))) {
      const { recipes, aliases } = readJustfile(text, path);
      for (const { name, parameters } of recipes.values()) {
        steps.add(`${folder}#${name}`);
        if (parameters.length > 0) recipesWithValues.add(`${folder}#${name}`);
      }
      for (const [alias, name] of aliases) {
        steps.add(`${folder}#${alias}`);
        if (recipesWithValues.has(`${folder}#${name}`)) recipesWithValues.add(`${folder}#${alias}`);
      }
    } else {
      for (const [, names = ""] of text.matchAll(makeTargets))
        for (const name of names.trim().split(/\s+/)) steps.add(`${folder}#${name}`);
    }
  }
  const scripts = new Set<string>();
  const packages = new Set<string>();
  for (const { path, entries } of configs) {
    const folder = parentOf(path) ?? "";
    for (const { key } of entries) {
      if (nameOf(path) === "package.json" && key.startsWith("scripts."))
        steps.add(`${folder}#${key.slice("scripts.".length)}`);
      if (/^Taskfile\.ya?ml$/i.test(nameOf(path))) steps.add(`${folder}#${/^tasks\.([^.]+)/.exec(key)?.[1] ?? ""}`);
      const script =
        /^(?:project\.scripts|tool\.poetry\.scripts|options\.entry_points\.console_scripts|tool\.poe\.tasks|tool\.pdm\.scripts)\.([\w-]+)/.exec(
          key,
        )?.[1];
      if (script !== undefined) scripts.add(script);
    }
  }
  for (const path of files)
    if (path.endsWith(".py")) packages.add(path.replace(/\/?(?:__init__|__main__)?\.py$/, "").replaceAll("/", "."));
  return { files: new Set(files), steps, recipesWithValues, scripts, packages };
}

const makeTargets = /^([\w./][\w./ -]*?)\s*::?(?!=)/gm;

/** What a command names that does not exist; undefined where all of it does, or nobody can tell. */
function deadPart(program: string, args: readonly string[], directory: string, targets: Targets): string | undefined {
  const plain = args.filter((arg) => !arg.startsWith("-") && !arg.includes("="));
  if (/^(?:make|just|task)$/.test(program)) {
    const at = args.indexOf("-C");
    const folder = at >= 0 ? joined2(directory, args[at + 1] ?? "") : directory;
    const names = (program === "task" && args.includes("--") ? args.slice(0, args.indexOf("--")) : args)
      .filter((arg) => plain.includes(arg))
      .filter((arg) => at < 0 || arg !== args[at + 1]);
    const valued = names.findIndex((name) => program === "just" && targets.recipesWithValues.has(`${folder}#${name}`));
    return (valued < 0 ? names : names.slice(0, valued + 1)).find((name) => !targets.steps.has(`${folder}#${name}`));
  }
  if (/^(?:npm|yarn|pnpm|bun)$/.test(program)) {
    const name = plain[0] === "run" ? plain[1] : ["test", "start"].includes(plain[0] ?? "") ? plain[0] : undefined;
    const isThere =
      name === undefined ||
      [...targets.steps].some((step) => step === `${directory}#${name}`) ||
      args.some((arg) => /^(?:--prefix|-w|--workspace|--filter|-C)/.test(arg));
    return isThere ? undefined : name;
  }
  if (/^(?:python|py)[\d.]*$/.test(program) && args.includes("-m")) {
    const module = args[args.indexOf("-m") + 1] ?? "";
    const isOwn = [...targets.packages].some(
      (one) => one.split(".").find((part) => part !== "src") === module.split(".")[0],
    );
    return isOwn && !isModule(module, targets) ? module : undefined;
  }
  const server = /^(?:uvicorn|gunicorn|hypercorn|bentoml|granian|fastapi|streamlit|flask)$/.test(program);
  const app = server ? plain.map((arg) => /^([\w.]+):\w+/.exec(arg)?.[1]).find((one) => one !== undefined) : undefined;
  if (app !== undefined)
    return isModule(app, targets) || isModule(`${directory.replaceAll("/", ".")}.${app}`, targets) ? undefined : app;
  const named = args
    .flatMap((arg, index) =>
      /^(?:-r|-f|--file|--requirement|-c)$/.test(args[index - 1] ?? "") || isFileLike(arg, program, index) ? [arg] : [],
    )
    .concat(/^\.{0,2}\/|\.(?:sh|py)$/.test(program) ? [program] : []);
  return named
    .map((name) => name.replace(/^\.\//, "").replace(/[),;]$/, ""))
    .find((name) => !isThere(name, directory, targets));
}

/** A script that is run, rather than a file that it shall write. */
function isFileLike(arg: string, program: string, index: number): boolean {
  if (/[<>${}*]|^https?:|^-/.test(arg)) return false;
  return (
    /\.(?:py|sh|ipynb)$/.test(arg) &&
    (index === 0 || /^(?:python|py|bash|sh|torchrun|accelerate|jupyter|streamlit|node)[\d.]*$/.test(program))
  );
}

function isThere(name: string, directory: string, { files }: Targets): boolean {
  return [name, joined2(directory, name)].some(
    (one) => files.has(one) || [...files].some((path) => path.startsWith(`${one.replace(/\/$/, "")}/`)),
  );
}

function isModule(module: string, { packages }: Targets): boolean {
  return (
    packages.has(module) || packages.has(`src.${module}`) || [...packages].some((one) => one.endsWith(`.${module}`))
  );
}

/** Does a command name anything of the project, or a tool that works on it as it stands? */
function resolves(program: string, args: readonly string[], directory: string, targets: Targets): boolean {
  if (targets.scripts.has(program)) return true;
  if (
    /^(?:make|just|task|npm|yarn|pnpm|bun|pip3?|uv|poetry|pdm|pipenv|conda|mamba|pixi|pytest|tox|nox|dvc|docker|docker-compose|podman|uvicorn|gunicorn|bentoml|streamlit|python[\d.]*|py|bash|sh|torchrun|accelerate|kubectl|helm|snakemake|kedro|prefect|dagster|airflow|mlflow|jupyter|papermill|vitest|jest|node|fastapi|flask|pre-commit|git|aws|gsutil|gcloud|kaggle|wget|curl|huggingface-cli|hf|dbt|litserve|ray|modal)$/.test(
      program,
    )
  ) {
    if (/^(?:dvc)$/.test(program))
      return (
        targets.files.has(joined2(directory, "dvc.yaml")) ||
        [...targets.files].some((path) => path.endsWith(".dvc") || path.endsWith("dvc.yaml"))
      );
    return true;
  }
  return /^\.\//.test(program) || args.length === 0 ? isThere(program.replace(/^\.\//, ""), directory, targets) : false;
}

function kindsOf(command: string, heading: string): readonly CommandKind[] {
  const found = commandKinds.filter((kind) => kindWords[kind].test(command));
  if (found.length > 0) return found;
  return commandKinds.filter((kind) => headingWords[kind].test(heading)).slice(0, 1);
}

const kindWords: Readonly<Record<CommandKind, RegExp>> = {
  "set-up":
    /\b(?:pip3?|uv|poetry|pdm|pipenv|conda|mamba|pixi|npm|yarn|pnpm|bun)\s+(?:\S+\s+)*?(?:install|sync|ci|create|env)\b|^(?:make|just|task|npm run) (?:\S*setup\S*|install|init|env|venv|bootstrap|deps)\b|^(?:poetry|yarn|pnpm|pixi) install|\bdevcontainer\b|^conda env|^python3? -m venv/,
  data: /\bdvc (?:pull|fetch|get|import)\b|\b(?:data|dataset|download|fetch|ingest|prepare|preprocess|features?|etl|split|seed)\b|(?:^|[/_ .-])(?:get|make|download|prepare|build|fetch|load)_?(?:data|dataset|features|splits?|corpus|index)|kaggle|gsutil|aws s3 (?:cp|sync)/i,
  train:
    /(?:^|[/_ .:-])(?:re)?train(?:ing|er)?\b|\bfit\b|fine_?-?tun|\bdvc (?:repro|exp run)\b|\bsnakemake\b|\bkedro run\b|\bsft\b/i,
  test: /\bpytest\b|\bunittest\b|\btox\b|\bnox\b|\bvitest\b|\bjest\b|(?:^|[ :])tests?\b|\bcheck\b/i,
  serve:
    /\b(?:uvicorn|gunicorn|hypercorn|bentoml serve|streamlit run|litserve|torchserve|mlflow models serve|ray serve|fastapi (?:run|dev)|flask run)\b|\bserve\b|\bserver?\b|\bserving\b|docker(?:-compose| compose) up|docker run\b|\bapi\b|\bapp(?:\.py)?\b|\bscore\b|\bpredict\b|\bnpm start\b|\bstart\b|\bdeploy\b|kubectl apply|helm (?:install|upgrade)|\bcurl\b/i,
};
const headingWords: Readonly<Record<CommandKind, RegExp>> = {
  "set-up": /set-?\s?up|install|environment|getting started|quick ?start|requirements/i,
  data: /\bdata\b|dataset|download|features/i,
  train: /train|fine-?tun/i,
  test: /\btests?\b|testing|checks/i,
  serve: /serv|deploy|api\b|inference|predict|scor|run the (?:app|service)/i,
};
