import { mlLibraries, trainingLibraries } from "../../knowledge/ml-libraries.js";
import type { FormModule } from "../../syntax/form.js";
import type { Workspace } from "../workspace.js";
import { usedLibraries } from "./libraries.js";
import { eachStatementInScope } from "./visit.js";

/** Is a file machine learning code: by what it imports itself, or because it runs what another file does with such a library? */
export function isMachineLearning(
  document: { readonly path: string; readonly form: FormModule },
  workspace: Workspace,
): boolean {
  for (const library of usedLibraries(document.form))
    if (mlLibraries.has(library) || library.startsWith("@tensorflow-models/")) return true;
  return runsTraining.test(document.form.text) && importsTraining(document, workspace, 0);
}

/** Most files that import such a file are about something else, and need not be followed. */
const runsTraining =
  /\b(train|fit|evaluate?|predict|score|test|search|tune|tuned|epochs?|loaders?|checkpoint)(_\w+)?\(|\bepochs?\b/i;

/** A package hands on what its modules define. */
const mostHops = 2;

function importsTraining(
  { path, form }: { readonly path: string; readonly form: FormModule },
  workspace: Workspace,
  hops: number,
): boolean {
  let found = false;
  eachStatementInScope(form.body, (statement) => {
    if (found || statement.kind !== "Import") return;
    const modules = [
      statement.module,
      ...statement.names.map(({ imported }) => `${statement.module}.${imported ?? ""}`),
    ];
    for (const module of modules) {
      const imported = workspace.resolve(path, module, statement.level);
      if (imported === undefined || found) continue;
      for (const library of usedLibraries(imported.form)) found ||= trainingLibraries.has(library);
      if (!found && hops < mostHops && /(^|\/)(__init__\.py|index\.\w+)$/.test(imported.path))
        found = importsTraining(imported, workspace, hops + 1);
    }
  });
  return found;
}
