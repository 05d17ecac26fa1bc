import { textOf } from "../../../engine/checklist-config.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { callEvidence, callsTo, provesSomething, testEvidence } from "../../search/code-evidence.js";
import { documentsAt, passagesOf } from "../../search/documents.js";
import { atMost } from "../../search/pipeline-evidence.js";
import { labelColumns } from "../../search/label-columns.js";
import { type Schema, schemasOf } from "../../search/schemas.js";
import { validationEvidence } from "../../search/validation-evidence.js";
import { validationsOf } from "../../search/validations.js";
import { writtenAs } from "../../search/values.js";

/** Are labels made by a controlled process with measured consistency? */
export const detector: Detector = async (project) => {
  const guide = guides(project);
  const measures = inCode(project);
  // That labels are of the right kind says nothing on whether two people would give the same one.
  const checks = [...inTests(project), ...(await inSchemas(project))].map((one) => atMost(one, "L2"));
  const evidence = [...measures, ...checks, ...guide, ...tools(project)];
  const [best] = evidence;
  return detected({
    evidence,
    objections: measures.length === 0 || guide.length > 0 ? [] : [withoutGuide(measures)],
    forks: [
      {
        question: "Who made the labels, by which guide, and how well do they agree?",
        ...(best === undefined ? {} : { at: { path: best.path, line: best.line } }),
      },
    ],
    missing: [
      ...(guide.length > 0 ? [] : ["Write a guide for those who label, for example docs/labelling.md."]),
      ...(measures.length > 0
        ? []
        : ["Compute how well labels agree, for example with `cohen_kappa_score` of two people, in code that runs."]),
    ],
    searched: [
      "Guides for labelling, measures of agreement and of label quality in code, tests of labels, and tools that label.",
    ],
  });
};

function guides({ docs, config, files }: ChecklistProject): readonly Evidence[] {
  const stated = textOf(config, "labels.guide");
  if (stated !== undefined && files.includes(stated))
    return [{ path: stated, line: 1, level: "L2", what: "The team's guide for labelling", rule: "label-guide" }];
  const found = [
    ...documentsAt(
      docs,
      /(?:^|\/)(?:docs?\/.*)?(?:label\w*|annotation\w*)[-_]?(?:guide\w*|instructions|protocol|manual|rules|handbook)?\.(?:md|rst)$/i,
    ),
    ...passagesOf(docs, {
      heading:
        /\b(?:label+ing|annotat\w+|labels?)\b.*\b(?:guide\w*|instructions|protocol|rules|handbook|process)\b|^how (?:we|to) (?:label|annotate)/i,
    }),
  ];
  return found
    .filter(({ words, path }) => words >= leastWords && !/generated/.test(path))
    .slice(0, 1)
    .map(({ path, line, heading }) => ({
      path,
      line,
      level: "L2",
      what: `"${heading}" tells how to label`,
      rule: "label-guide",
    }));
}

const leastWords = 30;

function inCode(project: ChecklistProject): readonly Evidence[] {
  return callsTo(project, { path: measuring })
    .filter(
      ({ call }) =>
        !/cohen_kappa_score$/.test(call.path ?? "") ||
        !call.positional.some((value) => /pred|y_hat|output|logit/i.test(writtenAs(value))),
    )
    .map((found) =>
      callEvidence(project, found, {
        what: `\`${found.call.text}\` measures the quality of labels`,
        rule: "label-quality",
      }),
    );
}

const measuring =
  /^(?:sklearn\.metrics\.(?:\w+\.)*cohen_kappa_score|krippendorff\.alpha|statsmodels\.stats\.inter_rater\.(?:fleiss_kappa|cohens_kappa)|nltk\.metrics\.(?:agreement\.)?AnnotationTask(?:\.\w+)?|cleanlab\.(?:\w+\.)*\w+|irrCAC\..+|pingouin\.intraclass_corr)$/;

/** A test that holds the labels of data against what they may be. */
function inTests({ tests }: ChecklistProject): readonly Evidence[] {
  return tests
    .filter(
      (test) =>
        provesSomething(test) &&
        test.assertions.some(
          ({ mentions }) =>
            mentions.some((name) => /^(?:labels?|target|y)$/i.test(name)) &&
            mentions.some((name) => /^(?:isin|unique|issubset|is_in|allowed_labels|classes)$/i.test(name)),
        ),
    )
    .map((test) =>
      testEvidence(test, { what: `${test.name} holds labels against what they may be`, rule: "label-test" }),
    );
}

/** A schema that says what the column of the labels may hold, and by which data are validated. */
async function inSchemas(project: ChecklistProject): Promise<readonly Evidence[]> {
  const labels = labelColumns(project.code);
  const holds = ({ limited }: Schema): boolean => limited.some((column) => labels.has(column));
  const schemas = (await schemasOf(project)).filter((schema) => schema.kind === "pandera" && holds(schema));
  if (schemas.length === 0) return [];
  return validationsOf(project, schemas)
    .filter(({ schema }) => schema !== undefined && schemas.includes(schema))
    .flatMap((one) =>
      validationEvidence(project, one, { what: `${one.what} says what labels may be`, rule: "label-schema" }),
    );
}

function withoutGuide([first]: readonly Evidence[]): Objection {
  const { path = ".", line = 1 } = first ?? {};
  return { path, line, allows: "partial", what: "no guide says how to label", rule: "no-label-guide" };
}

function tools({ files, code }: ChecklistProject): readonly Evidence[] {
  const config = files.find((path) =>
    /(?:^|\/)label_config\w*\.xml$|(?:^|\/)(?:prodigy\.json|argilla\.ya?ml|cvat\.ya?ml)$/.test(path),
  );
  const file = code.find(
    ({ role, imports }) =>
      role === "source" &&
      imports.some(({ module }) => /^(?:label_studio\w*|prodigy|argilla|cvat_sdk|snorkel)\b/.test(module)),
  );
  const path = config ?? file?.path;
  return path === undefined
    ? []
    : [{ path, line: 1, level: "L1", what: "A tool for labelling is set up", rule: "label-tool" }];
}
