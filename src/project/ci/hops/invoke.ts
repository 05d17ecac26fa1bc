import type { Argument, Expression } from "../../../syntax/expressions.js";
import { LineIndex } from "../../../syntax/line-index.js";
import type { CiFiles } from "../ci-files.js";
import { type CommandCall, programOf, readArguments, wordSet } from "../command.js";
import { type Followed, type Target, unknownHere } from "../follow.js";
import { type Break, placeOf } from "../model.js";
import { posixShell } from "../shell/options.js";
import { callsIn } from "./python-calls.js";

/** `invoke test`: the commands of the function in `tasks.py`, as far as they are written out. */
export async function followInvoke(call: CommandCall, files: CiFiles): Promise<Followed | undefined> {
  if (!/^inv(?:oke)?$/.test(programOf(call))) return undefined;
  const { directory } = call.scope;
  if (directory === undefined) return unknownHere(call, "invoke runs in a folder that is not known");
  const { others } = readArguments(call.words.slice(1), wordSet("-c --collection -r --search-root -f --config"));
  const path = await files.firstIn(directory, ["tasks.py", "tasks/__init__.py"]);
  const form = path === undefined ? undefined : await files.python(path);
  const name = others[0]?.text ?? "";
  if (path === undefined || form === undefined) return unknownHere(call, "there is no tasks.py where invoke runs");
  const lines = new LineIndex(form.text);
  const targets = form.body.flatMap((statement): readonly Target[] => {
    if (
      statement.kind !== "FunctionStatement" ||
      statement.function.name?.replaceAll("_", "-") !== name.replaceAll("_", "-")
    )
      return [];
    return callsIn(statement.function.body).flatMap(({ expression: { callee, args, start } }): readonly Target[] => {
      const text = textOf(args[0]?.value);
      if (callee.kind !== "Attribute" || callee.name !== "run" || text === undefined) return [];
      const line = lines.position(start).line;
      const breaks: readonly Break[] = isTrue(args, "warn")
        ? [{ kind: "ignored-by-tool", detail: "`warn=True` lets the command fail", place: placeOf(path, line) }]
        : [];
      const content = { kind: "script", pieces: [{ text, path, line }], shell: posixShell() } as const;
      return [{ hop: { path, line, text: `task ${name}` }, directory, env: {}, breaks, content }];
    });
  });
  return targets.length > 0
    ? { targets, unknowns: [] }
    : unknownHere(call, `what the task \`${name}\` runs is not written out in ${path}`);
}

function textOf(expression: Expression | undefined): string | undefined {
  return expression?.kind === "Literal" && typeof expression.value === "string" ? expression.value : undefined;
}

function isTrue(args: readonly Argument[], name: string): boolean {
  return args.some((one) => one.name === name && one.value.kind === "Literal" && one.value.value === true);
}
