import type { CiFiles } from "../ci-files.js";
import { nothingRead, type SystemReading } from "../ci-system.js";
import type { Break, CiJob, Piece, Step, Trigger, Variables } from "../model.js";
import { defaultShells } from "../shells.js";
import { child, entriesOf, itemsOf, mergeTrees, piecesOf, textOf, textsOf, treePlace } from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";
import { scriptStep } from "./steps.js";

/** Before `script` a failure ends the build at once; in it every entry runs and counts. */
const counted = ["before_install", "install", "before_script", "script"];
const uncounted = ["after_success", "after_failure", "after_script"];

/** Travis CI: `.travis.yml`, a job for the whole file and one for each that it includes. */
export async function readTravis(files: CiFiles): Promise<SystemReading> {
  const path = await files.firstIn(files.root, [".travis.yml"]);
  const [tree] = path === undefined ? [] : await files.yaml(path);
  if (path === undefined || tree === undefined) return nothingRead;
  const list = child(tree, "jobs") ?? child(tree, "matrix");
  const included = itemsOf(list?.kind === "map" ? child(list, "include") : list);
  const allowed = itemsOf(child(list, "allow_failures"));
  const legs = envLegs(
    child(tree, "env", "jobs") ??
      child(tree, "env", "matrix") ??
      (child(tree, "env", "global") === undefined ? child(tree, "env") : undefined),
  );
  const jobs = [jobOf(tree, tree, path, legs, [], files)];
  for (const entry of included) {
    const breaks: readonly Break[] = allowed.some((one) => fits(entry, one))
      ? [
          {
            kind: "allowed-to-fail",
            detail: "`allow_failures`",
            place: treePlace(path, child(list, "allow_failures") ?? entry),
          },
        ]
      : [];
    jobs.push(jobOf(mergeTrees(tree, entry), entry, path, envLegs(child(entry, "env")), breaks, files));
  }
  // Where every job is listed and there is no matrix, the file alone makes none.
  const hasOwn =
    included.length === 0 ||
    legs.length > 1 ||
    ["python", "node_js", "os"].some((key) => child(tree, key)?.kind === "list");
  return { jobs: hasOwn ? jobs : jobs.slice(1), unknowns: [], paths: [path], disabled: [] };
}

function fits(entry: Tree, allowed: Tree): boolean {
  return (
    entriesOf(allowed).every(([key, value]) => textsOf(child(entry, key)).join() === textsOf(value).join()) &&
    entriesOf(allowed).length > 0
  );
}

function jobOf(
  job: Tree,
  own: Tree,
  path: string,
  legs: readonly Variables[],
  breaks: readonly Break[],
  files: CiFiles,
): CiJob {
  const env = assignments(textsOf(child(job, "env", "global")));
  const parts = { directory: files.root, env, breaks };
  // All phases run in one shell.
  const pieces: readonly Piece[] = counted.flatMap((phase) => piecesOf(child(job, phase), path));
  const script = child(job, "script") ?? child(job, "install") ?? own;
  const steps: Step[] = pieces.length === 0 ? [] : [scriptStep(script, path, pieces, defaultShells.travis, parts)];
  for (const phase of uncounted) {
    const tree = child(job, phase);
    if (tree === undefined) continue;
    const late: Break = {
      kind: "too-late",
      detail: `\`${phase}\` does not change the result`,
      place: treePlace(path, tree),
    };
    steps.push(
      scriptStep(tree, path, piecesOf(tree, path), defaultShells.travis, { ...parts, breaks: [...breaks, late] }),
    );
  }
  const name = textOf(child(own, "name")) ?? textOf(child(own, "stage")) ?? "build";
  return {
    system: "travis",
    name,
    place: treePlace(path, own),
    triggers: triggersOf(textOf(child(job, "if"))),
    needs: [],
    disabled: undefined,
    legs,
    steps,
  };
}

function triggersOf(condition: string | undefined): readonly Trigger[] {
  if (condition === undefined) return ["push", "pull-request"];
  const isOnly = (type: string): boolean =>
    new RegExp(String.raw`type\s*(?:=|IN)\s*\(?[^)]*\b${type}\b`, "i").test(condition);
  const found: Trigger[] = [];
  if (isOnly("cron")) found.push("schedule");
  if (isOnly("pull_request")) found.push("pull-request");
  if (isOnly("push")) found.push("push");
  if (/tag IS present/i.test(condition)) found.push("tag");
  return found.length > 0 ? found : ["push", "pull-request"];
}

/** Each entry is a leg: `A=1 B="two words"`, or a map. */
function envLegs(tree: Tree | undefined): readonly Variables[] {
  const legs = itemsOf(tree).map((item) =>
    item.kind === "scalar"
      ? assignments([item.text])
      : Object.fromEntries(
          entriesOf(item).flatMap(([name, value]) => {
            const text = textOf(value);
            return text === undefined ? [] : [[name, text]];
          }),
        ),
  );
  return legs.length > 0 ? legs : [{}];
}

function assignments(texts: readonly string[]): Variables {
  const found: Record<string, string> = {};
  for (const text of texts) {
    for (const [, name = "", double, single, plain] of text.matchAll(/([A-Za-z_]\w*)=(?:"([^"]*)"|'([^']*)'|(\S*))/g)) {
      found[name] = double ?? single ?? plain ?? "";
    }
  }
  return found;
}
