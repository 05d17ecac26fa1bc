import type { ConfigKey, ConfigValue } from "./config-schema.js";
import { checklistSettingKeys } from "./checklist-setting-keys.js";

const severity: ConfigValue = {
  type: "choice",
  choices: [
    { value: "blocker", doc: "Stops the gate when it fails." },
    { value: "major", doc: "Matters." },
    { value: "minor", doc: "Matters less." },
  ],
};

/** The keys of `checklist` in `.preflight/config.yaml`. */
export const checklistKeys: readonly ConfigKey[] = [
  {
    name: "version",
    doc: "The version of this part's form: 1.",
    value: { type: "number", least: 1, most: 1 },
    default: "1",
  },
  {
    name: "profile",
    doc: "What the project is, where files do not show it or show it wrongly. It decides which items apply.",
    value: {
      type: "keys",
      keys: [
        ...autoKey("training", "Is a model trained here?"),
        ...autoKey("serving", "Are predictions served?"),
        ...autoKey("online", "Does a service answer requests with predictions?"),
        ...autoKey("public", "Can the public reach the service?"),
        ...autoKey("batch", "Are predictions written in batches?"),
        ...autoKey("deepLearning", "Is deep learning used?"),
        ...autoKey("tabular", "Are the features columns of a table?"),
        ...autoKey("vision", "Are images or videos the input?"),
        ...autoKey("text", "Is text the input?"),
        ...autoKey("timeSeries", "Do the rows follow on each other in time?"),
        ...autoKey("edge", "Does the model run on devices?"),
        ...autoKey("people", "Are people affected by the predictions?"),
        ...autoKey("library", "Is this a library, which neither trains nor serves a model of its own?"),
        {
          name: "task",
          doc: "What the model does.",
          value: {
            type: "choice",
            choices: [
              { value: "classification", doc: "It chooses among classes." },
              { value: "regression", doc: "It gives a number." },
              { value: "ranking", doc: "It puts things in order." },
              { value: "clustering", doc: "It groups without labels." },
              { value: "generation", doc: "It writes or draws." },
              { value: "other", doc: "Something else." },
            ],
          },
        },
        { name: "languages", doc: "The languages that count.", value: { type: "texts" } },
      ],
    },
  },
  ...checklistSettingKeys,
  {
    name: "checks",
    doc: "Settings of single items, by their ids.",
    value: {
      type: "items",
      keys: [
        {
          name: "enabled",
          doc: "`false` leaves the item out; that takes a `reason`.",
          value: { type: "flag" },
          default: "true",
        },
        { name: "reason", doc: "Why: shown in the report.", value: { type: "text" } },
        {
          name: "severity",
          doc: "Another severity. A blocker is lowered only with a `reason`.",
          value: severity,
        },
        {
          name: "weight",
          doc: "Another weight in the score of its stage.",
          value: { type: "number", least: 0, most: 100 },
        },
      ],
    },
  },
  {
    name: "custom",
    doc: "Items of your own. They look at files; they cannot run anything.",
    value: {
      type: "entries",
      keys: [
        { name: "id", doc: "An id of your own, such as ACME-01.", value: { type: "text" }, required: true },
        { name: "stage", doc: "The stage that it belongs to.", value: { type: "stage" }, required: true },
        { name: "question", doc: "What is asked; yes is the good answer.", value: { type: "text" }, required: true },
        {
          name: "evidence",
          doc: "What answers it.",
          required: true,
          value: {
            type: "keys",
            keys: [
              { name: "files", doc: "Globs of the files to look at.", value: { type: "globs" }, required: true },
              { name: "contains", doc: "A text that has to stand in one of them.", value: { type: "text" } },
            ],
          },
        },
        { name: "severity", doc: "How much it matters.", value: severity, default: "major" },
        {
          name: "weight",
          doc: "Its weight in the score of its stage.",
          value: { type: "number", least: 0, most: 100 },
          default: "1",
        },
      ],
    },
  },
  {
    name: "scoring",
    doc: "What it takes to pass the gate.",
    value: {
      type: "keys",
      keys: [
        {
          name: "stageMinimum",
          doc: "The least score of a stage.",
          value: { type: "number", least: 0, most: 1 },
          default: "0.6",
        },
        {
          name: "mlTestScoreTarget",
          doc: "The ML Test Score has to be above it.",
          value: { type: "number", least: 0, most: 7 },
          default: "2",
        },
        {
          name: "notApplicable",
          doc: "What tests that do not apply count for in the ML Test Score.",
          value: {
            type: "choice",
            choices: [
              { value: "zero", doc: "Nothing, as the paper has it." },
              { value: "leave-out", doc: "They are left out, and the rest is scaled to seven tests." },
            ],
          },
          default: "zero",
        },
      ],
    },
  },
  {
    name: "attest",
    doc: "What people sign.",
    value: {
      type: "keys",
      keys: [
        {
          name: "file",
          doc: "Where it is kept, from the root.",
          value: { type: "text" },
          default: ".preflight/attestations.yaml",
        },
        {
          name: "expiryDays",
          doc: "For how many days it counts.",
          value: { type: "number", least: 1 },
          default: "180",
        },
      ],
    },
  },
];

function autoKey(name: string, doc: string): readonly ConfigKey[] {
  const choices = [
    { value: "auto", doc: "Go by the files." },
    { value: "true", doc: "Yes." },
    { value: "false", doc: "No." },
  ];
  return [{ name, doc, value: { type: "choice", choices }, default: "auto" }];
}
