import type { CiFacts, CiRun } from "./ci-facts.js";
import type { CodeFile, FunctionFact, GuardFact } from "./code-facts.js";
import type { TestCase } from "./file-facts.js";
import { type CallGraph, reachableFrom } from "./wire.js";

/** The tests of a project, with what they assert, what they reach, and what runs them. */
export function testCases(files: readonly CodeFile[], graph: CallGraph, ci: CiFacts): readonly TestCase[] {
  const assertions = assertionsByFunction(files);
  const isTest = new Set(files.filter(({ role }) => role === "test").map(({ path }) => path));
  const runs = ci.runs.filter((run) => run.isTests).toSorted((a, b) => strength(b) - strength(a));
  return files.flatMap((file) => {
    if (file.role !== "test") return [];
    const wholeFile = skippedFile(file);
    return collected(file).map((test): TestCase => {
      const start = `${file.path}#${test.name}`;
      const reached = [...reachableFrom([start, ...setUps(file, test.name)], graph)];
      // Only what the test itself and its helpers assert is its own; what the product asserts runs anyway.
      const own = reached.filter(
        (node) => isTest.has(node.slice(0, node.indexOf("#"))) && (node === start || !node.endsWith("#")),
      );
      const run = runs.find((one) => covers(one, file.path, test));
      return {
        ...{ path: file.path, line: test.line, name: test.name, skipped: wholeFile ?? test.skipped },
        assertions: own.flatMap((node) => assertions.get(node) ?? []),
        reaches: targetsOf(reached, isTest),
        run: run && { isGating: run.isGating, isAutomatic: run.isAutomatic, path: run.path, line: run.line },
      };
    });
  });
}

interface Collected {
  readonly name: string;
  readonly line: number;
  readonly skipped: string | undefined;
  readonly marks: readonly string[];
}

