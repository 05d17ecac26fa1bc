import { joinPath } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import type { SystemReading } from "../ci-system.js";
import type { Break, CiJob, CiSystem, Step, Trigger, Variables } from "../model.js";
import { defaultShells } from "../shells.js";
import { child, entriesOf, itemsOf, piecesOf, textOf, textsOf, treePlace, variablesOf } from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";
import { actionStep, scriptStep } from "./steps.js";

/** Drone: the pipelines in `.drone.yml`, one a document. */
export async function readDrone(files: CiFiles): Promise<SystemReading> {
  const path = await files.firstIn(files.root, [".drone.yml", ".drone.yaml"]);
  if (path === undefined) return { jobs: [], unknowns: [], paths: [], disabled: [] };
  const jobs = (await files.yaml(path)).flatMap((tree) =>
    ["pipeline", undefined].includes(textOf(child(tree, "kind"))) ? [jobOf(tree, "drone", path, files)] : [],
  );
  return { jobs, unknowns: [], paths: [path], disabled: [] };
}

/** Woodpecker: `.woodpecker.yml`, or a file for each workflow in `.woodpecker`. */
export async function readWoodpecker(files: CiFiles): Promise<SystemReading> {
  const top = await files.firstIn(files.root, [".woodpecker.yml", ".woodpecker.yaml"]);
  const folder = joinPath(files.root, ".woodpecker");
  const own = (await files.names(folder))
    .filter(({ name, type }) => type === "file" && /\.ya?ml$/.test(name))
    .map(({ name }) => joinPath(folder, name));
  const paths = [...(top === undefined ? [] : [top]), ...own];
  const jobs: CiJob[] = [];
  for (const path of paths)
    for (const tree of await files.yaml(path)) jobs.push(jobOf(tree, "woodpecker", path, files));
  return { jobs, unknowns: [], paths, disabled: [] };
}

function jobOf(tree: Tree, system: CiSystem, path: string, files: CiFiles): CiJob {
  const outer = variablesOf(child(tree, "environment"));
  const steps = child(tree, "steps") ?? child(tree, "pipeline");
  // Steps are a list with names, or a map by name.
  const listed = steps?.kind === "map" ? entriesOf(steps).map(([, step]) => step) : itemsOf(steps);
  const events = textsOf(
    child(tree, "trigger", "event") ?? child(tree, "trigger", "event", "include") ?? whenEvents(child(tree, "when")),
  );
  return {
    system,
    name: textOf(child(tree, "name")) ?? path.replace(/^.*\/|\.ya?ml$/g, ""),
    place: treePlace(path, tree),
    triggers: triggersOf(events),
    needs: textsOf(child(tree, "depends_on")),
    disabled: undefined,
    legs: legsOf(child(tree, "matrix")),
    steps: listed.flatMap((step) => stepOf(step, outer, system, path, files)),
  };
}

function whenEvents(when: Tree | undefined): Tree | undefined {
  return itemsOf(when)
    .map((one) => child(one, "event"))
    .find((one) => one !== undefined);
}

const byEvent: Readonly<Record<string, Trigger>> = {
  push: "push",
  pull_request: "pull-request",
  tag: "tag",
  cron: "schedule",
  custom: "manual",
  manual: "manual",
  promote: "manual",
  rollback: "manual",
};

function triggersOf(events: readonly string[]): readonly Trigger[] {
  if (events.length === 0) return ["push", "pull-request", "tag", "schedule", "manual"];
  return [...new Set(events.map((event) => byEvent[event] ?? "other"))];
}

function stepOf(step: Tree, outer: Variables, system: CiSystem, path: string, files: CiFiles): readonly Step[] {
  const commands = child(step, "commands");
  const place = treePlace(path, step);
  const status = textsOf(
    child(step, "when", "status") ??
      itemsOf(child(step, "when"))
        .map((one) => child(one, "status"))
        .find((one) => one !== undefined),
  );
  const breaks: Break[] = [];
  if (textOf(child(step, "failure")) === "ignore")
    breaks.push({ kind: "allowed-to-fail", detail: "`failure: ignore`", place });
  if (status.length > 0 && !status.includes("success"))
    breaks.push({ kind: "too-late", detail: "`when: status: failure`", place });
  if (textOf(child(step, "detach")) === "true") breaks.push({ kind: "background", detail: "`detach: true`", place });
  const parts = { directory: files.root, env: { ...outer, ...variablesOf(child(step, "environment")) }, breaks };
  if (commands === undefined)
    return [
      actionStep(
        step,
        path,
        { name: textOf(child(step, "image")) ?? "", inputs: variablesOf(child(step, "settings")) },
        parts,
      ),
    ];
  return [scriptStep(step, path, piecesOf(commands, path), defaultShells[system], parts)];
}

function legsOf(matrix: Tree | undefined): readonly Variables[] {
  const included = itemsOf(child(matrix, "include")).map((leg) => variablesOf(leg));
  if (included.length > 0) return included;
  let legs: readonly Variables[] = [{}];
  for (const [name, values] of entriesOf(matrix)) {
    legs = legs.flatMap((leg) => textsOf(values).map((value) => ({ ...leg, [name]: value }))).slice(0, 200);
  }
  return legs.length > 0 ? legs : [{}];
}
