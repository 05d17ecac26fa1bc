import type { CiFiles } from "../ci-files.js";
import { nothingRead, type SystemReading } from "../ci-system.js";
import type { Break, CiJob, Trigger, Unknown } from "../model.js";
import { defaultShells } from "../shells.js";
import { child, entriesOf, itemsOf, piecesOf, textOf, treePlace, variablesOf } from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";
import { actionStep, scriptStep } from "./steps.js";

const starts: Readonly<Record<string, Trigger>> = {
  default: "push",
  branches: "push",
  tags: "tag",
  bookmarks: "push",
  "pull-requests": "pull-request",
  custom: "manual",
};

/** Bitbucket Pipelines: each step is a job of its own, in its own container. */
export async function readBitbucket(files: CiFiles): Promise<SystemReading> {
  const path = await files.firstIn(files.root, ["bitbucket-pipelines.yml"]);
  const [tree] = path === undefined ? [] : await files.yaml(path);
  if (path === undefined || tree === undefined) return nothingRead;
  const jobs: CiJob[] = [];
  const unknowns: Unknown[] = [];
  for (const [start, value] of entriesOf(child(tree, "pipelines"))) {
    const trigger = starts[start];
    if (trigger === undefined) continue;
    const pipelines = start === "default" ? [value] : entriesOf(value).map(([, pipeline]) => pipeline);
    for (const step of pipelines.flatMap(stepsIn)) jobs.push(jobOf(step, trigger, path, files, unknowns));
  }
  return { jobs, unknowns, paths: [path], disabled: [] };
}

/** The steps of a pipeline, with those that run side by side and those of a stage. */
function stepsIn(tree: Tree): readonly Tree[] {
  return itemsOf(tree).flatMap((item) =>
    entriesOf(item).flatMap(([key, value]): readonly Tree[] => {
      if (key === "step") return [value];
      return key === "parallel" || key === "stage" || key === "steps" ? stepsIn(child(value, "steps") ?? value) : [];
    }),
  );
}

function jobOf(step: Tree, trigger: Trigger, path: string, files: CiFiles, unknowns: Unknown[]): CiJob {
  const place = treePlace(path, step);
  const isManual = textOf(child(step, "trigger")) === "manual";
  const ignores = textOf(child(step, "on-fail", "strategy")) === "ignore";
  const breaks: readonly Break[] = ignores
    ? [
        {
          kind: "allowed-to-fail",
          detail: "`on-fail: strategy: ignore`",
          place: treePlace(path, child(step, "on-fail") ?? step),
        },
      ]
    : [];
  const parts = { directory: files.root, breaks };
  const script = child(step, "script") ?? step;
  const pipes = itemsOf(script).flatMap((item) => {
    const name = textOf(child(item, "pipe"));
    if (name === undefined) return [];
    unknowns.push({ place: treePlace(path, item), detail: `the pipe \`${name}\` is not in this project` });
    return [actionStep(item, path, { name, inputs: variablesOf(child(item, "variables")) }, parts)];
  });
  const after = child(step, "after-script");
  const late: Break = { kind: "too-late", detail: "`after-script` does not change the result", place };
  return {
    system: "bitbucket",
    name: textOf(child(step, "name")) ?? "step",
    place,
    triggers: isManual ? ["manual"] : [trigger],
    needs: [],
    disabled: undefined,
    legs: [{}],
    steps: [
      scriptStep(script, path, piecesOf(child(step, "script"), path), defaultShells.bitbucket, parts),
      ...(after === undefined
        ? []
        : [
            scriptStep(after, path, piecesOf(after, path), defaultShells.bitbucket, {
              ...parts,
              breaks: [...breaks, late],
            }),
          ]),
      ...pipes,
    ],
  };
}
