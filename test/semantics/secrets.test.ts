import { deepEqual, ok } from "node:assert/strict";
import { entropyOf, secretsIn } from "../../src/semantics/code/secrets.js";
import { samples } from "./secret-samples.js";

function found(text: string): readonly string[] {
  return secretsIn(text).map(({ what, start, end }) => `${what}: ${text.slice(start, end)}`);
}

describe("secretsIn", () => {
  it("knows keys by the forms that their issuers give them", () => {
    deepEqual(found(`a = "${samples.openai}"`), [`an OpenAI key: ${samples.openai}`]);
    deepEqual(found(`login(${samples.huggingFace})`), [`a Hugging Face token: ${samples.huggingFace}`]);
    deepEqual(found(`https://${samples.github}@github.com/a/b`), [`a GitHub token: ${samples.github}`]);
    deepEqual(found(`key: ${samples.aws}`), [`an AWS access key: ${samples.aws}`]);
    deepEqual(
      secretsIn(samples.privateKey).map(({ what }) => what),
      ["a private key"],
    );
  });

  it("knows digits alone by the name before them on their line", () => {
    deepEqual(found(`WANDB_API_KEY=${samples.wandb}`), [`a Weights & Biases key: ${samples.wandb}`]);
    deepEqual(found(`import wandb\nwandb.login(key="${samples.wandb}")`), [`a Weights & Biases key: ${samples.wandb}`]);
    deepEqual(found(`# wandb\ncommit = "${samples.wandb}"`), []);
    deepEqual(found(`wandb_commit: ${samples.wandb}`), []);
  });

  it("is silent about what only shows the form", () => {
    for (const text of [
      `hf_${"x".repeat(34)}`,
      `sk-proj-${"your-key-goes-here-".repeat(3)}`,
      "AKIAIOSFODNN7EXAMPLE",
      `ghp_${"a".repeat(36)}`,
      `hf_${"ab".repeat(17)}`,
      "hf_hub_download_with_a_long_name_of_a_function",
      "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
      `wandb.init(id="run")`,
    ])
      deepEqual(found(text), [], text);
  });
});

describe("entropyOf", () => {
  it("is nothing for one character, and grows with what cannot be told", () => {
    deepEqual(entropyOf("aaaa"), 0);
    deepEqual(entropyOf("abab"), 1);
    ok(entropyOf(samples.openai) > 4);
  });
});
