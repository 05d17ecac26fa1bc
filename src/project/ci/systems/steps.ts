import type { Action, Break, Hop, Piece, Shell, Step, Variables } from "../model.js";
import { treePlace } from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";

/** What most steps have in common; each system says what differs. */
export interface StepParts {
  readonly directory: string | undefined;
  readonly env?: Variables;
  readonly values?: Variables;
  readonly breaks?: readonly Break[];
  readonly condition?: string | undefined;
  readonly via?: readonly Hop[];
}

export function scriptStep(at: Tree, path: string, pieces: readonly Piece[], shell: Shell, parts: StepParts): Step {
  return { ...base(at, path, parts), content: { kind: "script", pieces, shell } };
}

export function actionStep(at: Tree, path: string, action: Omit<Action, "kind">, parts: StepParts): Step {
  return { ...base(at, path, parts), content: { kind: "action", ...action } };
}

function base(at: Tree, path: string, parts: StepParts): Omit<Step, "content"> {
  const { directory, env = {}, values = {}, breaks = [], condition, via = [] } = parts;
  return { place: treePlace(path, at), directory, env, values, breaks, condition, via };
}
