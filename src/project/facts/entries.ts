import type { CiFacts } from "./ci-facts.js";
import type { CodeFile } from "./code-facts.js";
import type { ComposeService, ConfigFile, Dockerfile, KubernetesObject, PipelineStep } from "./file-facts.js";
import { startedBy } from "./started-by.js";
import type { EntryTo } from "./wire.js";
import type { Entry } from "./wiring.js";
import { taskRunners } from "./pipelines/step.js";

export interface EntrySources {
  readonly code: readonly CodeFile[];
  readonly ci: CiFacts;
  readonly pipelines: readonly PipelineStep[];
  readonly dockerfiles: readonly Dockerfile[];
  readonly compose: readonly ComposeService[];
  readonly kubernetes: readonly KubernetesObject[];
  readonly configs: readonly ConfigFile[];
  /** The files of source code that train. */
  readonly training: readonly string[];
}

/** What leads from outside into a project's code. Tests do not: what only they call does not run for anybody. */
export function entriesOf(sources: EntrySources): readonly EntryTo[] {
  const isFile = new Set(sources.code.map(({ path }) => path));
  return [
    ...ofCi(sources.ci, isFile),
    ...sources.pipelines.flatMap((step) => ofStep(step, sources.ci)),
    ...ofContainers(sources, isFile),
    ...sources.code.filter(({ role }) => role === "source").flatMap(ofCode),
    ...sources.configs.flatMap((config) => ofScripts(config, isFile)),
    ...sources.training.map((path) => to({ kind: "training", what: `${path} trains`, path, line: 1 }, path)),
  ];
}

type Told = Pick<Entry, "kind" | "what" | "path" | "line"> & Partial<Entry>;

function to(entry: Told, target: string): EntryTo {
  return { entry: { isGating: false, repeatedBy: undefined, ...entry }, target };
}

function ofCi({ runs }: CiFacts, isFile: ReadonlySet<string>): readonly EntryTo[] {
  return runs.flatMap((run) => {
    if (run.isTests) return [];
    const { path, line, isGating, isAutomatic, isScheduled, script, module, directory } = run;
    const started = script === undefined ? startedBy(run.command, { directory, module, isFile }) : [script];
    const repeatedBy = isScheduled ? "schedule" : isAutomatic ? "ci" : undefined;
    const kind = isScheduled ? "schedule" : "ci";
    const what = `CI job "${run.job}" runs \`${run.command}\``;
    return started.map((target) => to({ kind, what, path, line, isGating, repeatedBy }, target));
  });
}

/** A pipeline stops at a step that fails; it comes back by its schedule, or by whatever runs the pipeline. */
function ofStep({ system, path, line, name, runs, schedule, commands }: PipelineStep, ci: CiFacts): readonly EntryTo[] {
  const isBuildTool = taskRunners.has(system);
  // That CI makes one target says nothing of the others.
  const isRunByCi = ci.runs.some(
    ({ path: at, command, chain, tool, isAutomatic }) =>
      isAutomatic &&
      (isBuildTool
        ? at === path && commands.some((text) => text.includes(command))
        : chain.includes(path) || tool === system),
  );
  // A target of make runs when somebody types it; a declared pipeline is there to be run again.
  const repeatedBy = schedule !== undefined ? "schedule" : isRunByCi ? "ci" : isBuildTool ? undefined : "pipeline";
  const what = `step "${name}" of ${path}`;
  return runs.map((target) => to({ kind: "pipeline", what, path, line, isGating: true, repeatedBy }, target));
}

function ofContainers(
  { dockerfiles, compose, kubernetes }: EntrySources,
  isFile: ReadonlySet<string>,
): readonly EntryTo[] {
  const found: EntryTo[] = [];
  const add = (entry: Told, command: string): void => {
    for (const target of startedBy(command, { directory: undefined, module: undefined, isFile }))
      found.push(to(entry, target));
  };
  for (const { path, stages } of dockerfiles) {
    for (const { name, text, line } of stages.flatMap(({ instructions }) => instructions)) {
      if (name !== "CMD" && name !== "ENTRYPOINT") continue;
      add({ kind: "container", what: `the image of ${path} starts it`, path, line }, commandOf(text));
    }
  }
  for (const { path, line, name, command } of compose) {
    if (command !== undefined)
      add({ kind: "container", what: `service "${name}" of ${path} starts it`, path, line }, commandOf(command));
  }
  for (const { path, line, kind, name, entries } of kubernetes) {
    const words = entries.filter(({ key }) => /\.(?:command|args)\.\d+$/.test(key)).map(({ value }) => String(value));
    const isScheduled = kind === "CronJob" || kind === "CronWorkflow";
    const what = `${kind} ${name ?? ""} of ${path} starts it`;
    const entry: Told = isScheduled
      ? { kind: "schedule", what, path, line, repeatedBy: "schedule" }
      : { kind: "container", what, path, line };
    add(entry, words.join(" "));
  }
  return found;
}

