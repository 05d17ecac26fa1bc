import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { testEvidence, type Told } from "./code-evidence.js";
import { pipelineEvidence } from "./pipeline-evidence.js";
import type { Validation } from "./validations.js";

/** What a validation is worth: in a pipeline or a test that runs; in a notebook it is declared and no more. */
export function validationEvidence(project: ChecklistProject, validation: Validation, told: Told): readonly Evidence[] {
  const { path, line, cell, within, role, stops } = validation;
  if (role === "source") return [pipelineEvidence(project, validation, told, stops)];
  const place = { path, line, ...(cell === undefined ? {} : { cell }) };
  if (role === "notebook") return [{ ...place, level: "L1", ...told }];
  const test = project.tests.find((one) => one.path === path && one.name === within);
  if (test === undefined || test.skipped !== undefined) return [];
  return [{ ...testEvidence(test, told), ...place }];
}
