import { joinPath } from "../paths.js";
import { type CommandCall, hasOption, option, programOf, readArguments, wordSet } from "./command.js";
import { commandInContainer } from "./container.js";
import type { Piece, Shell } from "./model.js";
import { posixShell } from "./shell/options.js";
import { withArguments } from "./shell/scope.js";
import type { ShellWord } from "./shell/words.js";

/** What a command that only starts another one starts: the other command, or a script given as text. */
export type Unwrapped =
  | { readonly kind: "call"; readonly call: CommandCall }
  | { readonly kind: "script"; readonly piece: Piece; readonly shell: Shell; readonly call: CommandCall };

/** Takes away one wrapper (`sudo`, `poetry run`, `bash -c "..."`); undefined where the command is none. */
export function unwrap(call: CommandCall): Unwrapped | undefined {
  const program = programOf(call);
  const rest = call.words.slice(1);
  const asScript = (text: string, shell: Shell, args?: readonly string[]): Unwrapped => ({
    kind: "script",
    piece: { text, path: call.place.path, line: call.place.line },
    shell,
    call: args === undefined ? call : { ...call, scope: withArguments(call.scope, args) },
  });
  if (isShell(program)) {
    const at = rest.findIndex(({ text }) => /^-[a-z]*c$/.test(text));
    const script = rest[at + 1];
    if (
      at >= 0 &&
      script !== undefined &&
      !rest.slice(0, at).some(({ text }) => !/^[-+]|^(?:errexit|pipefail|nounset|xtrace)$/.test(text))
    ) {
      const flags = rest.slice(0, at + 1).map(({ text }) => text);
      return asScript(script.text, posixShell(flags));
    }
    const isOptionsOnly = rest.every(({ text }) => /^[-+]/.test(text) || text === "errexit" || text === "pipefail");
    if (isOptionsOnly && call.input !== undefined) {
      const shell = posixShell(rest.map(({ text }) => text));
      return { kind: "script", piece: call.input, shell, call };
    }
    return undefined;
  }
  if (program === "eval") return asScript(rest.map(({ text }) => text).join(" "), posixShell());
  const inner = started(program, rest, call);
  return inner === undefined ? undefined : { kind: "call", call: { ...call, ...inner } };
}

export function isShell(program: string): boolean {
  return /^(?:ba|da|z|k|a)?sh$/.test(program);
}

type Inner = Partial<CommandCall> & { readonly words: readonly ShellWord[] };

function started(program: string, rest: readonly ShellWord[], call: CommandCall): Inner | undefined {
  // `command -v pytest` asks where it is.
  if (program === "command" && /^-[vV]/.test(rest[0]?.text ?? "")) return undefined;
  const valued = starters[program];
  if (valued !== undefined) return afterOptions(rest, valued);
  if (program === "env") return afterEnv(rest, call);
  if (program === "timeout" || program === "gtimeout" || program === "retry") {
    const read = readArguments(rest, wordSet("-k -s --kill-after --signal -n -t --times --delay -d --tries"), {
      stopsAtFirst: true,
    });
    const isDuration = /^\d/.test(read.others[0]?.text ?? "");
    return given(read.others.slice(isDuration ? 1 : 0));
  }
  if (/^(?:python|pypy|py)[\d.]*$/.test(program) && rest[0]?.text === "-m") return given(ofModule(rest.slice(1)));
  const runner = runners[program];
  if (runner !== undefined) return afterRun(rest, runner, call);
  if (program === "docker" || program === "podman" || program === "nerdctl") return commandInContainer(rest, call);
  return undefined;
}

/** Programs that start what stands behind them and their options. */
const starters: Readonly<Record<string, ReadonlySet<string>>> = {
  sudo: wordSet("-u -g -h -p --user --group"),
  time: wordSet("-o -f"),
  nice: wordSet("-n"),
  ionice: wordSet("-c -n"),
  nohup: wordSet(""),
  exec: wordSet("-a"),
  command: wordSet(""),
  stdbuf: wordSet("-i -o -e"),
  setsid: wordSet(""),
  unbuffer: wordSet(""),
  "xvfb-run": wordSet("-s -n -e -f -p --server-args --server-num"),
  "dbus-run-session": wordSet("--config-file"),
  "with-contenv": wordSet(""),
  catchsegv: wordSet(""),
  xargs: wordSet("-n -P -I -L -d --max-args --max-procs"),
  srun: wordSet("-n -N -c -p -t -A -J --gres --partition --time --ntasks --nodes"),
  mpirun: wordSet("-n -np -H -x -mca --hostfile --map-by --oversubscribe"),
  mpiexec: wordSet("-n -np"),
  npx: wordSet("-p --package -c"),
  bunx: wordSet(""),
  uvx: wordSet("--with --from --python -p"),
  "cross-env": wordSet(""),
  dotenv: wordSet("-f -e --file"),
  winpty: wordSet(""),
  arch: wordSet(""),
  travis_retry: wordSet(""),
  travis_wait: wordSet(""),
  "git-retry": wordSet(""),
};

function given(words: readonly ShellWord[]): Inner | undefined {
  return words.length === 0 ? undefined : { words };
}

function afterOptions(rest: readonly ShellWord[], valued: ReadonlySet<string>): Inner | undefined {
  let { others } = readArguments(rest, valued, { stopsAtFirst: true });
  while (/^[A-Za-z_]\w*=/.test(others[0]?.text ?? "")) others = others.slice(1);
  // `travis_wait 30 pytest`, `mpirun -n 2 -- pytest`.
  if (/^(?:\d+|--)$/.test(others[0]?.text ?? "")) others = others.slice(1);
  return given(others);
}

