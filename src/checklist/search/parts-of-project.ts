import { parentOf } from "../../project/paths.js";
import type { ChecklistProject } from "../project.js";

/** A part of a project that somebody has to own, with the files that stand for it. */
export interface OwnedPart {
  readonly name: "data" | "model" | "service" | "infrastructure";
  readonly paths: readonly string[];
}

/** The parts that a project has, as its files show. */
export function ownedParts({
  profile,
  code,
  files,
  dockerfiles,
  kubernetes,
  ci,
  pipelines,
}: ChecklistProject): readonly OwnedPart[] {
  const { training, serving, batch } = profile.facts;
  const source = new Set(code.filter(({ role }) => role === "source").map(({ path }) => path));
  const own = (places: readonly { readonly path: string }[]): readonly string[] =>
    [...new Set(places.map(({ path }) => path))].filter((path) => source.has(path));
  const data = files.filter(
    (path) =>
      /(?:^|\/)(?:data|datasets?|features?|ingest\w*|etl|schemas?)(?:\/|\.py$)|(?:^|\/)\w*(?:features|schema|ingest|preprocess\w*)\.py$/.test(
        path,
      ) && !/(?:^|\/)tests?\//.test(path),
  );
  const parts: readonly OwnedPart[] = [
    { name: "data", paths: data },
    { name: "model", paths: own(training.places) },
    { name: "service", paths: own([...serving.places, ...batch.places]) },
    {
      name: "infrastructure",
      paths: [
        ...new Set([
          ...dockerfiles.map(({ path }) => path),
          ...kubernetes.map(({ path }) => path),
          ...ci.paths,
          ...pipelines.map(({ path }) => path),
          ...files.filter((path) => path.endsWith(".tf")),
        ]),
      ],
    },
  ];
  return parts.filter(({ paths }) => paths.length > 0);
}

/** What a part is called to people: its folders. */
export function foldersOf({ paths }: OwnedPart): string {
  const folders = [...new Set(paths.map((path) => parentOf(path) ?? ""))].map((folder) =>
    folder === "" ? "the root" : folder,
  );
  return folders.slice(0, 3).join(", ");
}
