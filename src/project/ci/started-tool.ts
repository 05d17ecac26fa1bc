import { joinPath } from "../paths.js";
import type { CiFiles } from "./ci-files.js";
import type { CommandCall } from "./command.js";
import { type Tool, toolOf } from "./tool.js";

/** The tool that a command starts. A Python file of the project that itself starts a test runner is a run of that runner. */
export async function startedTool(call: CommandCall, files: CiFiles): Promise<Tool> {
  const tool = toolOf(call);
  if (tool.name !== "python") return tool;
  const script = tool.script ?? (await moduleFile(tool, call, files));
  // A `setup.py` may run tests among other commands; which one it is given says so.
  if (script === undefined || /\/(?:setup|manage)\.py$/.test(script)) return tool;
  const text = (await files.text(script)) ?? "";
  const runner = startsRunner.exec(text)?.[1];
  if (runner !== undefined) return { ...tool, script, name: runner.startsWith("nose") ? "nosetests" : runner };
  if (startsByCommand.test(text) && looksAtStatus.test(text)) return { ...tool, script, name: "pytest" };
  return { ...tool, script, name: /^[^#\n]*\bTextTestRunner\(/m.test(text) ? "unittest" : "python" };
}

/** `pytest.main(...)` as a statement, a value, or what the script leaves with. */
const startsRunner =
  /^[ \t]*(?:\w+ *= *|return )?(?:(?:raise )?(?:sys\.exit|exit|SystemExit)\()?(pytest|unittest|nose2?)\.(?:main|run)\(/m;

/** A text that is a command of pytest's, in a script that runs commands and fails with them. */
const startsByCommand = /^[^#\n]*["'](?:py\.?test|python3? -m pytest)(?: |["'])/m;
const looksAtStatus =
  /\bcheck_call\(|\bcheck_output\(|\bcheck=True\b|\bexit\((?:subprocess\.)?(?:call|run|os\.system)\(/;

/** The file that `python -m tests` runs, where it is one of the project. */
async function moduleFile({ module }: Tool, { scope }: CommandCall, files: CiFiles): Promise<string | undefined> {
  if (module === undefined || scope.directory === undefined || !/^[\w.]+$/.test(module)) return undefined;
  const path = module.replaceAll(".", "/");
  return files.firstIn(joinPath(scope.directory, "."), [
    `${path}/__main__.py`,
    `${path}.py`,
    `src/${path}/__main__.py`,
    `src/${path}.py`,
  ]);
}
