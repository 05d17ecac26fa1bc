import { isUnknownCheck } from "../../../knowledge/ci-actions.js";
import { joinPath } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import { isFalseFor, isNever, isOnFailure } from "../expressions.js";
import type { Break, Hop, Piece, Step, Unknown, Variables } from "../model.js";
import { githubShell } from "../shells.js";
import { child, entriesOf, itemsOf, textOf, treePlace, variablesOf } from "../tree-access.js";
import type { ScalarTree, Tree } from "../yaml-tree.js";
import { checkoutOf, folderIn } from "./github-folders.js";
import { inputCommands } from "./github-inputs.js";
import { allowedToFail } from "./github-failing.js";

export interface StepsReading {
  readonly files: CiFiles;
  readonly unknowns: Unknown[];
  readonly path: string;
  readonly steps: Tree | undefined;
  readonly env: Variables;
  readonly values: Variables;
  readonly via: readonly Hop[];
  readonly breaks: readonly Break[];
  readonly directory: string;
  readonly shell: string | undefined;
  readonly isWindows: boolean;
}

const deepestActions = 4;

/** The steps of a job or of a composite action; an action of the project is replaced by its own steps. */
export async function readGithubSteps(reading: StepsReading): Promise<readonly Step[]> {
  const { steps, path } = reading;
  const checkout = checkoutOf(steps);
  const found: Step[] = [];
  for (const step of itemsOf(steps)) {
    if (step.kind !== "map") continue;
    const condition = textOf(child(step, "if"));
    if (isNever(condition) || isFalseFor(condition, reading.values, path.includes("/.github/workflows/"))) continue;
    const env = { ...reading.env, ...variablesOf(child(step, "env")) };
    const late: readonly Break[] = isOnFailure(condition)
      ? [{ kind: "too-late", detail: `\`if: ${condition ?? ""}\``, place: treePlace(path, child(step, "if") ?? step) }]
      : [];
    const breaks = [...reading.breaks, ...allowedToFail(child(step, "continue-on-error"), path), ...late];
    const base = { place: treePlace(path, step), env, values: reading.values, breaks, condition, via: reading.via };
    const run = child(step, "run");
    const uses = textOf(child(step, "uses"));
    if (run?.kind === "scalar") {
      const folder = textOf(child(step, "working-directory"));
      const directory = folder === undefined ? reading.directory : folderIn(reading.files.root, folder, checkout);
      const shell = githubShell(textOf(child(step, "shell")) ?? reading.shell, reading.isWindows);
      found.push({ ...base, directory, content: { kind: "script", pieces: [pieceOf(run, path)], shell } });
    } else if (uses !== undefined) {
      found.push(...(await usedSteps({ ...reading, env, breaks }, step, uses, base)));
    } else {
      found.push(...inputSteps(reading, step, "", base));
    }
  }
  return found;
}

type StepBase = Omit<Step, "content" | "directory">;

async function usedSteps(reading: StepsReading, step: Tree, uses: string, base: StepBase): Promise<readonly Step[]> {
  const { files, unknowns, path, via } = reading;
  const place = treePlace(path, child(step, "uses") ?? step);
  if (!uses.startsWith("./")) return inputSteps(reading, step, uses, base);
  const folder = joinPath(files.root, uses);
  const action = await files.firstIn(folder, ["action.yml", "action.yaml"]);
  const [tree] = action === undefined ? [] : await files.yaml(action);
  const isCircle = path === action || via.some((hop) => hop.path === action) || via.length > deepestActions;
  if (action === undefined || tree === undefined || isCircle) {
    const why = isCircle ? "leads back to itself" : "is not in this project";
    unknowns.push({ place, detail: `the action \`${uses}\` ${why}` });
    return inputSteps(reading, step, uses, base);
  }
  if (textOf(child(tree, "runs", "using")) !== "composite") return inputSteps(reading, step, uses, base);
  const given = variablesOf(child(step, "with"));
  const values: Record<string, string> = { "github.action_path": folder };
  for (const [name, input] of entriesOf(child(tree, "inputs"))) {
    const value = given[name] ?? textOf(child(input, "default"));
    if (value !== undefined) values[`inputs.${name}`] = value;
  }
  return readGithubSteps({
    ...reading,
    path: action,
    steps: child(tree, "runs", "steps"),
    // What the caller's own inputs were is known by name in the caller's file only.
    values: { ...filled(values, reading.values) },
    env: { ...reading.env, GITHUB_ACTION_PATH: folder },
    via: [...via, { path, line: place.line, text: `uses: ${uses}` }],
    shell: undefined,
    directory: files.root,
  });
}

/** Inputs that are handed through from one action to the next. */
function filled(values: Variables, outer: Variables): Variables {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value.replace(/\$\{\{\s*(inputs\.[\w-]+)\s*\}\}/g, (whole, input: string) => outer[input] ?? whole),
    ]),
  );
}

/** The commands that are handed to an action, and the action itself. */
function inputSteps(reading: StepsReading, step: Tree, uses: string, base: StepBase): readonly Step[] {
  const { path, directory, files } = reading;
  const given = child(step, "with");
  const action: Step = { ...base, directory, content: { kind: "action", name: uses, inputs: variablesOf(given) } };
  const scripts = inputCommands({ uses, given, path, line: base.place.line }).map(({ piece, shell, folder }): Step => ({
    ...base,
    directory: folder === undefined ? directory : folderIn(files.root, folder, undefined),
    place: { path, line: piece.line, endLine: piece.line + piece.text.trimEnd().split("\n").length - 1 },
    content: { kind: "script", pieces: [piece], shell },
  }));
  if (scripts.length === 0 && isUnknownCheck(uses.split("@")[0] ?? ""))
    reading.unknowns.push({ place: base.place, detail: `what the action \`${uses}\` runs is its own affair` });
  return [action, ...scripts];
}

function pieceOf(tree: ScalarTree, path: string): Piece {
  return { text: tree.text, path, line: tree.textLine };
}
