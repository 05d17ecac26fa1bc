import { textOf } from "../../../engine/checklist-config.js";
import type { DocSection } from "../../../project/facts/file-facts.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import { documentsOf } from "../../search/documents.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { callsTo } from "../../search/code-evidence.js";
import { textIn } from "../../search/values.js";

/** Does the model have a card with owner, intended use and limits? */
export const detector: Detector = (project) => {
  const cards = cardsOf(project).map(({ path, sections }) => ({
    path,
    line: sections[0]?.line ?? 1,
    lacks: aspects.filter((aspect) => !isFilled(project, aspect, sections)),
    template: sections.find(({ isTemplate }) => isTemplate),
  }));
  const [best] = cards.toSorted((a, b) => a.lacks.length - b.lacks.length);
  const evidence = cards.map(({ path, line, lacks }): Evidence => {
    const what =
      lacks.length === 0 ? "A model card that says all that is asked" : `A model card without ${namesOf(lacks)}`;
    // A card that says next to nothing is only the name of a file.
    const level = lacks.length === 0 ? "L3" : lacks.length >= aspects.length - 1 ? "L1" : "L2";
    return { path, line, level, what, rule: "model-card" };
  });
  const template = best?.template;
  const objections: readonly Objection[] =
    template === undefined
      ? []
      : [
          {
            ...{ path: template.path, line: template.line, allows: "partial" },
            ...{ what: `"${template.heading}" of ${template.path} still holds a template's text`, rule: "model-card" },
          },
        ];
  return detected({
    evidence,
    objections,
    missing:
      best === undefined
        ? ["Write a `MODEL_CARD.md` with owner, intended use, limits, training data, and numbers of the evaluation."]
        : best.lacks.length === 0
          ? []
          : [`Say in ${best.path}: ${namesOf(best.lacks)}.`],
    searched: ["Documents called model card, and front matter of a model's README."],
  });
};

interface Card {
  readonly path: string;
  readonly sections: readonly DocSection[];
}

function cardsOf({ docs, config }: ChecklistProject): readonly Card[] {
  const own = textOf(config, "docs.modelCard");
  return [...documentsOf(docs)].flatMap(([path, sections]) => {
    if (/(?:^|\/)(?:examples?|templates?|\.github)\//i.test(path)) return [];
    const isCard = own === undefined ? cardName.test(path) || isHubCard(sections) : path === own;
    return isCard ? [{ path, sections }] : [];
  });
}

const cardName =
  /(?:^|\/)model[-_ ]?cards?(?:[-_/][^/]*)?\.(?:md|rst|txt)$|(?:^|\/)model[-_]?cards?\/[^/]+\.(?:md|rst)$/i;

/** Hugging Face's hub reads what stands in YAML before the text. */
function isHubCard(sections: readonly DocSection[]): boolean {
  const keys = new Set(frontMatter(sections).map(({ key }) => key.split(".")[0] ?? ""));
  return ["datasets", "metrics", "model-index", "base_model", "library_name", "pipeline_tag"].some((key) =>
    keys.has(key),
  );
}

function frontMatter(sections: readonly DocSection[]): NonNullable<DocSection["frontMatter"]> {
  return sections.flatMap((section) => section.frontMatter ?? []);
}

interface Aspect {
  readonly name: string;
  readonly heading: RegExp;
  /** A line of the text that says it. */
  readonly line?: RegExp;
  /** A key of the front matter that says it. */
  readonly key?: RegExp;
  readonly takesNumber?: boolean;
}

const aspects: readonly Aspect[] = [
  {
    name: "an owner",
    heading: /owner|contact|maintainer|responsible|authors?\b/i,
    line: /(?:owner|owned by|contact|maintain(?:er|ed by)|responsible|developed by|team)\b[^\n]{0,20}?[:|*\-–—\s]\s*\S/i,
    key: /^(?:owner|contact|maintainers?|authors?)/,
  },
  {
    name: "the intended use",
    heading: /intended|use\b|uses\b|usage|purpose|scope/i,
    line: /intended (?:use|for|users?)|meant (?:for|to)/i,
  },
  {
    name: "its limits",
    heading: /limit|out[- ]of[- ]scope|caveat|risk|bias|fail|not (?:for|be used)/i,
    // Bold words at the beginning of a paragraph are a heading as well.
    line: /^(?:known )?(?:limits?|caveats?|out[- ]of[- ]scope)\b|limitations?\b|must not be used|not (?:intended|meant|suited|suitable) (?:for|to)/im,
  },
  {
    name: "the training data",
    heading: /data/i,
    line: /train(?:ed|ing)\b[^.\n]*\b(?:on|data|rows|images|records)/i,
    key: /^datasets?(?:\.|$)/,
  },
  {
    name: "numbers of the evaluation",
    heading: /evaluation|metric|result|performance|quality|score/i,
    line: /(?:accuracy|f1|auc|rmse|mae|mape|precision|recall|wape|score|error)\b[^\n]*\d/i,
    key: /^model-index\..*value/,
    takesNumber: true,
  },
];

function isFilled(project: ChecklistProject, aspect: Aspect, sections: readonly DocSection[]): boolean {
  const { heading, line, key, takesNumber = false } = aspect;
  if (frontMatter(sections).some((entry) => key?.test(entry.key) === true && entry.value !== null)) return true;
  if (aspect.name === "an owner" && isOwnerTagged(project)) return true;
  return sections.some((section, index) => {
    if (section.isTemplate) return false;
    if (section.level > 0 && heading.test(section.heading)) {
      const text = section.text === "" ? (sections[index + 1]?.text ?? "") : section.text;
      if (text.length > 3 && (!takesNumber || /\d/.test(text))) return true;
    }
    return line?.test(section.text) === true;
  });
}

/** A registry knows the owner too: `client.set_model_version_tag(name, version, "owner", "risk-team")`. */
function isOwnerTagged(project: ChecklistProject): boolean {
  return callsTo(project, {
    path: /\.set_(?:registered_model_|model_version_)?tag$/,
    name: /^set_(?:registered_model|model_version)_tag$/,
  }).some(({ call }) => [...call.positional, ...Object.values(call.named)].some((value) => textIn(value) === "owner"));
}

function namesOf(lacks: readonly Aspect[]): string {
  return lacks.map(({ name }) => name).join(", ");
}
