import { numberOf, textsOf } from "../../../engine/checklist-config.js";
import { matchesGlobs } from "../../../engine/globs.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { dataValidations } from "../../search/data-validations.js";
import type { Schema } from "../../search/schemas.js";
import { validationEvidence } from "../../search/validation-evidence.js";
import type { Validation } from "../../search/validations.js";

/** Are feature expectations captured in a schema? */
export const detector: Detector = async (project) => {
  const { schemas: all, validations: applications, columns } = await dataValidations(project);
  const known = all.filter((schema) => isWanted(project, schema));
  const validations = applications.filter(({ schema }) => schema !== undefined && isWanted(project, schema));
  const used = validations.flatMap(({ schema }) => schema ?? []);
  const schemas = [...new Set([...used, ...known])];
  const defined = schemas
    .filter((schema) => !used.includes(schema))
    .map(({ path, line, name }): Evidence => ({
      path,
      line,
      level: "L1",
      what: `${name} says what data looks like`,
      rule: "schema",
    }));
  const applied = [...validations.flatMap((one) => evidenceOf(project, one)), ...byCommands(project, schemas)];
  const objections = applied.length === 0 ? [] : [...unconstrained(used), ...uncovered(project, used, columns)];
  const [idle] = schemas;
  return detected({
    evidence: [...applied, ...defined],
    objections,
    missing: missing(idle, applied, objections),
    searched: ["Schemas of frames, records and files, and where code, tests and CI validate data by them."],
  });
};

function isWanted({ config }: ChecklistProject, { path }: Schema): boolean {
  const paths = textsOf(config, "data.schemaPaths");
  return paths.length === 0 || matchesGlobs(paths, path);
}

function evidenceOf(project: ChecklistProject, validation: Validation): readonly Evidence[] {
  const name = validation.schema?.name ?? "";
  return validationEvidence(project, validation, {
    what: `${validation.what} holds data against ${name}`,
    rule: "validation",
  });
}

/** `dbt test` and `soda scan` validate by files alone. */
function byCommands({ ci, pipelines }: ChecklistProject, schemas: readonly Schema[]): readonly Evidence[] {
  const names = new Set(schemas.map(({ kind }) => kind));
  const runs = (text: string): boolean =>
    (names.has("dbt") && /\bdbt\s+(?:test|build)\b/.test(text)) ||
    (names.has("soda") && /\bsoda\s+scan\b/.test(text)) ||
    (names.has("suite") && /\b(?:great_expectations|gx)\s+checkpoint\s+run\b/.test(text));
  const inCi = ci.runs
    .filter(({ command, isAutomatic }) => isAutomatic && runs(command))
    .map(({ path, line, command, isGating }): Evidence => ({
      ...{
        path,
        line,
        level: isGating ? "L4" : "L3",
        what: `CI runs \`${command}\``,
        rule: "validation-command",
        repeatedBy: "ci",
      },
    }));
  const inSteps = pipelines
    .filter(({ commands }) => commands.some(runs))
    .map(({ path, line, name }): Evidence => ({
      ...{
        path,
        line,
        level: "L3",
        what: `step "${name}" validates`,
        rule: "validation-command",
        repeatedBy: "pipeline",
      },
    }));
  return [...inCi, ...inSteps];
}

function unconstrained(used: readonly Schema[]): readonly Objection[] {
  const [first] = used;
  if (first === undefined || used.some(({ hasConstraint }) => hasConstraint)) return [];
  const { path, line, name } = first;
  return [{ path, line, allows: "partial", what: `${name} names columns and limits no value`, rule: "no-constraint" }];
}

function uncovered(
  { config }: ChecklistProject,
  used: readonly Schema[],
  columns: ReadonlySet<string>,
): readonly Objection[] {
  const [first] = used;
  const named = new Set(used.flatMap((schema) => schema.columns));
  if (first === undefined || named.size === 0) return [];
  const at = { path: first.path, line: first.line, allows: "partial" } as const;
  if (columns.size === 0) return [];
  const left = [...columns].filter((column) => !named.has(column));
  const share = 1 - left.length / columns.size;
  const wanted = numberOf(config, "data.minColumnCoverage") ?? 0.8;
  if (share >= wanted) return [];
  const names = left
    .slice(0, 4)
    .map((name) => `\`${name}\``)
    .join(", ");
  const what = `${first.name} names ${Math.round(share * 100)}% of the columns that code selects; without ${names}`;
  return [{ ...at, what, rule: "uncovered-columns" }];
}

function missing(
  idle: Schema | undefined,
  applied: readonly Evidence[],
  objections: readonly Objection[],
): readonly string[] {
  if (idle === undefined)
    return ["Write a schema of the columns with their types and ranges, and validate data by it."];
  if (applied.length === 0)
    return [`Validate data by ${idle.name} in a step of the pipeline, or in a test that CI runs.`];
  const open = objections.map(({ rule }) =>
    rule === "no-constraint"
      ? `Give columns of ${idle.name} a range, a set of values or a pattern.`
      : `Name the columns that ${idle.name} leaves out.`,
  );
  const isWired = applied.some(({ level }) => level === "L3" || level === "L4");
  return isWired
    ? open
    : [`Let a pipeline or CI come to ${applied[0]?.path ?? idle.path}:${applied[0]?.line ?? 1}.`, ...open];
}
