import type { Variables } from "../model.js";

/** What is known at a point of a script. `undefined` as a value: the variable is set, to something unknown. */
export interface Scope {
  readonly vars: ReadonlyMap<string, string | undefined>;
  /** Undefined after a `cd` to somewhere unknown. */
  readonly directory: string | undefined;
  readonly root: string;
  /** The script's own path, for `$(dirname "$0")`. */
  readonly script: string | undefined;
  /** Are the arguments known, so that `$1` beyond them is empty? */
  readonly hasArguments: boolean;
}

/** Each CI system's name for the folder into which the repository was checked out. */
const rootVariables = [
  "GITHUB_WORKSPACE",
  "CI_PROJECT_DIR",
  "BUILD_SOURCESDIRECTORY",
  "SYSTEM_DEFAULTWORKINGDIRECTORY",
  "CIRCLE_WORKING_DIRECTORY",
  "WORKSPACE",
  "BUILDKITE_BUILD_CHECKOUT_PATH",
  "TRAVIS_BUILD_DIR",
  "BITBUCKET_CLONE_DIR",
  "DRONE_WORKSPACE",
  "CI_WORKSPACE",
];

export function openScope(root: string, directory: string | undefined, env: Variables): Scope {
  const vars = new Map<string, string | undefined>(rootVariables.map((name) => [name, root]));
  vars.set("CI", "true");
  for (const [name, value] of Object.entries(env)) vars.set(name, value);
  return { vars, directory, root, script: undefined, hasArguments: false };
}

/** The same with a script's or a function's arguments. */
export function withArguments(scope: Scope, args: readonly string[] | undefined): Scope {
  const vars = new Map(scope.vars);
  for (const name of [...vars.keys()]) if (/^(?:\d+|[@*])$/.test(name)) vars.delete(name);
  if (args === undefined) return { ...scope, vars, hasArguments: false };
  args.forEach((value, index) => vars.set(String(index + 1), value));
  for (const all of ["@", "*"]) vars.set(all, args.join(" "));
  vars.set("#", String(args.length));
  return { ...scope, vars, hasArguments: true };
}

export function literalVariables(scope: Scope): Variables {
  const found: Record<string, string> = {};
  for (const [name, value] of scope.vars) {
    if (value !== undefined && /^[A-Za-z_]\w*$/.test(name)) found[name] = value;
  }
  return found;
}
