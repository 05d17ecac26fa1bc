import { kebabCase, type Entry, type Reader } from "./entry.js";

/** The part of JSON Schema that the guide needs. */
export interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
}

/** The schema of a list of what a reader reads. */
export function listSchema(read: Reader<unknown>, doc?: string): Schema {
  return described({ type: "array", items: entrySchema(read) }, doc);
}

/** The schema of a mapping, made by running its reader on an entry that notes each question and has no answers. */
export function entrySchema(read: Reader<unknown>): Schema {
  return probe(read).schema;
}

function probe<T>(read: Reader<T>): { readonly schema: Schema; readonly answer: T } {
  const properties = new Map<string, Schema>();
  const required: string[] = [];
  const note = <T>(key: string, schema: Schema, doc: string | undefined, isRequired: boolean, answer: T): T => {
    properties.set(key, described(schema, doc));
    if (isRequired) required.push(key);
    return answer;
  };
  const text: Schema = { type: "string", minLength: 1 };
  const entry: Entry = {
    text: (key, doc) => note(key, text, doc, true, ""),
    optionalText: (key, doc) => note(key, text, doc, false, undefined),
    id: (key, doc) => note(key, { type: "string", pattern: kebabCase.source }, doc, true, ""),
    number: (key, doc) => note(key, { type: "number" }, doc, true, 0),
    flag: (key, doc) => note(key, { type: "boolean" }, doc, false, false),
    choice: (key, choices, doc) => {
      const [first] = choices;
      if (first === undefined) throw new Error(`There is nothing to choose from for ${key}.`);
      return note(key, { enum: choices }, doc, true, first);
    },
    optionalChoice: (key, choices, doc) => note(key, { enum: choices }, doc, false, undefined),
    texts: (key, doc) => note(key, { type: "array", items: { type: "string" } }, doc, false, []),
    entries: (key, readItem, doc) => note(key, listSchema(readItem), doc, false, []),
    someEntries: (key, readItem, doc) => note(key, listSchema(readItem), doc, true, []),
    part: (key, readPart, doc) => {
      const { schema, answer } = probe(readPart);
      return note(key, schema, doc, schema.required?.length !== 0, answer);
    },
  };
  const answer = read(entry);
  const schema = { type: "object", additionalProperties: false, required, properties: Object.fromEntries(properties) };
  return { schema, answer };
}

function described(schema: Schema, doc: string | undefined): Schema {
  return doc === undefined ? schema : { description: doc, ...schema };
}
