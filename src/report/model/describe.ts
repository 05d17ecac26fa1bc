import { mlLibraries } from "../../knowledge/ml-libraries.js";
import { usedLibraries } from "../../semantics/code/libraries.js";
import type { Model } from "../../semantics/model.js";
import { isSeeded } from "../../semantics/seeds/seeding.js";
import { useNotes } from "./data-notes.js";
import { forwardNotes } from "./forward-notes.js";
import { lossNotes } from "./loss-notes.js";
import type { Note } from "./note.js";
import { parameterNotes } from "./parameter-notes.js";
import { trainingNotes } from "./training-notes.js";
import { valueNotes } from "./value-notes.js";

/** What is known of a file as a whole, and of its places in their order. */
export interface ModelDescription {
  readonly libraries: readonly string[];
  /** Other files whose code runs while this one does. */
  readonly followed: readonly string[];
  /** Libraries in use that draw by chance, and whether their generator is seeded. */
  readonly seeded: Readonly<Record<string, boolean>>;
  readonly notes: readonly Note[];
}

/** Asks the questions that rules ask, and puts the answers beside the code. */
export function describeModel(model: Model): ModelDescription {
  const libraries = [...usedLibraries(model.form)].filter((library) => mlLibraries.has(library)).sort();
  const files = new Set(model.allCalls.map(({ unit }) => unit.path));
  files.delete(model.path);
  const drawing = ["numpy", "torch"].filter((library) => model.uses(library));
  return {
    libraries,
    followed: [...files].sort(),
    seeded: Object.fromEntries(drawing.map((library) => [library, isSeeded(model, library)])),
    notes: model.isMachineLearning
      ? inOrder([
          ...valueNotes(model),
          ...parameterNotes(model),
          ...trainingNotes(model),
          ...forwardNotes(model),
          ...lossNotes(model),
          ...useNotes(model),
        ])
      : [],
  };
}

function inOrder(notes: readonly Note[]): readonly Note[] {
  return [...notes].sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
}
