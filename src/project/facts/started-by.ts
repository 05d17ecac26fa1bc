export interface Circumstances {
  /** Where the command runs, from the root; undefined for the root, or where it is not known. */
  readonly directory: string | undefined;
  /** Of `python -m`, where it is known already. */
  readonly module: string | undefined;
  readonly isFile: ReadonlySet<string>;
}

/** The project's files, or functions of them, that a command of a container or a job starts. */
export function startedBy(command: string, { directory, module, isFile }: Circumstances): readonly string[] {
  const found = new Set<string>();
  const folders = [directory ?? "", "", "src", ...(directory === undefined ? [] : [`${directory}/src`])];
  const add = (name: string, symbol?: string): boolean => {
    for (const folder of folders) {
      const file = plain(folder === "" ? name : `${folder}/${name}`);
      if (isFile.has(file)) {
        found.add(symbol === undefined || symbol === "app" ? file : `${file}#${symbol}`);
        return true;
      }
    }
    // An image has its own folders: `/app/serve.py` is the project's `serve.py`, or that of one folder of it.
    const namesakes = [...isFile].filter((file) => file.endsWith(`/${nameOf(name)}`) || file === nameOf(name));
    const [only] = namesakes;
    if (only !== undefined && namesakes.length === 1 && name.includes(".")) found.add(only);
    return only !== undefined && namesakes.length === 1;
  };
  const addModule = (name: string, symbol?: string): void => {
    if (tools.has(name)) return;
    const base = name.replaceAll(".", "/");
    for (const candidate of [`${base}.py`, `${base}/__main__.py`, `${base}/__init__.py`]) {
      const exists = folders.some((folder) => isFile.has(folder === "" ? candidate : `${folder}/${candidate}`));
      if (exists && add(candidate, symbol)) return;
    }
    const [only, second] = [...isFile].filter((file) => file.endsWith(`/${base}.py`));
    if (only !== undefined && second === undefined) found.add(symbol === undefined ? only : `${only}#${symbol}`);
  };
  if (module !== undefined) addModule(module);
  const words = command.split(/[\s"'=]+/);
  for (const [index, word] of words.entries()) {
    if (/\.(?:py|[cm]?[jt]s|ipynb)$/.test(word)) add(word.replace(/^\.\//, ""));
    else if (word === "-m") addModule(words[index + 1] ?? "");
    else if (/^[\w.]+:\w+(?:\(\))?$/.test(word) && servers.test(command)) addModule(word.split(":")[0] ?? "");
  }
  return [...found];
}

/** Programs that are given an application as `module:name`. */
const servers = /\b(?:uvicorn|gunicorn|hypercorn|granian|bentoml|daphne|waitress-serve|celery|arq)\b/;

/** Modules that many have installed: `python -m build` runs no `commands/build.py` of the project. */
const tools: ReadonlySet<string> = new Set(
  [
    "pip",
    "build",
    "venv",
    "twine",
    "pytest",
    "unittest",
    "doctest",
    "coverage",
    "mypy",
    "black",
    "isort",
    "ruff",
  ].concat([
    "flake8",
    "pylint",
    "pre_commit",
    "tox",
    "nox",
    "ensurepip",
    "http.server",
    "zipfile",
    "json.tool",
    "timeit",
  ]),
);

function plain(path: string): string {
  return path.replace(/^\.\//, "").replace(/^\/+/, "");
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
