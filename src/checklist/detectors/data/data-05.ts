import { textsOf } from "../../../engine/checklist-config.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { callsTo, provesSomething, testEvidence } from "../../search/code-evidence.js";
import { type ColumnList, columnLists, columnsSelected, columnsUsed, excludingName } from "../../search/columns.js";
import { pipelineEvidence } from "../../search/pipeline-evidence.js";
import { schemasOf } from "../../search/schemas.js";
import { validationEvidence } from "../../search/validation-evidence.js";
import { validationsOf } from "../../search/validations.js";

/** Are forbidden or deprecated features kept out by a check? */
export const detector: Detector = async (project) => {
  const lists = columnLists(project).filter(({ name }) => ruling.test(name.split(".").at(-1) ?? name));
  const listed = lists.map(({ path, line, name, columns }): Evidence => ({
    ...{ path, line, level: "L2", rule: "list" },
    what: `\`${name}\` lists ${columns.length} ${excludingName.test(name) ? "columns to keep out" : "features"}`,
  }));
  const team = await byTeam(project);
  const evidence = [...(await strict(project)), ...checks(project, lists), ...team.evidence, ...listed];
  const isVisible = callsTo(project, { path: /\.drop$/, name: /^(?:drop|select|pop|drop_columns)$/ }).length > 0;
  return detected({
    evidence,
    objections: team.objections,
    forks:
      evidence.length === 0 && !isVisible
        ? [{ question: "Where are the features chosen, and what keeps a banned one out?" }]
        : [],
    missing:
      lists[0] === undefined
        ? ["List the allowed or the forbidden features, and raise when a frame given to training breaks the list."]
        : [`Assert in a test or a step of the pipeline that features keep to \`${lists[0].name}\`.`],
    searched: ["Lists of allowed and forbidden columns, tests against them, and strict schemas."],
  });
};

const ruling =
  /allow|forbid|ban|drop|exclu|deprecat|sensitive|protected|^(?:\w+_)?feature(?:s|_?(?:names|cols|columns|list))$|^(?:input|model)_?(?:cols|columns)$/i;

/** A schema that refuses what it does not name. */
async function strict(project: ChecklistProject): Promise<readonly Evidence[]> {
  const schemas = (await schemasOf(project)).filter(({ isStrict }) => isStrict);
  return validationsOf(project, schemas)
    .filter(({ schema }) => schema?.isStrict === true)
    .flatMap((one) =>
      validationEvidence(project, one, {
        what: `${one.what} refuses columns that ${one.schema?.name ?? "it"} does not name`,
        rule: "strict-schema",
      }),
    );
}

/** A test of the code, or of its tests, that compares columns with such a list. */
function checks(project: ChecklistProject, lists: readonly ColumnList[]): readonly Evidence[] {
  // `features` of a file of settings is a word like any other in code; a name that code gives is not.
  const isCode = new Set(project.code.map(({ path }) => path));
  const names = new Set(lists.filter(({ path }) => isCode.has(path)).map(({ name }) => name));
  const namesOne = (mentions: readonly string[]): string | undefined => mentions.find((name) => names.has(name));
  const inCode = project.code.flatMap((file) =>
    file.role !== "source"
      ? []
      : file.guards.flatMap((guard): readonly Evidence[] => {
          const name =
            guard.isConstant || guard.effect === "warn" || guard.effect === "return-false"
              ? undefined
              : namesOne(guard.mentions);
          if (name === undefined) return [];
          const told = { what: `\`${guard.text}\` holds columns against \`${name}\``, rule: "list-check" };
          return [pipelineEvidence(project, { ...guard, path: file.path }, told, true)];
        }),
  );
  const inTests = project.tests.filter(provesSomething).flatMap((test): readonly Evidence[] => {
    const name = test.assertions
      .filter(
        ({ mentions, text }) =>
          mentions.some((one) =>
            /^(?:columns|issubset|isdisjoint|difference|intersection|feature_names_in_)$/.test(one),
          ) || /\bset\(|\bin\b/.test(text),
      )
      .map(({ mentions }) => namesOne(mentions))
      .find((one) => one !== undefined);
    return name === undefined
      ? []
      : [testEvidence(test, { what: `${test.name} holds columns against \`${name}\``, rule: "list-test" })];
  });
  return [...inCode, ...inTests];
}

/** The team's own list: code that names a forbidden column speaks against the item. */
async function byTeam(
  project: ChecklistProject,
): Promise<{ readonly evidence: readonly Evidence[]; readonly objections: readonly Objection[] }> {
  const forbidden = textsOf(project.config, "features.forbidden");
  const allowed = textsOf(project.config, "features.allowed");
  if (forbidden.length + allowed.length === 0) return { evidence: [], objections: [] };
  const used = new Set([
    ...(await columnsUsed(project)),
    ...(forbidden.length > 0 ? await columnsSelected(project) : []),
  ]);
  const listed = await columnsUsed(project);
  const broken = [
    ...forbidden.filter((name) => used.has(name)),
    ...(allowed.length > 0 ? [...listed].filter((name) => !allowed.includes(name)) : []),
  ];
  const at = { path: ".preflight/config.yaml", line: 1 };
  const [first] = broken;
  const what = `The team's list of ${forbidden.length > 0 ? "forbidden" : "allowed"} features`;
  return {
    evidence: [{ ...at, level: "L2", what, rule: "team-list" }],
    objections:
      first === undefined
        ? []
        : [
            {
              ...at,
              allows: "fail",
              what: `code selects \`${first}\`, which the team's list does not allow`,
              rule: "forbidden-feature",
            },
          ],
  };
}
