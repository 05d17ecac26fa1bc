import { joinPath } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import { type CommandCall, hasOption, option, programOf, readArguments, wordSet } from "../command.js";
import { unknownValue } from "../expressions.js";
import { type Followed, type Target, unknownHere } from "../follow.js";
import { type Break, placeOf, type Unknown } from "../model.js";
import { checkedLines } from "../shells.js";
import { isPython } from "../tool.js";
import { expandNames, readToxConfig, type ToxEnvironment } from "./tox-config.js";

const valued = wordSet("-e -c --conf --workdir -f -m --root -x --override --result-json --installpkg -n -o --skip-env");

/** `tox -e py311,lint`: the commands of the environments. */
export async function followTox(call: CommandCall, files: CiFiles): Promise<Followed | undefined> {
  const words = toxWords(call);
  if (words === undefined) return undefined;
  const { directory } = call.scope;
  if (directory === undefined) return unknownHere(call, "tox runs in a folder that is not known");
  const rest = ["run", "r", "run-parallel", "p"].includes(words[0]?.text ?? "") ? words.slice(1) : words;
  const end = rest.findIndex(({ text }) => text === "--");
  const args = readArguments(end < 0 ? rest : rest.slice(0, end), valued);
  if (
    hasOption(args, "--notest", "-l", "-a", "--listenvs", "--version", "--showconfig") ||
    /^(?:list|config|l|c)$/.test(rest[0]?.text ?? "")
  ) {
    return { targets: [], unknowns: [] };
  }
  const posargs =
    end < 0
      ? undefined
      : rest
          .slice(end + 1)
          .map(({ text }) => text)
          .join(" ");
  const config = await readToxConfig(directory, option(args, "-c", "--conf"), files);
  if (config === undefined) return unknownHere(call, "there is no configuration of tox where it runs");
  const given = args.options.get("-e")?.join(",") ?? call.scope.vars.get("TOXENV");
  const isUnknown = given?.includes("$") === true || (given === undefined && call.scope.vars.has("TOXENV"));
  const factors = option(args, "-f")?.split("-");
  const names = given === undefined || given === "ALL" ? config.defaults : expandNames(given);
  const wanted =
    factors === undefined
      ? names
      : config.defaults.filter((name) => factors.every((one) => name.split("-").includes(one)));
  const targets: Target[] = [];
  const unknowns: Unknown[] = [];
  const seen = new Set<string>();
  for (const name of isUnknown ? [] : wanted) {
    const environment = config.environment(name);
    if (environment === undefined)
      unknowns.push({ place: call.place, detail: `${config.path} has no environment \`${name}\`` });
    else {
      for (const target of targetsOf(environment, name, config.path, directory, posargs)) {
        // Environments of one section differ in their Python only.
        const key = JSON.stringify([target.content, target.breaks, target.directory]);
        if (!seen.has(key)) targets.push(target);
        seen.add(key);
      }
    }
  }
  if (isUnknown)
    unknowns.push({
      place: call.place,
      detail: `which environments of tox \`${given ?? "$TOXENV"}\` are, only the run knows`,
    });
  return { targets, unknowns };
}

function toxWords(call: CommandCall): CommandCall["words"] | undefined {
  if (programOf(call) === "tox") return call.words.slice(1);
  const isModule = isPython(programOf(call)) && call.words[1]?.text === "-m" && call.words[2]?.text === "tox";
  return isModule ? call.words.slice(3) : undefined;
}

function targetsOf(
  environment: ToxEnvironment,
  name: string,
  path: string,
  folder: string,
  posargs: string | undefined,
): readonly Target[] {
  const { commands, ignoresOutcome, line, directory } = environment;
  const outcome: readonly Break[] = ignoresOutcome
    ? [{ kind: "ignored-by-tool", detail: "`ignore_outcome` lets the environment fail", place: placeOf(path, line) }]
    : [];
  const at = directory === undefined ? folder : joinPath(folder, filled(directory, name, posargs));
  return commands.map((command): Target => {
    const isIgnored = /^-\s*(?=\S)/.test(command.text);
    const ignored: readonly Break[] = isIgnored
      ? [
          {
            kind: "ignored-by-tool",
            detail: "tox ignores a command that begins with `-`",
            place: placeOf(path, command.line),
          },
        ]
      : [];
    const text = filled(command.text.replace(/^[-!]\s*/, ""), name, posargs);
    return {
      hop: { path, line: command.line, text: `[testenv:${name}]` },
      content: { kind: "script", pieces: [{ text, path, line: command.line }], shell: checkedLines },
      directory: at,
      env: {},
      breaks: [...outcome, ...ignored],
    };
  });
}

/** No brace may stand in what is put in, for braces are looked for again. */
const unknownMark = "\u0001";

/** tox's own substitutions, from the inside out. */
function filled(text: string, name: string, posargs: string | undefined): string {
  let before = "";
  let now = text;
  for (let round = 0; before !== now && round < 6; round++) {
    before = now;
    now = now.replace(/\{([^{}]*)\}/g, (_whole, inner: string) => {
      const [key = "", ...rest] = inner.split(":");
      if (key === "posargs") return posargs ?? rest.join(":");
      if (key === "toxinidir" || key === "tox_root") return ".";
      if (key === "envpython" || key === "env_python") return "python";
      if (key === "envname" || key === "env_name") return name;
      if (key === "env") return rest.length > 1 ? rest.slice(1).join(":") : unknownMark;
      return key === "/" || key === "" ? "/" : unknownMark;
    });
  }
  // `./tests` is `tests`: what tox calls its root is where the commands run.
  return now.replaceAll(unknownMark, unknownValue).replace(/(^|\s)\.\/(?=[\w])/g, "$1");
}
