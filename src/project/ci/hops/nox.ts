import type { Argument } from "../../../syntax/expressions.js";
import type { FunctionForm, Statement } from "../../../syntax/form.js";
import { LineIndex } from "../../../syntax/line-index.js";
import { joinPath, parentOf } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import { type CommandCall, option, programOf, readArguments, wordSet } from "../command.js";
import { type Followed, type Target, unknownHere } from "../follow.js";
import { type Break, placeOf, type Unknown } from "../model.js";
import { isPython } from "../tool.js";
import { functionsOf, type Session, sessionNamed, sessionOf, textOf, wordsOf } from "./nox-sessions.js";
import { callsIn } from "./python-calls.js";

const valued = wordSet(
  "-s --session --sessions -e -t --tags -k --keywords -p --python --pythons -f --noxfile -db --default-venv-backend --envdir",
);

/** `nox -s tests`: what the sessions of `noxfile.py` run, those that they notify and the helpers that they call. */
export async function followNox(call: CommandCall, files: CiFiles): Promise<Followed | undefined> {
  const isModule = isPython(programOf(call)) && call.words[1]?.text === "-m" && call.words[2]?.text === "nox";
  if (programOf(call) !== "nox" && !isModule) return undefined;
  const { directory } = call.scope;
  if (directory === undefined) return unknownHere(call, "nox runs in a folder that is not known");
  const all = call.words.slice(isModule ? 3 : 1);
  const end = all.findIndex(({ text }) => text === "--");
  const posargs = end < 0 ? [] : all.slice(end + 1);
  const args = readArguments(end < 0 ? all : all.slice(0, end), valued);
  const path = joinPath(directory, option(args, "-f", "--noxfile") ?? "noxfile.py");
  const form = await files.python(path);
  if (form === undefined) return unknownHere(call, "there is no noxfile.py where nox runs");
  if (args.options.has("-l") || args.options.has("--list")) return { targets: [], unknowns: [] };

  const lines = new LineIndex(form.text);
  const functions = functionsOf(form.body);
  const sessions = [...functions.values()].flatMap(sessionOf);
  const named = ["-s", "--session", "--sessions", "-e"].flatMap((name) => args.options.get(name) ?? []);
  // `nox -s tests lint` names two.
  const listed = named.length > 0 ? [...named, ...args.others.map(({ text }) => text)] : [];
  const environment = call.scope.vars.get("NOXSESSION");
  const wanted = listed.length > 0 ? listed : environment?.split(",");
  const tags = ["-t", "--tags"].flatMap((name) => args.options.get(name) ?? []);
  const unknowns: Unknown[] = [];
  const targets: Target[] = [];
  const entered = new Set<FunctionForm>();

  const run = (session: FunctionForm, title: string, breaks: readonly Break[]): void => {
    if (entered.has(session) || entered.size > 200) return;
    entered.add(session);
    for (const { expression, isHandled } of callsIn(session.body)) {
      const { callee } = expression;
      const at = lines.position(expression.start).line;
      if (callee.kind === "Name") {
        const helper = functions.get(callee.id);
        if (helper !== undefined) run(helper, title, breaks);
        continue;
      }
      if (callee.kind !== "Attribute" || callee.object.kind !== "Name") continue;
      if (callee.name === "notify") {
        const target = sessions.find(({ name }) => name === textOf(expression.args[0]?.value));
        if (target !== undefined) run(target.function, target.name, breaks);
      }
      if (callee.name !== "run" && callee.name !== "run_always" && callee.name !== "run_install") continue;
      const place = placeOf(path, at, lines.position(expression.end).line);
      const own: readonly Break[] =
        isLetFail(expression.args) || isHandled
          ? [{ kind: "ignored-by-tool", detail: "the session goes on when the command fails", place }]
          : [];
      const content = { kind: "call", words: wordsOf(expression.args, posargs), place } as const;
      targets.push({
        hop: { path, line: at, text: `session ${title}` },
        directory: parentOf(path),
        env: {},
        breaks: [...breaks, ...own],
        content,
      });
    }
  };

  const preset = defaultSessions(form.body);
  const chosen =
    wanted === undefined
      ? sessions.filter((one) =>
          tags.length > 0 ? tags.some((tag) => one.tags.includes(tag)) : (preset?.includes(one.name) ?? one.isDefault),
        )
      : wanted.flatMap((name) => {
          const found = sessionNamed(sessions, name);
          if (found === undefined)
            unknowns.push({ place: call.place, detail: `${path} has no session \`${name}\` that is known` });
          return found ?? [];
        });
  const begun = new Set<string>();
  const runWithRequired = ({ name, function: form, requires }: Session): void => {
    if (begun.has(name)) return;
    begun.add(name);
    for (const required of requires.flatMap((one) => sessionNamed(sessions, one) ?? [])) runWithRequired(required);
    run(form, name, []);
  };
  for (const session of chosen) runWithRequired(session);
  return { targets, unknowns };
}

/** `nox.options.sessions = ["tests"]`. */
function defaultSessions(body: readonly Statement[]): readonly string[] | undefined {
  for (const statement of body) {
    if (statement.kind !== "Assign" || statement.value?.kind !== "Sequence") continue;
    const [target] = statement.targets;
    const isOptions =
      target?.kind === "Attribute" &&
      target.name === "sessions" &&
      target.object.kind === "Attribute" &&
      target.object.name === "options";
    if (isOptions) return statement.value.items.flatMap((item) => textOf(item) ?? []);
  }
  return undefined;
}

function isLetFail(args: readonly Argument[]): boolean {
  const codes = args.find(({ name }) => name === "success_codes")?.value;
  return (
    codes?.kind === "Sequence" &&
    codes.items.some((item) => item.kind === "Literal" && typeof item.value === "number" && item.value > 0)
  );
}