/** Modules that are programs of the same name. */
const programs = wordSet("coverage poetry pipenv pdm hatch uv poethepoet invoke pipx");

function ofModule([module, ...rest]: readonly ShellWord[]): readonly ShellWord[] {
  if (module === undefined || !programs.has(module.text)) return [];
  const name = module.text === "poethepoet" ? "poe" : module.text;
  return [{ text: name, isKnown: true }, ...rest];
}

function afterEnv(rest: readonly ShellWord[], call: CommandCall): Inner | undefined {
  const { others } = readArguments(rest, wordSet("-u --unset -C --chdir"), { stopsAtFirst: true });
  const vars = new Map(call.scope.vars);
  const command = others.findIndex(({ text }) => !/^[A-Za-z_]\w*=/.test(text));
  if (command < 0) return undefined;
  for (const { text, isKnown } of others.slice(0, command)) {
    const equals = text.indexOf("=");
    vars.set(text.slice(0, equals), isKnown ? text.slice(equals + 1) : undefined);
  }
  return { words: others.slice(command), scope: { ...call.scope, vars } };
}

/** Environment managers whose `run` starts a command, with the options that take a value. */
const runners: Readonly<Record<string, { readonly verbs: RegExp; readonly valued: ReadonlySet<string> }>> = {
  poetry: { verbs: /^run$/, valued: wordSet("-C -P --directory --project") },
  pipenv: { verbs: /^run$/, valued: wordSet("--python") },
  pdm: { verbs: /^run$/, valued: wordSet("-p --project -s") },
  uv: {
    verbs: /^run$/,
    valued: wordSet(
      "--with --with-requirements --with-editable --extra --group --only-group --no-group --python -p --project --directory " +
        "--package --env-file --index --index-url --extra-index-url --no-extra --resolution --refresh-package --prerelease --find-links",
    ),
  },
  rye: { verbs: /^run$/, valued: wordSet("--pyproject") },
  pixi: { verbs: /^run$/, valued: wordSet("-e --environment --manifest-path") },
  hatch: { verbs: /^run$/, valued: wordSet("-e --env") },
  conda: { verbs: /^run$/, valued: wordSet("-n --name -p --prefix --cwd") },
  mamba: { verbs: /^run$/, valued: wordSet("-n --name -p --prefix --cwd") },
  micromamba: { verbs: /^run$/, valued: wordSet("-n --name -p --prefix --cwd") },
  "conda-lock": { verbs: /^run$/, valued: wordSet("") },
  pipx: { verbs: /^run$/, valued: wordSet("--spec --python --pip-args") },
  yarn: { verbs: /^(?:dlx|exec)$/, valued: wordSet("-p") },
  pnpm: { verbs: /^(?:dlx|exec)$/, valued: wordSet("--filter -F -C --dir") },
  npm: { verbs: /^(?:exec|x)$/, valued: wordSet("-w --workspace --package") },
  bundle: { verbs: /^exec$/, valued: wordSet("") },
  coverage: {
    verbs: /^run$/,
    valued: wordSet("--source --omit --include --rcfile --data-file --context --concurrency"),
  },
  kernprof: { verbs: /^run$/, valued: wordSet("") },
  accelerate: {
    verbs: /^launch$/,
    valued: wordSet(
      "--config_file --num_processes --num_machines --mixed_precision --main_process_port --machine_rank --gpu_ids --dynamo_backend",
    ),
  },
  doppler: { verbs: /^run$/, valued: wordSet("-p -c") },
  direnv: { verbs: /^exec$/, valued: wordSet("") },
  mise: { verbs: /^(?:exec|x)$/, valued: wordSet("") },
  nix: { verbs: /^(?:develop|shell)$/, valued: wordSet("") },
};

function afterRun(
  rest: readonly ShellWord[],
  { verbs, valued }: { readonly verbs: RegExp; readonly valued: ReadonlySet<string> },
  call: CommandCall,
): Inner | undefined {
  const outer = readArguments(rest, valued, { stopsAtFirst: true });
  if (!verbs.test(outer.others[0]?.text ?? "")) return undefined;
  const inner = readArguments(outer.others.slice(1), valued, { stopsAtFirst: true });
  const folder = option(outer, "-C", "--directory", "--project") ?? option(inner, "--directory", "--project", "--cwd");
  const directory =
    folder === undefined || call.scope.directory === undefined
      ? call.scope.directory
      : joinPath(call.scope.directory, folder);
  const scope = { ...call.scope, directory };
  const others = inner.others;
  // `nix develop -c pytest`; `coverage run -m pytest`, `uv run -m pytest`, `coverage run script.py` are Python's.
  if (hasOption(inner, "-c", "--command") && programOf(call) === "nix") {
    const at = outer.others.findIndex(({ text }) => text === "-c" || text === "--command");
    return given(outer.others.slice(at + 1));
  }
  const words = outer.others.slice(1);
  const program = programOf(call);
  const module = words.findIndex(({ text }) => text === "-m");
  const firstOther = words.length - others.length;
  if ((program === "coverage" || program === "uv" || program === "accelerate") && module >= 0 && module < firstOther) {
    return { words: [python, ...words.slice(module)], scope };
  }
  if (others.length === 0) return undefined;
  const isScript = /\.py$/.test(others[0]!.text);
  return { words: isScript ? [python, ...others] : others, scope };
}

const python: ShellWord = { text: "python", isKnown: true };
