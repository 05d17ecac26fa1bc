import type { ConfigKey } from "./config-schema.js";
import { choice, flag, globs, named, number, section, text, texts } from "./key-makers.js";

/**
 * The settings of `checklist` that detectors of items read, by section. What an item reads of them stands in the item;
 * a test compares the two.
 */
export const checklistSettingKeys: readonly ConfigKey[] = [
  section("org", "The organisation.", [
    choice("archetype", "How machine learning is organised.", [
      "nascent",
      "rnd",
      "embedded",
      "independent",
      "ml-first",
    ]),
  ]),
  section("project", "The project.", [
    choice("archetype", "What the model does for people.", ["improve", "augment", "automate"]),
  ]),
  section("metric", "The number that decides.", [
    text("primary", "Its name."),
    named("aliases", "Other names of a metric.", texts("", "")),
    named("thresholds", "Limits of the other metrics.", number("", "")),
  ]),
  section("baseline", "What the model has to beat.", [
    texts("names", "The names of baselines in code and reports."),
    number("minLift", "By how much the model has to be better."),
    section("human", "How well people do.", [
      number("value", "Their score."),
      text("source", "Where it was measured."),
      flag("applicable", "False where people cannot do the task."),
    ]),
  ]),
  section("task", "The task.", [text("type", "What kind of task it is, where files do not show it.")]),
  section("data", "Data and its splits.", [
    text("splitEntry", "The file that makes the split."),
    globs("testPaths", "Where the test data is."),
    text("timeColumn", "The column with the time of a row."),
    texts("groupColumns", "Columns that name whom or what a row is about."),
    globs("schemaPaths", "Files with the schema of the data."),
    number("minColumnCoverage", "The share of the columns that a schema has to name.", "0.8"),
    choice("versioning", "How data is versioned.", ["none", "snapshot", "dvc", "lfs", "lakefs", "delta", "other"]),
  ]),
  section("features", "Features.", [
    globs("paths", "Where features are made."),
    texts("list", "The features, where code does not show them."),
    texts("forbidden", "Columns that must not be features."),
    texts("allowed", "Columns that may be features."),
    text("ownersFile", "The file that names their owners."),
  ]),
  section("labels", "Labels.", [text("guide", "The guide for those who label.")]),
  section("pipeline", "The pipeline.", [texts("entries", "What starts it: files, or `Makefile:target`.")]),
  section("training", "Training.", [
    globs("entries", "The scripts that train."),
    choice("overfitTest", "Is a test that overfits one batch asked for?", ["required", "optional"]),
  ]),
  section("tuning", "The search for hyperparameters.", [
    number("minTrials", "The least number of trials."),
    section(
      "sensitivity",
      "Which parameters matter.",
      ["high", "medium", "low"].map((name) => texts(name, "Their names.")),
    ),
  ]),
  section("tracking", "Tracking of runs.", [text("system", "What tracks them.")]),
  section("config", "Configuration of training.", [globs("paths", "Where it is.")]),
  section("checkpoints", "Checkpoints.", [globs("paths", "Where they are written.")]),
  section("repro", "Repeatability.", [
    texts("seedSources", "The libraries that have to be seeded."),
    number("tolerance", "How far two runs may differ."),
  ]),
  section("numerics", "Numbers that are none.", [texts("guards", "Functions that guard against them.")]),
  section("debug", "Following one example.", [
    text("entry", "What runs a single example with its intermediate values."),
  ]),
  section("deps", "Dependencies.", [
    named("parts", "The lock file of each part.", text("", "")),
    texts("managers", "The package managers in use."),
  ]),
  section("git", "The repository.", [
    { name: "maxFileSize", doc: "Larger files do not belong in it.", value: { type: "size" } },
  ]),
  section("notebooks", "Notebooks.", [flag("productionAllowed", "May they run in production?")]),
  section("models", "Models.", [
    globs("paths", "Where they are."),
    texts("allowUnpinned", "Models that may be loaded without a version."),
    texts("trustedOrgs", "Whose models are trusted."),
  ]),
  section("review", "Reviews.", [globs("paths", "What has to be reviewed.")]),
  section("tests", "Tests.", [
    globs("paths", "Where they are."),
    number("ratio", "How many tests a source file has to have.", "0.25"),
    globs("integration", "Tests of the whole pipeline."),
    globs("behaviour", "Tests of the model's behaviour."),
  ]),
  section("quality", "Code and model quality.", [
    texts("tools", "Linters and type checkers in use."),
    text("proxy", "What stands for quality before labels arrive."),
  ]),
  section("ci", "Continuous integration.", [globs("files", "Its files, where they are in an unusual place.")]),
  section("gate", "The gate before a model is published.", [
    text("metric", "What it looks at."),
    number("threshold", "What has to be reached."),
    text("entry", "The script that decides."),
  ]),
  texts("slices", "The columns whose values are scored one by one."),
  section("fairness", "Fairness.", [
    flag("applicable", "False where it does not matter who a row is about."),
    texts("groups", "The groups to compare."),
  ]),
  section("explain", "Explanations.", [flag("required", "Must predictions be explained?")]),
  section("serving", "Serving.", [
    globs("paths", "Where the service is."),
    texts("routes", "The routes that predict."),
    globs("manifests", "What deploys it."),
  ]),
  section("docker", "Images.", [globs("paths", "Where their files are.")]),
  section("envs", "Environments.", [texts("names", "What staging and production are called.")]),
  section("edge", "Devices.", [texts("targets", "What the model is exported to.")]),
  section("budgets", "Limits.", [
    ...[number("latencyMs", "Of the time for a prediction."), number("memoryMb", "Of memory.")],
    ...[number("modelSizeMb", "Of the model's size."), named("features", "Of the cost of features.", number("", ""))],
  ]),
  section("rollout", "Rollout.", [text("system", "What splits the traffic.")]),
  section("rollback", "Going back.", [
    text("command", "What does it."),
    { name: "lastDrill", doc: "The day of the last drill.", value: { type: "day" } },
  ]),
  section("registry", "The model registry.", [text("system", "Which it is.")]),
  section("monitoring", "Monitoring.", [text("system", "What does it.")]),
  section("predictionLog", "The log of predictions.", [texts("fields", "What it holds.")]),
  section("drift", "Drift.", [
    number("threshold", "How much is too much."),
    texts("features", "Which features, or `all`."),
  ]),
  section("freshness", "The age of the model.", [number("maxAgeDays", "The most days.")]),
  section("oncall", "Who is called.", [text("runbook", "What they go by.")]),
  section("security", "Security.", [
    texts("publicRoutes", "Routes that need no access control."),
    globs("allowPickle", "Files that may load pickles."),
    choice("exposure", "Who can reach the service.", ["public", "internal"]),
  ]),
  section("secrets", "Secrets.", [globs("allow", "Files in which what looks like a secret is none.")]),
  section("privacy", "Personal data.", [
    texts("piiColumns", "Columns that hold it."),
    globs("ignorePaths", "Files in which what looks like it is none."),
  ]),
  section("docs", "Documents.", [
    ...[text("problem", "The one that states the problem."), text("dataCard", "The one on the data.")],
    ...[text("modelCard", "The one on the model."), text("readme", "The one to begin with.")],
  ]),
  text("kpi", "The number of the business that the model is for."),
  named("owners", "Who owns which part.", texts("", "")),
  section("diagnostics", "Findings as evidence.", [
    globs("exclude", "Files whose findings are no evidence."),
    texts("justified", "Rules whose suppressions count as answered."),
    named(
      "severity",
      "Another severity of a rule as evidence.",
      choice("", "", ["error", "warning", "info", "hint", "off"]),
    ),
  ]),
];
