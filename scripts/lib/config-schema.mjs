/** The JSON schema of `.preflight/config.yaml`, from the same description of its keys that the product itself reads. */
export function configSchema(keys, levels, rules) {
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
      case "mapping":
        return { type: "object" };
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

function oneOf(choices) {
  return { oneOf: choices.map(({ value, doc }) => ({ const: value, description: doc })) };
}