/** What a runner would take for a test. */
function collected({ path, language, functions, classes, calls }: CodeFile): readonly Collected[] {
  if (language === "typescript") {
    const named = calls.filter(({ text }) => /^(?:it|test)(?:\.\w+)*$/.test(text));
    // The functions of tests have no names and are part of the file's top level, so a file is one test.
    const [first] = named;
    if (first === undefined) return [];
    const isSkipped = named.every(({ text }) => /\.(?:skip|todo)$/.test(text));
    return [{ name: "", line: first.line, skipped: isSkipped ? "all its tests are skipped" : undefined, marks: [] }];
  }
  if (!/(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/.test(path)) return [];
  const caseClasses = new Set(
    classes
      .filter(({ name, bases }) => name.startsWith("Test") || bases.some((base) => base.endsWith("TestCase")))
      .map(({ name }) => name),
  );
  return functions.flatMap((form): readonly Collected[] => {
    const { name, line, decorators } = form;
    const at = name.lastIndexOf(".");
    const isInClass = at >= 0 && caseClasses.has(name.slice(0, at));
    if (!name.slice(at + 1).startsWith("test") || (at >= 0 && !isInClass)) return [];
    if (decorators.some((one) => one.path === "pytest.fixture")) return [];
    const owner = isInClass ? classes.find((one) => one.name === name.slice(0, at)) : undefined;
    const all = [...decorators, ...(owner?.decorators ?? [])];
    return [
      {
        name,
        line,
        skipped: skipOf(all),
        marks: all.flatMap((one) => /^pytest\.mark\.(\w+)$/.exec(one.path ?? "")?.[1] ?? []),
      },
    ];
  });
}

function skipOf(decorators: FunctionFact["decorators"]): string | undefined {
  for (const { path, positional, named, text } of decorators) {
    if (path !== undefined && never.has(path)) return `\`@${text}\` stands above it`;
    const condition = path !== undefined && sometimes.has(path) ? (positional[0] ?? named.condition) : undefined;
    // Without a condition, a test that is expected to fail may fail for ever.
    if (path === "pytest.mark.xfail" && condition === undefined) return `\`@${text}\` stands above it`;
    const always = path === "unittest.skipUnless" ? false : true;
    if (condition?.kind === "literal" && Boolean(condition.value) === always) return `\`@${text}\` always holds`;
  }
  return undefined;
}

const never: ReadonlySet<string> = new Set(["pytest.mark.skip", "unittest.skip", "unittest.expectedFailure"]);
const sometimes: ReadonlySet<string> = new Set([
  ...["pytest.mark.skipif", "pytest.mark.xfail", "unittest.skipIf", "unittest.skipUnless"],
]);

/** `pytestmark = pytest.mark.skip` skips a whole file, alone or in a list. */
function skippedFile({ assigns }: CodeFile): string | undefined {
  const marked = assigns.find(({ target, within }) => target === "pytestmark" && within === "")?.value;
  const values = marked?.kind === "list" ? marked.items : [marked];
  const skips = values.some((value) => {
    return (value?.kind === "symbol" || value?.kind === "call") && value.path === "pytest.mark.skip";
  });
  return skips ? "its file is marked to be skipped" : undefined;
}

/** What runs before each test of a class. */
function setUps({ path, functions }: CodeFile, test: string): readonly string[] {
  const owner = test.slice(0, test.lastIndexOf(".") + 1);
  if (owner === "") return [];
  const names = ["setUp", "setUpClass", "setup_method", "setup_class"].map((name) => owner + name);
  return functions.filter(({ name }) => names.includes(name)).map(({ name }) => `${path}#${name}`);
}

type Assertion = TestCase["assertions"][number];

function assertionsByFunction(files: readonly CodeFile[]): ReadonlyMap<string, readonly Assertion[]> {
  const found = new Map<string, Assertion[]>();
  const add = (node: string, assertion: Assertion): void => {
    const known = found.get(node);
    if (known === undefined) found.set(node, [assertion]);
    else known.push(assertion);
  };
  for (const { path, role, guards, calls } of files) {
    if (role !== "test") continue;
    for (const guard of guards) if (canFail(guard)) add(`${path}#${guard.within}`, asserted(guard));
    for (const { path: called, within, line, text } of calls) {
      if (called === undefined || !raising.test(called)) continue;
      add(`${path}#${within}`, { line, text, mentions: [text] });
    }
  }
  return found;
}

const raising =
  /^(?:pytest\.(?:raises|warns|fail)|(?:numpy|torch|pandas|jax|polars|chex)(?:\.\w+)*\.assert_\w+|sklearn\.utils\.estimator_checks\.\w+)$/;

function canFail({ effect, isConstant }: GuardFact): boolean {
  return effect === "assert" && !isConstant;
}

function asserted({ line, text, mentions }: GuardFact): Assertion {
  return { line, text, mentions };
}

/** Files and functions of the product: `src/features.py`, `src/features.py#scale`. */
function targetsOf(reached: readonly string[], isTest: ReadonlySet<string>): readonly string[] {
  const found = new Set<string>();
  for (const node of reached) {
    const at = node.indexOf("#");
    const path = at < 0 ? node : node.slice(0, at);
    if (isTest.has(path)) continue;
    found.add(path);
    if (at >= 0 && at < node.length - 1) found.add(node);
  }
  return [...found];
}

function strength({ isAutomatic, isGating }: CiRun): number {
  return (isAutomatic ? 2 : 0) + (isGating ? 1 : 0);
}

/** Does a run of tests come to this one? Folders, files, `--ignore`, names and marks say so. */
function covers({ args, tool, directory }: CiRun, path: string, { name: test, marks }: Collected): boolean {
  const inFolder =
    directory === undefined || directory === ""
      ? path
      : path.startsWith(`${directory}/`)
        ? path.slice(directory.length + 1)
        : undefined;
  if (inFolder === undefined) return false;
  if (/\.py$/.test(path) !== pythonRunners.has(tool)) return false;
  const wanted = args.filter((arg, index) => isPathLike(arg) && !/^-[-\w]+$/.test(args[index - 1] ?? ""));
  const isIn = (folder: string): boolean => {
    const name = folder.replace(/^\.\//, "").replace(/::.*$/, "").replace(/\/$/, "");
    return name === "" || name === "." || inFolder === name || inFolder.startsWith(`${name}/`);
  };
  if (args.some((arg) => arg.startsWith("--ignore=") && isIn(arg.slice("--ignore=".length)))) return false;
  if (wanted.length > 0 && !wanted.some(isIn)) return false;
  const after = (option: string): string | undefined => {
    const at = args.indexOf(option);
    return at < 0 ? undefined : args[at + 1];
  };
  // Names match as parts of the file's and of the test's own, whatever their case.
  const names = `${inFolder}/${test}`.toLowerCase();
  return (
    selects(after("-k"), (word) => names.includes(word.toLowerCase())) &&
    selects(after("-m"), (word) => marks.includes(word))
  );
}

/** Does `a and not b or c` hold? One with brackets, or that is no such expression, leaves nothing out. */
function selects(expression: string | undefined, has: (word: string) => boolean): boolean {
  if (expression === undefined || !/^\s*(?:not\s+)?\w+(?:\s+(?:and|or)\s+(?:not\s+)?\w+)*\s*$/.test(expression))
    return true;
  return expression.split(/\s+or\s+/).some((choice) =>
    choice.split(/\s+and\s+/).every((part) => {
      const [, not, word = ""] = /^\s*(not\s+)?(\w+)\s*$/.exec(part) ?? [];
      return has(word) === (not === undefined);
    }),
  );
}

const pythonRunners: ReadonlySet<string> = new Set(["pytest", "unittest", "nose", "nose2"]);

function isPathLike(arg: string): boolean {
  return !arg.startsWith("-") && (/[/]|\.py$|::/.test(arg) || /^[\w-]*tests?$/.test(arg) || arg === ".");
}
