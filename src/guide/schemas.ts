import { entrySchema, listSchema, type Schema } from "./entry-schema.js";
import { readItem } from "./read-item.js";
import {
  readGoal,
  readPath,
  readReading,
  readRule,
  readSnippet,
  readSnippetBody,
  readStage,
  readTool,
  readTopic,
} from "./readers.js";
import { readTeamFile } from "./team-file.js";

/** A JSON schema that is a file of its own. */
interface SchemaFile extends Schema {
  readonly $schema: string;
  readonly title: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const $schema = "http://json-schema.org/draft-07/schema#";

/** The JSON schemas of the guide's files by file name, made from the readers that read those files. */
export const guideSchemas: Readonly<Record<string, SchemaFile>> = {
  "guide.schema.json": {
    $schema,
    title: "ML Preflight: guide",
    description: "What a team changes in the guide, `.preflight/guide.yaml`.",
    ...entrySchema(readTeamFile),
  },
  "guide-content.schema.json": {
    $schema,
    title: "ML Preflight: content of the guide",
    description:
      "The files of src/guide, one definition for each; every file of src/guide/topics has that of topics, every one of src/guide/items that of items, every one of src/guide/snippets that of snippet bodies.",
    definitions: {
      stages: listSchema(readStage),
      topics: listSchema(readTopic),
      readings: listSchema(readReading),
      paths: listSchema(readPath),
      goals: listSchema(readGoal),
      tools: listSchema(readTool),
      items: listSchema(readItem),
      snippets: listSchema(readSnippet),
      "snippet bodies": listSchema(readSnippetBody),
      rules: listSchema(readRule),
    },
  },
};
