import { joinPath } from "../paths.js";
import { argvOf, type CommandCall, programOf } from "./command.js";

/** What a command runs in the end. */
export interface Tool {
  /** `pytest`, `node-test`, `python`, or the program's own name. */
  readonly name: string;
  readonly args: readonly string[];
  /** The project's own file that is run, by its absolute path; undefined when none is, or its folder is unknown. */
  readonly script: string | undefined;
  /** The module of `python -m`. */
  readonly module: string | undefined;
}

export function toolOf(call: CommandCall): Tool {
  const program = programOf(call);
  const args = argvOf(call).slice(1);
  const named = (name: string, rest: readonly string[] = args): Tool => ({
    name,
    args: rest,
    script: undefined,
    module: undefined,
  });
  if (isPython(program) || (/PYTHON/i.test(program) && args[0] === "-m")) return pythonTool(args, call);
  if (/^py\.test$|^pytest-?3?$/.test(program)) return named("pytest");
  if (/^unit2(?:\.py)?$/.test(program)) return named("unittest");
  if (program === "torchrun" || program === "deepspeed" || program === "ipython") {
    const at = args.findIndex((arg) => /\.py$/.test(arg));
    if (at >= 0) return { ...named("python", args.slice(at + 1)), script: fileAt(args[at]!, call) };
  }
  if (/^(?:node|tsx|ts-node|bun|deno)$/.test(program)) return nodeTool(program, args, call);
  if (program === "hatch" && args[0] === "test") return named("pytest", args.slice(1));
  if (/\.(?:py|sh|bash|js|mjs|cjs|ts|ps1|bat|cmd|R|jl)$/.test(program)) {
    const name = program.endsWith(".py") ? "python" : program;
    return { ...named(name), script: fileAt(call.words[0]?.text ?? "", call) };
  }
  return named(program);
}

export function isPython(program: string): boolean {
  return /^(?:python|pypy|py)[\d.]*$/.test(program);
}

/** Options of the interpreter that take the next word. */
const pythonValued = new Set(["-W", "-X", "--check-hash-based-pycs"]);

function pythonTool(args: readonly string[], call: CommandCall): Tool {
  for (let index = 0; index < args.length; index++) {
    const arg = args[index]!;
    if (pythonValued.has(arg)) index++;
    else if (arg === "-m" || /^-[a-zA-Z]*m$/.test(arg)) {
      const module = args[index + 1] ?? "";
      const name =
        module === "pytest" || module === "py.test" ? "pytest" : module === "unittest" ? "unittest" : "python";
      return { name, args: args.slice(index + 2), script: undefined, module };
    } else if (arg === "-c") return { name: "python", args: args.slice(index), script: undefined, module: undefined };
    else if (!arg.startsWith("-"))
      return { name: "python", args: args.slice(index + 1), script: fileAt(arg, call), module: undefined };
  }
  return { name: "python", args, script: undefined, module: undefined };
}

function nodeTool(program: string, args: readonly string[], call: CommandCall): Tool {
  const script = args.findIndex((arg) => !arg.startsWith("-"));
  const options = args.slice(0, script < 0 ? undefined : script);
  const isTest =
    program === "bun" || program === "deno" ? args[0] === "test" : options.some((arg) => /^--test(?:$|=)/.test(arg));
  if (isTest) return { name: "node-test", args, script: undefined, module: undefined };
  const at = args.findIndex((arg) => /\.[cm]?[jt]sx?$/.test(arg));
  // Runners are called by their files too: `node node_modules/.bin/jest`, `node ./node_modules/jest/bin/jest.js`.
  const runner = /node_modules\/(?:\.bin\/)?(jest|mocha|vitest)\b/.exec(
    args.find((arg) => arg.includes("node_modules")) ?? "",
  );
  if (runner !== null) return { name: runner[1] ?? program, args: args.slice(1), script: undefined, module: undefined };
  return {
    name: program,
    args: args.slice(at + 1),
    script: at < 0 ? undefined : fileAt(args[at]!, call),
    module: undefined,
  };
}

export function fileAt(path: string, { scope }: Pick<CommandCall, "scope">): string | undefined {
  if (path.includes("$")) return undefined;
  if (path.startsWith("/")) return path;
  return scope.directory === undefined ? undefined : joinPath(scope.directory, path.replaceAll("\\", "/"));
}

/** Does it run tests, rather than list them or print a version? */
export function runsTests({ name, args, script, module }: Tool): boolean {
  if (
    args.some((arg) =>
      /^(?:--collect-only|--co|--version|-V|--help|-h|--fixtures|--markers|--setup-plan|--listTests|--list)$/.test(arg),
    )
  ) {
    return false;
  }
  if (name === "playwright" || name === "react-scripts" || name === "ng" || name === "robot")
    return name === "robot" || args[0] === "test";
  if (name === "python") {
    const file = script?.replace(/^.*\//, "");
    if (file === "setup.py") return args[0] === "test" || args[0] === "pytest";
    if (file === "manage.py") return args[0] === "test";
    return (
      module !== undefined && /^(?:nose|nose2|twisted\.trial|xdist|ward|behave|testtools\.run|doctest)$/.test(module)
    );
  }
  return testTools.has(name);
}

const testTools = new Set(
  (
    "pytest unittest unittest-parallel vitest jest mocha node-test nosetests nose2 trial stestr ward behave ava tap karma jasmine " +
    "uvu c8-test cypress nbdev_test nbdev_test_nbs"
  ).split(" "),
);
