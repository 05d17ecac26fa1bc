import { installedOnWindows, sharedAccounts } from "../../knowledge/accounts.js";
import type { Statement } from "../../syntax/form.js";
import { isMainGuard } from "../follow/branches.js";
import type { Model } from "../model.js";
import { importsNeighbours } from "./package-module.js";
import { usedStrings, type UsedString } from "./strings.js";
import { uniqueBy } from "./unique.js";

/** The paths that a file uses and that exist on one machine only, each once. */
export function machinePaths(model: Model): readonly UsedString[] {
  const { form } = model;
  // A module that imports the package that it lies in is run as a script by nobody but its developers.
  const trials = importsNeighbours(model) ? form.body.filter(isTrial) : [];
  return uniqueBy(
    usedStrings(form).filter(
      ({ text, start }) => isOnOneMachine(text) && !trials.some((trial) => trial.start <= start && start < trial.end),
    ),
    ({ text }) => text,
  );
}

function isTrial(statement: Statement): boolean {
  return statement.kind === "Branch" && isMainGuard(statement);
}

/** Into somebody's home folder, or to a drive of Windows; not to what means the same on many machines. */
function isOnOneMachine(text: string): boolean {
  if (text.includes("\n")) return false;
  const home = /^(?:file:\/\/)?\/(?:home|Users|mnt\/[a-z]\/Users|media)\/([^/\s]+)\/[^/]/.exec(text)?.[1];
  if (home !== undefined) return !sharedAccounts.has(home.toLowerCase()) && !/^:|[<>{}$*[\]]/.test(home);
  // Where an installer of Windows puts things is the same everywhere.
  if (installedOnWindows.test(text)) return false;
  // A path has a folder and a name; `C:\` alone, or a format such as `a:/b`, is something else.
  return /^(?:file:\/\/\/)?[A-Z]:(?:\\+|\/)[\w. -]+(?:\\+|\/)\S/.test(text);
}
