/** The JSON schema of `.preflight/config.yaml`, from the same description of its keys that the product itself reads. */
export function configSchema(keys, levels, rules, stages, items) {
  const byName = new Map(keys.map((key) => [key.name, key]));
  const toSchema = (value) => {
    switch (value.type) {
      case "choice":
        return oneOf(value.choices);
      case "levels":
        return {
          type: "object",
          additionalProperties: false,
          properties: Object.fromEntries(
            rules.map(({ meta }) => [meta.id, { description: `${meta.summary}.`, $ref: "#/definitions/level" }]),
          ),
        };
      case "globs":
        return { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] };
      case "size":
        return {
          anyOf: [
            { type: "integer", minimum: 0 },
            { type: "string", pattern: "^\\d+(\\.\\d+)?\\s*([kKmM]?[bB])?$" },
          ],
        };
      case "address":
        return { type: "string", pattern: "^https?://[^\\s/?#]+[^\\s?#]*$" };
      case "entries":
        return { type: "array", items: mapping(value.keys) };
      case "same":
        return toSchema(byName.get(value.as).value);
      case "text":
        return { type: "string", minLength: 1 };
      case "texts":
        return { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] };
      case "number":
        return { type: "number", ...bound("minimum", value.least), ...bound("maximum", value.most) };
      case "flag":
        return { type: "boolean" };
      case "day":
        return { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\d$" };
      case "stage":
        return { enum: stages };
      case "keys":
        return mapping(value.keys);
      case "named":
        return { type: "object", additionalProperties: toSchema(value.of) };
      case "items": {
        const one = mapping(value.keys);
        const properties = Object.fromEntries(items.map(({ id, question }) => [id, { description: question, ...one }]));
        return { type: "object", additionalProperties: false, properties };
      }
      default:
        throw new Error(`There is no schema for a value of type ${value.type}.`);
    }
  };
  const mapping = (entries) => ({
    type: "object",
    additionalProperties: false,
    required: entries.filter((key) => key.required).map((key) => key.name),
    properties: Object.fromEntries(
      entries.map((key) => [
        key.name,
        {
          description: key.doc,
          ...toSchema(key.value),
          ...(key.default === undefined ? {} : { default: key.default }),
        },
      ]),
    ),
  });
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "ML Preflight",
    description: "The configuration of ML Preflight, `.preflight/config.yaml`.",
    ...mapping(keys),
    definitions: { level: oneOf(levels) },
  };
}

function bound(name, value) {
  return value === undefined ? {} : { [name]: value };
}

/** YAML reads `true` as a truth value, so such a choice stands for both. */
function oneOf(choices) {
  return {
    oneOf: choices.map(({ value, doc }) => ({
      ...(value === "true" || value === "false" ? { enum: [value === "true", value] } : { const: value }),
      ...(doc === "" ? {} : { description: doc }),
    })),
  };
}
