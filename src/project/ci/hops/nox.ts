import type { Argument, Expression } from "../../../syntax/expressions.js";
import type { FunctionForm, Statement } from "../../../syntax/form.js";
import { LineIndex } from "../../../syntax/line-index.js";
import { joinPath, parentOf } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import { type CommandCall, option, programOf, readArguments, wordSet } from "../command.js";
import { type Followed, type Target, unknownHere } from "../follow.js";
import { type Break, placeOf, type Unknown } from "../model.js";
import type { ShellWord } from "../shell/words.js";
import { isPython } from "../tool.js";
import { callsIn } from "./python-calls.js";

interface Session {
  readonly name: string;
  readonly function: FunctionForm;
  readonly tags: readonly string[];
  readonly isDefault: boolean;
}

const valued = wordSet(
  "-s --session --sessions -e -t --tags -k --keywords -p --python --pythons -f --noxfile -db --default-venv-backend --envdir",
);

/** `nox -s tests`: what the sessions of `noxfile.py` run, those that they notify and the helpers that they call. */
export async function followNox(call: CommandCall, files: CiFiles): Promise<Followed | undefined> {
  const isModule = isPython(programOf(call)) && call.words[1]?.text === "-m" && call.words[2]?.text === "nox";
  if (programOf(call) !== "nox" && !isModule) return undefined;
  const { directory } = call.scope;
  if (directory === undefined) return unknownHere(call, "nox runs in a folder that is not known");
  const words = call.words.slice(isModule ? 3 : 1);
  const args = readArguments(words, valued);
  const path = joinPath(directory, option(args, "-f", "--noxfile") ?? "noxfile.py");
  const form = await files.python(path);
  if (form === undefined) return unknownHere(call, "there is no noxfile.py where nox runs");
  if (args.options.has("-l") || args.options.has("--list")) return { targets: [], unknowns: [] };

  const lines = new LineIndex(form.text);
  const functions = new Map(
    form.body.flatMap((one) =>
      one.kind === "FunctionStatement" && one.function.name !== undefined
        ? [[one.function.name, one.function] as const]
        : [],
    ),
  );
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
      const content = { kind: "call", words: wordsOf(expression.args), place } as const;
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
          const plain = name.replace(/\(.*$/, "").replace(/-(?:pypy|python)?-?\d[\d.]*$/, "");
          const found = sessions.find((one) => one.name === name || one.name === plain);
          if (found === undefined)
            unknowns.push({ place: call.place, detail: `${path} has no session \`${name}\` that is known` });
          return found ?? [];
        });
  for (const session of chosen) run(session.function, session.name, []);
  return { targets, unknowns };
}

function sessionOf(form: FunctionForm): readonly Session[] {
  for (const decorator of form.decorators) {
    const args = decorator.kind === "Call" ? decorator.args : [];
    const target = decorator.kind === "Call" ? decorator.callee : decorator;
    const name = target.kind === "Attribute" ? target.name : target.kind === "Name" ? target.id : "";
    if (name !== "session" && name !== "nox_session") continue;
    const keyword = (key: string): Expression | undefined => args.find((one) => one.name === key)?.value;
    const tags = keyword("tags");
    const isDefault = keyword("default");
    return [
      {
        name: textOf(keyword("name")) ?? form.name ?? "",
        function: form,
        tags: tags?.kind === "Sequence" ? tags.items.flatMap((item) => textOf(item) ?? []) : [],
        isDefault: !(isDefault?.kind === "Literal" && isDefault.value === false),
      },
    ];
  }
  return [];
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

function textOf(expression: Expression | undefined): string | undefined {
  return expression?.kind === "Literal" && typeof expression.value === "string" ? expression.value : undefined;
}

/** The words of `session.run("pytest", path, *session.posargs)`; what was not given adds none. */
function wordsOf(args: readonly Argument[]): readonly ShellWord[] {
  return args.flatMap(({ name, spread, value }): readonly ShellWord[] => {
    if (name !== undefined || spread === "mapping") return [];
    if (spread === "sequence") return value.kind === "Sequence" ? value.items.map(wordOf) : [];
    return [wordOf(value)];
  });
}

function wordOf(value: Expression): ShellWord {
  const text = textOf(value);
  if (text !== undefined) return { text, isKnown: true };
  if (value.kind === "Template") return { text: value.texts.join("$"), isKnown: false };
  return { text: "$argument", isKnown: false };
}
