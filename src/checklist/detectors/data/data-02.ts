import { textsOf } from "../../../engine/checklist-config.js";
import { detected, type Evidence } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { dataValidations } from "../../search/data-validations.js";
import { validationEvidence } from "../../search/validation-evidence.js";
import type { Validation } from "../../search/validations.js";

/** Does data validation run by itself on each new batch, and stop the pipeline? */
export const detector: Detector = async (project) => {
  const validations = (await dataValidations(project)).validations.filter((one) => seesBatches(project, one));
  const inCode = validations.flatMap((one) => {
    const what = one.stops ? `${one.what} stops on bad data` : `${one.what}, whose result stops nothing`;
    return validationEvidence(project, one, { what, rule: "validation" });
  });
  const evidence = [...inCode, ...byCommands(project)];
  const [best] = evidence;
  const entries = textsOf(project.config, "pipeline.entries").filter(
    (entry) => !project.files.includes(entry.replace(/:.*$/, "")),
  );
  const elsewhere = entries.length > 0 || isManaged(project);
  return detected({
    evidence,
    forks:
      elsewhere && evidence.length === 0
        ? [{ question: "The pipeline seems to run elsewhere. Does it validate each new batch, and stop?" }]
        : [],
    missing: missingOf(best, validations),
    searched: [
      "Calls that validate data, commands of dbt, Soda and Great Expectations, and what becomes of their failure.",
    ],
  });
};

function missingOf(best: Evidence | undefined, validations: readonly Validation[]): readonly string[] {
  if (best === undefined) return ["Validate each batch in a step of the pipeline, before anything is trained on it."];
  const loose = validations.find(({ stops }) => !stops);
  if (loose !== undefined) return [`Raise or exit where ${loose.path}:${loose.line} finds bad data.`];
  return best.level === "L4"
    ? []
    : [`Let a step of the pipeline, or a job that gates, run what is at ${best.path}:${best.line}.`];
}

/** A unit test holds a handful of made-up rows against a schema; only one that reads data sees a batch. */
function seesBatches({ code, tests }: ChecklistProject, { role, path, within }: Validation): boolean {
  if (role !== "test") return true;
  const test = tests.find((one) => one.path === path && one.name === within);
  if (test === undefined) return false;
  return code.some((file) =>
    file.calls.some(
      (call) =>
        /^(?:read_(?:csv|parquet|json|sql|table|feather|excel)|scan_(?:csv|parquet))$/.test(call.name) &&
        ((file.path === path && call.within === within) || test.reaches.includes(`${file.path}#${call.within}`)),
    ),
  );
}

const commands =
  /\b(?:dbt\s+(?:test|build)|soda\s+scan|(?:great_expectations|gx)\s+checkpoint\s+run|deepchecks\s+run|pandera\s+\w+|frictionless\s+validate)\b/;

function byCommands({ ci, pipelines }: ChecklistProject): readonly Evidence[] {
  const inCi = ci.runs
    .filter(({ command, isAutomatic }) => isAutomatic && commands.test(command))
    .map(({ path, line, command, isGating, isScheduled }): Evidence => ({
      ...{ path, line, level: isGating ? "L4" : "L3", rule: "validation-command" },
      ...{ what: `CI runs \`${command}\``, repeatedBy: isScheduled ? "schedule" : "ci" },
    }));
  const inSteps = pipelines
    .filter((step) => step.commands.some((command) => commands.test(command) && !/\|\|\s*true\b/.test(command)))
    .map(({ path, line, name }): Evidence => ({
      ...{
        path,
        line,
        level: "L4",
        what: `step "${name}" validates`,
        rule: "validation-command",
        repeatedBy: "pipeline",
      },
    }));
  return [...inCi, ...inSteps];
}

/** Platforms that run pipelines of their own. */
function isManaged({ code }: ChecklistProject): boolean {
  return code.some(
    ({ role, imports }) =>
      role === "source" &&
      imports.some(({ module }) =>
        /^(?:databricks|sagemaker|azure\.ai\.ml|azureml|google\.cloud\.aiplatform)\b/.test(module),
      ),
  );
}
