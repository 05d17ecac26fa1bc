import type { CiJob } from "../../ci/model.js";
import { type Piece, placeOf } from "../../ci/model.js";
import { resolveJob, type Run } from "../../ci/resolve.js";
import { posixShell } from "../../ci/shell/options.js";
import { runsTests } from "../../ci/tool.js";
import { joinPath, within } from "../../paths.js";
import { at, record } from "../../structured.js";
import { moduleFile } from "./module-file.js";
import { type PipelineProject, virtualRoot } from "./pipeline-project.js";
import { distinct } from "./step.js";

/** Commands of a step, as a file has them. */
export interface StepCommands {
  readonly path: string;
  readonly commands: readonly { readonly text: string; readonly line: number }[];
  /** Where they run, from the project's root. */
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** No one writes more into one step. */
const mostCommands = 200;

/** The files of the project that commands run in the end, through scripts and build tools too; tests are left out. */
export async function runsOfCommands(step: StepCommands, project: PipelineProject): Promise<readonly string[]> {
  if (step.commands.length === 0) return [];
  const scripts = await commandScripts(project);
  const commands = step.commands.slice(0, mostCommands);
  const { runs } = await resolveJob(jobOf({ ...step, commands }), project.ciFiles);
  return distinct(runs.flatMap((run) => filesOf(run, step, project, scripts)));
}

/** A job with one step, so that commands are read as those of continuous integration are. */
function jobOf({ path, commands, folder, env = {} }: StepCommands): CiJob {
  const file = joinPath(virtualRoot, path);
  const pieces: readonly Piece[] = commands.map(({ text, line }) => ({ text, path: file, line }));
  const place = placeOf(file, commands[0]?.line ?? 1);
  return {
    ...{ system: "github", name: "", place, triggers: [], needs: [], disabled: undefined, legs: [{}] },
    steps: [
      {
        ...{ place, env, values: {}, breaks: [], condition: undefined, via: [] },
        content: { kind: "script", pieces, shell: { ...posixShell(), checksPieces: true } },
        directory: joinPath(virtualRoot, folder),
      },
    ],
  };
}

function filesOf(
  { tool, argv, chain, directory }: Run,
  step: StepCommands,
  project: PipelineProject,
  scripts: ReadonlyMap<string, string>,
): readonly string[] {
  if (runsTests(tool)) return [];
  const folder = directory ?? joinPath(virtualRoot, step.folder);
  const own = joinPath(virtualRoot, step.path);
  const through = chain.filter(({ path, line }) => path !== own && line === 1 && /\.(?:sh|bash|zsh|ps1)$/.test(path));
  const found = through.flatMap(({ path }) => projectFile(path, folder, project) ?? []);
  const program = (argv[0] ?? "").replace(/^.*\//, "");
  const entry = tool.name === "entry-point" ? tool.module : scripts.get(program);
  if (tool.script !== undefined) found.push(...(projectFile(tool.script, folder, project) ?? []));
  else if (entry !== undefined) found.push(...entryFile(entry, folder, project));
  else if (tool.module !== undefined)
    found.push(...moduleFile(tool.module, within(virtualRoot, folder) ?? "", project.files));
  else if (launchers.test(program)) found.push(...launched(tool.args, folder, project));
  return found;
}

/** Programs that run a file that they are given. */
const launchers =
  /^(?:papermill|jupyter|jupytext|ploomber|spark-submit|Rscript|R|julia|streamlit|uvicorn|gunicorn|hypercorn|ray|serve|prefect|metaflow|mpirun|mpiexec|horovodrun|torchrun|sbatch|dbt|stan|bentoml|flask|fastapi|dagster|luigi|\$.*)$/;

/** The first file of the project among arguments; `app.main:app` is one too. */
function launched(args: readonly string[], folder: string, project: PipelineProject): readonly string[] {
  for (const arg of args.filter((one) => !one.startsWith("-"))) {
    const [name = "", symbol] = arg.split(":");
    const file = /\.(?:py|ipynb|R|Rmd|r|jl|sql|sh)$/.test(name) ? projectFile(name, folder, project) : undefined;
    if (file !== undefined) return symbol === undefined ? file : file.map((one) => `${one}#${symbol}`);
    if (symbol !== undefined && /^[\w.]+$/.test(name)) return entryFile(arg, folder, project);
  }
  return [];
}

/** `package.module:function` of an entry point. */
function entryFile(entry: string, folder: string, project: PipelineProject): readonly string[] {
  const [module = "", name] = entry.split(":");
  return moduleFile(module, within(virtualRoot, folder) ?? "", project.files).map((file) =>
    name === undefined ? file : `${file}#${name}`,
  );
}

/** A file by its absolute path or seen from a folder; in an image the project lies elsewhere, so that its end may be what counts. */
function projectFile(path: string, folder: string, { files }: PipelineProject): readonly string[] | undefined {
  const inner = within(virtualRoot, path.startsWith("/") ? path : joinPath(folder, path));
  if (inner !== undefined) return files.has(inner) ? [inner] : undefined;
  const parts = path.split("/").slice(1);
  const ends = parts.map((_, index) => parts.slice(index).join("/"));
  // A bare name could be anybody's.
  const found =
    ends.find((end) => end.includes("/") && files.has(end)) ??
    (parts.length === 2 ? ends.find((end) => files.has(end)) : undefined);
  return found === undefined ? undefined : [found];
}

/** The commands that the project's own package installs, with what they call. */
async function commandScripts({ files, ciFiles }: PipelineProject): Promise<ReadonlyMap<string, string>> {
  if (!files.has("pyproject.toml")) return new Map();
  const document = await ciFiles.toml(joinPath(virtualRoot, "pyproject.toml"));
  const tables = [at(document, "project", "scripts"), at(document, "tool", "poetry", "scripts")];
  return new Map(
    tables.flatMap((table) =>
      Object.entries(record(table)).flatMap(([name, entry]) =>
        typeof entry === "string" ? [[name, entry] as const] : [],
      ),
    ),
  );
}
