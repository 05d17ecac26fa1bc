import type { Argument, Expression } from "../../../syntax/expressions.js";
import type { FunctionForm, Statement } from "../../../syntax/form.js";
import { plainWord } from "../command.js";
import type { ShellWord } from "../shell/words.js";

/** A function of `noxfile.py` that nox runs by its name. */
export interface Session {
  readonly name: string;
  readonly function: FunctionForm;
  readonly tags: readonly string[];
  /** The sessions that run before it. */
  readonly requires: readonly string[];
  readonly isDefault: boolean;
}

/** The functions at the top of a file, by name. */
export function functionsOf(body: readonly Statement[]): ReadonlyMap<string, FunctionForm> {
  return new Map(
    body.flatMap((one) =>
      one.kind === "FunctionStatement" && one.function.name !== undefined
        ? [[one.function.name, one.function] as const]
        : [],
    ),
  );
}

export function sessionOf(form: FunctionForm): readonly Session[] {
  for (const decorator of form.decorators) {
    const args = decorator.kind === "Call" ? decorator.args : [];
    const target = decorator.kind === "Call" ? decorator.callee : decorator;
    const name = target.kind === "Attribute" ? target.name : target.kind === "Name" ? target.id : "";
    if (name !== "session" && name !== "nox_session") continue;
    const keyword = (key: string): Expression | undefined => args.find((one) => one.name === key)?.value;
    const isDefault = keyword("default");
    return [
      {
        name: textOf(keyword("name")) ?? form.name ?? "",
        function: form,
        tags: textsOf(keyword("tags")),
        requires: textsOf(keyword("requires")),
        isDefault: !(isDefault?.kind === "Literal" && isDefault.value === false),
      },
    ];
  }
  return [];
}

/** `tests-3.12` and `tests(django='5')` are runs of `tests`. */
export function sessionNamed(sessions: readonly Session[], name: string): Session | undefined {
  const plain = name.replace(/\(.*$/, "").replace(/-(?:pypy|python)?-?\d[\d.]*$/, "");
  return sessions.find((one) => one.name === name || one.name === plain);
}

function textsOf(expression: Expression | undefined): readonly string[] {
  return expression?.kind === "Sequence" ? expression.items.flatMap((item) => textOf(item) ?? []) : [];
}

/** The words of `session.run("pytest", path, *session.posargs)`, with what stands behind `--`. */
export function wordsOf(args: readonly Argument[], posargs: readonly ShellWord[] = []): readonly ShellWord[] {
  return args.flatMap(({ name, spread, value }): readonly ShellWord[] => {
    if (name !== undefined || spread === "mapping") return [];
    if (spread === "sequence") {
      if (value.kind === "Attribute" && value.name === "posargs") return posargs;
      return value.kind === "Sequence" ? value.items.map(wordOf) : [];
    }
    return [wordOf(value)];
  });
}

function wordOf(value: Expression): ShellWord {
  const text = textOf(value);
  if (text !== undefined) return plainWord(text);
  if (value.kind === "Template") return { text: value.texts.join("$"), isKnown: false };
  return { text: "$argument", isKnown: false };
}

export function textOf(expression: Expression | undefined): string | undefined {
  return expression?.kind === "Literal" && typeof expression.value === "string" ? expression.value : undefined;
}
