import { languageModelLibrary } from "../../knowledge/llm-libraries.js";
import { canonicalModule } from "../../knowledge/modules.js";
import { pageGlobals } from "../../knowledge/script-globals.js";
import type { FormModule } from "../../syntax/form.js";
import type { Workspace } from "../workspace.js";
import { memo } from "./memo.js";
import { eachExpression, eachStatement } from "./visit.js";

/** The top-level names of the libraries that a file imports, requires, or finds in the page as a global. */
export const usedLibraries = memo(readLibraries);

/** The libraries that a file may use, itself or through the files that it imports. */
export function librariesInSight(
  { path, form }: { readonly path: string; readonly form: FormModule },
  workspace: Workspace,
): ReadonlySet<string> {
  const found = new Set(usedLibraries(form));
  const add = (module: string, level: number): void => {
    const imported = workspace.resolve(path, module, level);
    if (imported !== undefined) for (const library of usedLibraries(imported.form)) found.add(library);
  };
  eachStatement(form.body, (statement) => {
    if (statement.kind !== "Import") return;
    const { module, level, names } = statement;
    if (module !== "") add(module, level);
    for (const { imported } of names)
      if (imported !== undefined && imported !== "*") add(module === "" ? imported : `${module}.${imported}`, level);
  });
  return found;
}

function readLibraries(form: FormModule): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (module: string): void => {
    if (!module.startsWith(".")) found.add(topLevel(canonicalModule(module), form.language));
  };
  const addRequired = (module: string): void => {
    add(module);
    const asked = languageModelLibrary(module, []);
    if (asked !== undefined) found.add(asked);
  };
  eachStatement(form.body, (statement) => {
    if (statement.kind !== "Import" || statement.level !== 0) return;
    add(statement.module);
    const asked = languageModelLibrary(
      statement.module,
      statement.names.map(({ imported }) => imported),
    );
    if (asked !== undefined) found.add(asked);
    // A package's own way to Keras: `from keras_tuner.src.backend import keras`.
    if (/\.keras\b/.test(statement.module) || statement.names.some(({ imported }) => imported === "keras"))
      found.add("keras");
  });
  // Its star import brings torch along.
  if (found.has("fastai")) found.add("torch");
  if (form.language === "typescript") addCommonJs(form, addRequired);
  else if (speaksTorch(form) && !frameworks.some((name) => found.has(name))) found.add("torch");
  return found;
}

/** Frameworks whose modules and optimizers have methods named like torch's. */
const frameworks = [
  "torch",
  "paddle",
  "mindspore",
  "oneflow",
  "tensorflow",
  "keras",
  "jax",
  "mlx",
  "tinygrad",
  "chainer",
];

/** A part of a trainer may leave the import of torch to others: a callback, a manager of optimizers. */
function speaksTorch({ text }: FormModule): boolean {
  return /\.(load_state_dict|zero_grad|requires_grad_)\(/.test(text);
}

/** `require("m")`, `import("m")`, and the globals of a script tag. */
function addCommonJs(form: FormModule, add: (module: string) => void): void {
  for (const [, name = ""] of form.text.matchAll(usedGlobals)) add(pageGlobals.get(name) ?? name);
  if (!/\b(require|import)\s*\(/.test(form.text)) return;
  eachExpression(form.body, (expression) => {
    if (expression.kind !== "Call" || expression.callee.kind !== "Name" || !loads.has(expression.callee.id)) return;
    const module = expression.args[0]?.value;
    if (module?.kind === "Literal" && typeof module.value === "string") add(module.value);
  });
}

const usedGlobals = new RegExp(`\\b(${[...pageGlobals.keys()].join("|")})\\.`, "g");
const loads = new Set(["require", "import"]);

/** Python's `a.b` belongs to `a`; npm's `@scope/name/file` to `@scope/name`. */
function topLevel(module: string, language: FormModule["language"]): string {
  if (language === "python") return module.split(".")[0] ?? module;
  const parts = module.split("/");
  if (!module.startsWith("@")) return parts[0] ?? module;
  // A part of a library that is a package of its own: `@tensorflow/tfjs.data`.
  return parts.slice(0, 2).join("/").split(".")[0] ?? module;
}
