import { actionCommands } from "../../knowledge/ci-actions.js";
import type { CiRun } from "../../project/facts/ci-facts.js";
import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";

export type CheckKind = "lint" | "type" | "format" | "security";

/** A check of the code itself that CI runs. */
export interface Check {
  readonly tool: string;
  readonly kinds: readonly CheckKind[];
  readonly path: string;
  readonly line: number;
  readonly isGating: boolean;
  readonly isAutomatic: boolean;
  readonly what: string;
}

type Project = Pick<ChecklistProject, "ci" | "configs">;

/** What CI runs of linters, type checkers and formatters, by command, through pre-commit, and as ready-made actions. */
export function checksInCi(project: Project): readonly Check[] {
  const { runs, jobs } = project.ci;
  const hooks = hooksOf(project);
  const byRuns = runs.flatMap((run): readonly Check[] => {
    const { path, line, isGating, isAutomatic, command, job } = run;
    const place = { path, line, isGating, isAutomatic, what: `CI job "${job}" runs \`${command}\`` };
    if (run.tool === "pre-commit" || run.tool === "prek") return hooks.map((hook) => ({ ...hook, ...place }));
    const tool = toolOf(run);
    const kinds = kindsOf(tool, run.args);
    return kinds.length === 0 ? [] : [{ ...place, tool, kinds }];
  });
  const byActions = jobs.flatMap(({ name, triggers, actions }) =>
    actions.flatMap(({ name: action, path, line, isGating }): readonly Check[] => {
      const isAutomatic = triggers.some((one) => one === "push" || one === "pull-request" || one === "schedule");
      const place = { path, line, isGating, isAutomatic, what: `CI job "${name}" runs ${action}` };
      // Those that stand for a command are among what is run.
      if (actionCommands.has(action.split("@")[0] ?? "")) return [];
      if (/^pre-commit\/action\b/.test(action)) return hooks.map((hook) => ({ ...hook, ...place }));
      const tool =
        /(?:^|[/-])(ruff|flake8|pylint|black|mypy|pyright|eslint|biome|bandit|semgrep|super-linter)(?:[-/@]|$)/.exec(
          action,
        )?.[1];
      return tool === undefined ? [] : [{ ...place, tool, kinds: kinds[tool] ?? ["lint"] }];
    }),
  );
  return [...byRuns, ...byActions];
}

/** Checks that are set up, whether or not anything runs them. */
export function configuredChecks(project: Project): readonly Evidence[] {
  const { configs } = project;
  const hooks = hooksOf(project).map(({ tool, path, line }): Evidence => ({
    path,
    line,
    level: "L2",
    what: `${tool} is a pre-commit hook`,
    rule: "hook",
  }));
  const found = configs.flatMap(({ path, entries }): readonly Evidence[] => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const byName = /^\.?(ruff|flake8|pylint|mypy|pyright|pyrightconfig|eslint|biome)(?:rc)?(?:\.\w+)*$/.exec(name)?.[1];
    if (byName !== undefined) return [{ path, line: 1, level: "L2", what: `${byName} is configured`, rule: "config" }];
    const entry = entries.find(({ key }) =>
      /^(?:tool\.(?:ruff|mypy|pyright|basedpyright|pylint|flake8|ty)|flake8|mypy|pylint)\b/.test(key),
    );
    if (entry === undefined) return [];
    return [{ path, line: entry.line, level: "L2", what: `\`${entry.key}\` configures a check`, rule: "config" }];
  });
  return [...hooks, ...found];
}

type Hook = Pick<Check, "tool" | "kinds" | "path" | "line">;

function hooksOf({ configs }: Pick<Project, "configs">): readonly Hook[] {
  return configs
    .filter(({ path }) => /(?:^|\/)\.pre-commit-config\.ya?ml$/.test(path))
    .flatMap(({ path, entries }) =>
      entries.flatMap(({ key, value, line }): readonly Hook[] => {
        if (!/^repos\.\d+\.hooks\.\d+\.id$/.test(key) || typeof value !== "string") return [];
        const tool = /^(?:mirrors-)?([a-z0-9]+)/.exec(value)?.[1] ?? value;
        const found = value === "ruff-format" ? (["format"] as const) : kinds[tool];
        return found === undefined ? [] : [{ tool, kinds: found, path, line }];
      }),
    );
}

/** `python -m mypy`, `npx tsc`: what is run in the end. */
function toolOf({ tool, module, args }: CiRun): string {
  if (module !== undefined && Object.hasOwn(kinds, module)) return module;
  const [first = ""] = args;
  return (tool === "npx" || tool === "uvx") && Object.hasOwn(kinds, first) ? first : tool;
}

function kindsOf(tool: string, args: readonly string[]): readonly CheckKind[] {
  if (tool === "ruff" && args.includes("format"))
    return args.includes("--check") || args.includes("--diff") ? ["format"] : [];
  if (tool === "black" && !args.includes("--check") && !args.includes("--diff")) return [];
  return Object.hasOwn(kinds, tool) ? (kinds[tool] ?? []) : [];
}

const kinds: Readonly<Record<string, readonly CheckKind[]>> = {
  ...{ ruff: ["lint"], flake8: ["lint"], pylint: ["lint"], eslint: ["lint"], nbqa: ["lint"], oxlint: ["lint"] },
  ...{ "super-linter": ["lint"], prospector: ["lint"], pylama: ["lint"], biome: ["lint", "format"] },
  ...{ mypy: ["type"], pyright: ["type"], basedpyright: ["type"], ty: ["type"], pytype: ["type"], pyre: ["type"] },
  ...{ tsc: ["type"], "vue-tsc": ["type"], black: ["format"], prettier: ["format"], isort: ["format"] },
  ...{ bandit: ["security"], semgrep: ["security"] },
};
