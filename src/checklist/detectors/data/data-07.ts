import { textOf } from "../../../engine/checklist-config.js";
import { detected, type Evidence } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { callEvidence, callsTo } from "../../search/code-evidence.js";
import { passagesOf } from "../../search/documents.js";
import { featureModules } from "../../search/feature-modules.js";
import { atMost } from "../../search/pipeline-evidence.js";

/** Can a new feature reach production quickly, with an owner and a doc? */
export const detector: Detector = async (project) => {
  const stores = registered(project);
  const owners = await ownersOf(project);
  const catalogue = catalogueOf(project);
  const file = textOf(project.config, "features.ownersFile");
  const named: readonly Evidence[] =
    file !== undefined && project.files.includes(file)
      ? [
          {
            path: file,
            line: 1,
            level: "L2",
            what: "The file of the team names the owners of features",
            rule: "owners-file",
          },
        ]
      : [];
  // Owners of what is nowhere listed, and a list that nobody owns, are half of it.
  const isOwned = owners.length > 0 && (catalogue.length > 0 || stores.length > 0);
  const others = [...owners, ...catalogue].map((one): Evidence => (isOwned ? { ...one, level: "L2" } : one));
  const evidence = [...named, ...stores, ...others];
  const [best] = evidence;
  return detected({
    evidence,
    forks: [
      {
        question: "How many days pass from the idea of a feature to its release, and who owns it?",
        ...(best === undefined ? {} : { at: { path: best.path, line: best.line } }),
      },
    ],
    missing:
      best === undefined
        ? ["Register features with an owner and a description, in a feature store or a document."]
        : ["Measure the days from the first commit of a feature to its release, and attest them."],
    searched: ["Feature stores, owners of the files that make features, and catalogues of features in the documents."],
  });
};

function registered(project: ChecklistProject): readonly Evidence[] {
  return callsTo(project, {
    path: /^(?:feast\.(?:\w+\.)*(?:FeatureView|OnDemandFeatureView|StreamFeatureView|FeatureService)|tecton\.\w*[Ff]eature_?[Vv]iew|featureform\.\w+)$/,
    name: /^(?:create_feature_group|get_or_create_feature_group)$/,
  })
    .map((found) => {
      const { call } = found;
      const hasOwner = ["owner", "tags", "description"].some((name) => Object.hasOwn(call.named, name));
      const what = `\`${call.text}\` registers features${hasOwner ? " with their owner" : ", without an owner"}`;
      return atMost(callEvidence(project, found, { what, rule: "feature-store" }), hasOwner ? "L2" : "L1");
    })
    .map((one) => (one.what.includes("without an owner") ? { ...one, level: "L1" as const } : one));
}

/** Owners of the files that make features; those of everything own nothing in particular. */
async function ownersOf(project: ChecklistProject): Promise<readonly Evidence[]> {
  const path = project.files.find((file) => /^(?:\.github\/|docs\/|\.gitlab\/)?CODEOWNERS$/.test(file));
  const modules = featureModules(project).map(({ file }) => file.path);
  const text = path === undefined ? "" : ((await project.read(path)) ?? "");
  return text.split("\n").flatMap((line, index): readonly Evidence[] => {
    const [pattern = "", ...owners] = line.replace(/#.*$/, "").trim().split(/\s+/);
    const folder = pattern.replace(/^\//, "").replace(/\*+.*$/, "");
    const owned = folder === "" ? undefined : modules.find((one) => one.startsWith(folder));
    if (path === undefined || owned === undefined || owners.length === 0) return [];
    return [{ path, line: index + 1, level: "L1", what: `${owners.join(", ")} own ${owned}`, rule: "code-owners" }];
  });
}

function catalogueOf({ docs }: ChecklistProject): readonly Evidence[] {
  return passagesOf(docs, {
    heading:
      /\bfeatures?\b.*\b(?:catalog\w*|list|dictionary|owners?|registry)\b|\b(?:catalog\w*|dictionary|registry) of features\b/i,
    leastWords: 15,
  })
    .slice(0, 1)
    .map(({ path, line, heading }) => ({
      path,
      line,
      level: "L1",
      what: `"${heading}" lists features`,
      rule: "catalogue",
    }));
}
