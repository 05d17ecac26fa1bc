import { asksLanguageModel, languageModelLibraries } from "../../knowledge/llm-libraries.js";
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
  const { text } = document.form;
  return (
    (runsTraining.test(text) && importsAny(document, workspace, trainingLibraries, 0)) ||
    (asksLanguageModel.test(text) && importsAny(document, workspace, languageModels, 0))
  );
}

const languageModels: ReadonlySet<string> = new Set(languageModelLibraries);

/** Most files that import such a file are about something else, and need not be followed. */
const runsTraining =
  /\b(train|fit|evaluate?|predict|score|test|search|tune|tuned|epochs?|loaders?|checkpoint)(_\w+)?\(|\bepochs?\b/i;

/** A package hands on what its modules define. */
const mostHops = 2;

function importsAny(
  { path, form }: { readonly path: string; readonly form: FormModule },
  workspace: Workspace,
  libraries: ReadonlySet<string>,
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
      for (const library of usedLibraries(imported.form)) found ||= libraries.has(library);
      if (!found && hops < mostHops && /(^|\/)(__init__\.py|index\.\w+)$/.test(imported.path))
        found = importsAny(imported, workspace, libraries, hops + 1);
    }
  });
  return found;
}
