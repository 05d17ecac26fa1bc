import type { FormModule } from "../../syntax/form.js";
import { boundNames, environment, type Environment } from "./environment.js";

/** One file of the workspace while its code is followed. */
export interface Unit {
  readonly path: string;
  readonly form: FormModule;
  readonly globals: Environment;
}

export function unit(path: string, form: FormModule): Unit {
  return { path, form, globals: environment(boundNames(form.body, form.language), undefined) };
}
