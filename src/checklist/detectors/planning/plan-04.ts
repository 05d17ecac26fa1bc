import { textsOf } from "../../../engine/checklist-config.js";
import type { DocSection } from "../../../project/facts/file-facts.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { callEvidence } from "../../search/code-evidence.js";
import { documentsAt, passagesOf } from "../../search/documents.js";
import { type RemoteLoad, remoteLoads } from "../../search/remote-loads.js";

/** Were borrowed models and code vetted, and are they pinned? */
export const detector: Detector = (project) => {
  const loads = remoteLoads(project).filter(({ id }) => !isAllowed(project, id));
  const known = loads.filter(({ isUnresolved, isPinned }) => !isUnresolved && isPinned !== undefined);
  const pinned = known.filter(({ isPinned }) => isPinned === true);
  const loose = known.filter(({ isPinned }) => isPinned === false);
  const unclear = loads.filter((load) => !known.includes(load));
  const code = project.dependencies.declared.filter(({ specifier }) => /git\+|github:/.test(specifier));
  const looseCode = code.filter(({ isPinned }) => !isPinned);
  const note = noteIn(project.docs);
  const evidence = [
    ...pinned.map((load) =>
      callEvidence(project, load, { what: `${load.id} at a fixed version`, rule: "pinned-load" }),
    ),
    ...code
      .filter(({ isPinned }) => isPinned)
      .map(({ path, line, name }): Evidence => ({
        ...{ path, line, level: "L2", rule: "pinned-code" },
        what: `${name} from a repository, at a commit or tag`,
      })),
    ...note,
  ];
  const isAnyPinned = evidence.length > note.length;
  return detected({
    evidence,
    objections: isAnyPinned
      ? [
          ...loose.map(looseLoad),
          ...looseCode.map(({ path, line, name }): Objection => ({
            ...{ path, line, allows: "partial", rule: "unpinned-code" },
            what: `${name} comes from a repository, at no fixed commit`,
          })),
          ...(note.length > 0 ? [] : [without(evidence)]),
        ]
      : [],
    forks: isAnyPinned || loose.length > 0 ? [] : forksOf(unclear),
    missing: [
      ...loose.map(({ id, call }) => `Give \`${call.name}("${id}")\` a commit or tag.`),
      ...looseCode.map(({ name }) => `Give ${name} a commit or tag.`),
      ...(note.length > 0
        ? []
        : ["Note the origin, licence and known issues of what is borrowed, for example in MODELS.md."]),
    ],
    searched: [
      "Loads from model hubs and requirements from repositories in the product's code, and notes on their origin.",
    ],
  });
};

function looseLoad({ id, call, file }: RemoteLoad): Objection {
  const what = `\`${call.name}\` loads ${id} at no fixed version`;
  return { path: file.path, line: call.line, allows: "partial", what, rule: "unpinned-load" };
}

function without([first]: readonly Evidence[]): Objection {
  const { path = ".", line = 1 } = first ?? {};
  return { path, line, allows: "partial", what: "no note says where what is borrowed comes from", rule: "no-note" };
}

/** What is loaded by a name from elsewhere, or nothing at all: only people know. */
function forksOf([unclear]: readonly RemoteLoad[]): readonly {
  readonly question: string;
  readonly at?: { readonly path: string; readonly line: number };
}[] {
  if (unclear === undefined)
    return [
      { question: "No load from a server of others was found. Which models are borrowed, and at which version?" },
    ];
  const { call, file, id } = unclear;
  return [
    {
      question: `What does \`${call.text}(${id})\` load, and at which version?`,
      at: { path: file.path, line: call.line },
    },
  ];
}

/** A note on borrowed models: their origin and licence, in words. */
function noteIn(docs: readonly DocSection[]): readonly Evidence[] {
  const found = [
    ...documentsAt(docs, /(?:^|\/)(?:MODELS|THIRD[-_]PARTY[-_]MODELS|MODEL[-_]SOURCES)\.(?:md|rst)$/i),
    ...passagesOf(docs, { heading: aboutBorrowed }),
  ];
  return found
    .filter(({ words, text }) => words >= 10 && /licen[cs]e|apache|\bmit\b|cc[- ]by|known issues|origin/i.test(text))
    .slice(0, 1)
    .map(({ path, line, heading }) => ({
      path,
      line,
      level: "L1",
      what: `"${heading}" notes where it comes from`,
      rule: "diligence-note",
    }));
}

const aboutBorrowed =
  /\b(?:third[- ]party|borrowed|pre-?trained|upstream|base|external)\s+(?:models?|weights|code|checkpoints?)\b|\bmodel (?:sources?|origins?|provenance)\b|\borigin of (?:the )?(?:models?|weights)\b/i;

function isAllowed({ config }: ChecklistProject, id: string): boolean {
  const organisation = /^([\w.-]+)\//.exec(id)?.[1];
  return (
    textsOf(config, "models.allowUnpinned").includes(id) ||
    (organisation !== undefined && textsOf(config, "models.trustedOrgs").includes(organisation))
  );
}
