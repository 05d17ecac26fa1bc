import { sharedAccounts } from "../../knowledge/accounts.js";
import type { FormModule } from "../../syntax/form.js";
import { memo } from "./memo.js";
import { usedStrings, type UsedString } from "./strings.js";
import { uniqueBy } from "./unique.js";

/** The paths that a file uses and that exist on one machine only, each once. */
export const machinePaths = memo((form: FormModule): readonly UsedString[] =>
  uniqueBy(
    usedStrings(form).filter(({ text }) => isOnOneMachine(text)),
    ({ text }) => text,
  ),
);

/** Into somebody's home folder, or to a drive of Windows; not to what means the same on many machines. */
function isOnOneMachine(text: string): boolean {
  if (text.includes("\n")) return false;
  const home = /^(?:file:\/\/)?\/(?:home|Users|mnt\/[a-z]\/Users|media)\/([^/\s]+)\/[^/]/.exec(text)?.[1];
  if (home !== undefined) return !sharedAccounts.has(home.toLowerCase()) && !/[<>{}$*]/.test(home);
  // A path has a folder and a name; `C:\` alone, or a format such as `a:/b`, is something else.
  return /^(?:file:\/\/\/)?[A-Z]:(?:\\+|\/)[\w. -]+(?:\\+|\/)\S/.test(text);
}
