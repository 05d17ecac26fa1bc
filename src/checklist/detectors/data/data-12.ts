import { textOf, textsOf } from "../../../engine/checklist-config.js";
import { builtInGuide } from "../../../guide/guide.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { callEvidence, callsTo, provesSomething, testEvidence } from "../../search/code-evidence.js";
import { splitsOf } from "../../search/splits.js";
import { trainingRoles } from "../../search/training-calls.js";
import { countedFindings } from "../../search/counted-findings.js";
import { objectionsOf } from "../findings.js";

/** Is the evaluation free of leakage? Rules look for leaks; pipelines, groups, time and tests keep them out. */
export const detector: Detector = (project) => {
  const { profile } = project;
  const rules = builtInGuide().items.find(({ id }) => id === "DATA-12")?.rules ?? [];
  const trained = profile.facts.training.places.map((place): Evidence => ({
    ...place,
    level: "L1",
    what: "Code that trains, checked by the rules on leaks",
    rule: "training-code",
  }));
  const guards = [...pipelines(project), ...groupsAndTime(project), ...copies(project), ...tests(project)];
  const notebooks = new Set(project.code.filter(({ role }) => role === "notebook").map(({ path }) => path));
  const leaks = objectionsOf(countedFindings(project), rules).map((one): Objection => ({
    ...one,
    allows: notebooks.has(one.path) ? "partial" : "fail",
  }));
  return detected({
    evidence: [...guards, ...trained],
    objections: [...leaks, ...unguarded(project)],
    unreadable: [],
    missing: [
      ...leaks.map(({ path, line, what }) => `${path}:${line}: ${what}`),
      ...(guards.length > 0
        ? []
        : [
            "Put preprocessing and model into one pipeline, split by group or time, or test that no row is in two parts.",
          ]),
    ],
    searched: [
      `Findings of ${rules.length} rules on leaks, and pipelines, splits by group and time, removed copies and tests that parts do not meet.`,
    ],
  });
};

/** Preprocessing that is fitted with the model, on the rows to train on alone. */
function pipelines(project: ChecklistProject): readonly Evidence[] {
  const path = /^(?:sklearn|imblearn)\.pipeline\.(?:\w+\.)*(?:Pipeline|make_pipeline)$/;
  return callsTo(project, { path, roles: trainingRoles(project) }).map((found) =>
    callEvidence(project, found, {
      what: `\`${found.call.text}\` fits preprocessing with the model`,
      rule: "pipeline",
    }),
  );
}

function groupsAndTime(project: ChecklistProject): readonly Evidence[] {
  const byName = callsTo(project, {
    path: /^sklearn\.model_selection\.(?:\w+\.)*(?:GroupKFold|GroupShuffleSplit|StratifiedGroupKFold|LeaveOneGroupOut|LeavePGroupsOut|TimeSeriesSplit)$/,
    roles: trainingRoles(project),
  });
  const ordered = splitsOf(project, trainingRoles(project)).filter(({ kind }) => kind === "ordered" || kind === "hash");
  return [...byName, ...ordered].map((found) =>
    callEvidence(project, found, {
      what: `\`${found.call.text}\` keeps what belongs together apart`,
      rule: "group-or-time-split",
    }),
  );
}

/** Rows that are there twice are taken out in a file that also splits, before it does. */
function copies(project: ChecklistProject): readonly Evidence[] {
  const splits = splitsOf(project, trainingRoles(project));
  return callsTo(project, {
    path: /\.(?:drop_duplicates|dropDuplicates|unique)$/,
    name: /^(?:drop_duplicates|dropDuplicates)$/,
  })
    .filter(
      ({ file, call }) =>
        /drop/i.test(call.name) && splits.some((split) => split.file.path !== file.path || split.call.line > call.line),
    )
    .map((found) =>
      callEvidence(project, found, {
        what: `\`${found.call.text}\` takes copies out before the split`,
        rule: "copies",
      }),
    );
}

/** A test that no row, or nobody, is in two parts. */
function tests(project: ChecklistProject): readonly Evidence[] {
  const meets = (mentions: readonly string[], text: string): boolean =>
    mentions.some((name) => /^(?:isdisjoint|intersection|intersect1d|intersection_update)$/.test(name)) ||
    (/ & /.test(text) && /train/i.test(text) && /test|val/i.test(text)) ||
    /\btrain.*\.max\(\)\W*<=?[^<>]*(?:test|val).*\.min\(\)|(?:test|val).*\.min\(\)\W*>=?[^<>]*train.*\.max\(\)/i.test(
      text,
    );
  const inTests = project.tests
    .filter((test) => provesSomething(test) && test.assertions.some(({ mentions, text }) => meets(mentions, text)))
    .map((test) => testEvidence(test, { what: `${test.name} asserts that parts do not meet`, rule: "disjoint-test" }));
  const inCode = project.code.flatMap(({ path, role, guards }) =>
    role !== "source"
      ? []
      : guards
          .filter(
            ({ mentions, text, within, isConstant, effect }) =>
              !isConstant &&
              effect !== "warn" &&
              meets(mentions, text) &&
              // Any two sets can be held against each other; these are to be parts of the data.
              [text, within, ...mentions].some((name) =>
                /train|test|val(?:id|_|$)|split|fold|hold_?out|leak/i.test(name),
              ),
          )
          .map(({ line, text }): Evidence => ({
            path,
            line,
            level: "L2",
            what: `\`${text}\` stops when parts meet`,
            rule: "disjoint-guard",
          })),
  );
  return [...inTests, ...inCode];
}

/** The team names a column of time or of groups, and no split goes by it. */
function unguarded(project: ChecklistProject): readonly Objection[] {
  const { config } = project;
  const time = textOf(config, "data.timeColumn");
  const groups = textsOf(config, "data.groupColumns");
  const splits = splitsOf(project, trainingRoles(project));
  const [first] = splits;
  if (first === undefined) return [];
  const at = { path: first.file.path, line: first.call.line, allows: "partial" } as const;
  const names = splits.map(({ call }) => call.name).join(" ");
  const hasTime = splits.some(({ kind }) => kind === "ordered") || /TimeSeries/.test(names);
  return [
    ...(time === undefined || hasTime
      ? []
      : [{ ...at, what: `the split does not go by \`${time}\``, rule: "no-time-split" }]),
    ...(groups.length === 0 || /Group/.test(names)
      ? []
      : [
          {
            ...at,
            what: `the split does not keep rows of one \`${groups.join("`, `")}\` together`,
            rule: "no-group-split",
          },
        ]),
  ];
}