/** `["python", "serve.py"]` as `python serve.py`. */
function commandOf(text: string): string {
  return /^\s*\[/.test(text) ? text.replace(/^\s*\[|\]\s*$/g, "").replace(/["',]+/g, " ") : text;
}

const routeMethods: ReadonlySet<string> = new Set([
  "get",
  "post",
  "put",
  "patch",
  "delete",
  "route",
  "websocket",
  "api_route",
  "api",
]);

/** Routes of services, jobs of schedulers that are part of the code, and what a command line starts. */
function ofCode({ path, language, functions, classes, calls }: CodeFile): readonly EntryTo[] {
  const found: EntryTo[] = [];
  for (const { name, line, decorators } of functions) {
    for (const { name: decorator, positional, text } of decorators) {
      const [route] = positional;
      const isRoute = routeMethods.has(decorator) && text.includes(".");
      const isJob = /^(?:repeat_every|scheduled_job|periodic_task)$/.test(decorator);
      const isCommand = /^(?:command|main)$/.test(decorator);
      const where = route?.kind === "literal" ? ` ${String(route.value)}` : "";
      const target = `${path}#${name}`;
      if (isRoute) found.push(to({ kind: "route", what: `route${where}`, path, line }, target));
      if (isJob)
        found.push(
          to({ kind: "schedule", what: `${name} comes back by itself`, path, line, repeatedBy: "schedule" }, target),
        );
      if (isCommand) found.push(to({ kind: "command", what: `command ${name}`, path, line }, target));
    }
  }
  for (const { name, line, bases, methods } of classes) {
    if (!bases.some((base) => /Servicer$|(?:^|\.)LitAPI$|(?:^|\.)MLModel$|(?:^|\.)Runnable$|BaseHandler$/.test(base)))
      continue;
    for (const method of methods)
      found.push(to({ kind: "route", what: `${name}.${method}`, path, line }, `${path}#${name}.${method}`));
  }
  // Middleware and routes that are added by a call.
  for (const { name, line, within, text, positional, named } of calls) {
    if (!/^(?:add_api_route|add_url_rule|add_route|add_middleware|add_event_handler|add_job|use|get|post)$/.test(name))
      continue;
    if (!text.includes(".") || within.startsWith("test_")) continue;
    // Dictionaries and caches have a `get` as well; that of a router begins with a path.
    const [first] = positional;
    const isPath = first?.kind === "literal" && typeof first.value === "string" && first.value.startsWith("/");
    if (!isPath && (/^(?:get|post)$/.test(name) || (name === "use" && language === "python"))) continue;
    const kind = name === "add_job" ? "schedule" : "route";
    for (const value of [...positional, ...Object.values(named)]) {
      if (value.kind !== "symbol" || value.target === undefined) continue;
      found.push(to({ kind, what: `\`${text}\` takes it on`, path, line }, value.target));
    }
  }
  return found;
}

/** Commands that a package installs: `[project.scripts] train = "pkg.train:main"`. */
function ofScripts({ path, entries }: ConfigFile, isFile: ReadonlySet<string>): readonly EntryTo[] {
  return entries.flatMap(({ key, value, line }) => {
    const isScript =
      /^(?:project\.scripts|project\.gui-scripts|tool\.poetry\.scripts|options\.entry_points\.console_scripts)\./.test(
        key,
      );
    const [module = "", name] = isScript && typeof value === "string" ? value.split(":") : [];
    if (name === undefined) return [];
    const entry: Told = { kind: "command", what: `command ${key.slice(key.lastIndexOf(".") + 1)}`, path, line };
    return startedBy("", { directory: undefined, module, isFile }).map((file) => to(entry, `${file}#${name.trim()}`));
  });
}
