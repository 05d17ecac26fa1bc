import type { ChecklistProject } from "../project.js";
import { columnsUsed } from "./columns.js";
import { type Schema, schemasOf } from "./schemas.js";
import { type Validation, validationsOf } from "./validations.js";

/** The schemas of a project's data, the validations by them and by the code's own tests, and the columns that code selects. */
export interface DataValidations {
  readonly schemas: readonly Schema[];
  readonly validations: readonly Validation[];
  readonly columns: ReadonlySet<string>;
}

export async function dataValidations(project: ChecklistProject): Promise<DataValidations> {
  const columns = await columnsUsed(project);
  const schemas = (await schemasOf(project)).filter((schema) => isOfData(schema, columns));
  return { schemas, validations: validationsOf(project, schemas), columns };
}

/** Models of settings, and of requests that share nothing with the features, say nothing about data. */
function isOfData({ kind, name, path, columns: named }: Schema, columns: ReadonlySet<string>): boolean {
  if (kind !== "model") return true;
  if (/(?:Config|Settings|Options|Args|Params|Response)$/.test(name) || /(?:^|\/)(?:config|settings)\.py$/.test(path))
    return false;
  return columns.size === 0 || named.some((column) => columns.has(column));
}
