import { samples } from "../../../semantics/secret-samples.js";
import { expectIn, type Files } from "../project-findings.js";

function expect(files: Files, ...expected: readonly string[]): Promise<void> {
  return expectIn("secret-in-file", { "train.py": "import torch\n", ...files }, expected);
}

describe("secret-in-file", () => {
  it("reports keys in configurations, scripts and key files, once for each file", async () => {
    await expect(
      { "config.yaml": `a: 1\ntoken: ${samples.huggingFace}\nother: ${samples.openai}\n` },
      "config.yaml:2 This looks like a Hugging Face token, and git does not ignore the file: keep it out of the repository, and replace it at its issuer if it was ever pushed.",
    );
    await expect(
      { "run.sh": `export WANDB_API_KEY=${samples.wandb}\n` },
      "run.sh:1 This looks like a Weights & Biases key…",
    );
    await expect({ "deploy/server.pem": samples.privateKey }, "deploy/server.pem:1 This looks like a private key…");
  });

  it("takes what an environment file names a secret for one, where it is random", async () => {
    await expect(
      { ".env": "PORT=8000\nexport DB_PASSWORD='t9Lw2xQz7Rv4Km'\n" },
      ".env:2 This looks like the secret of `DB_PASSWORD`…",
    );
    await expect({
      ".env":
        "DB_PASSWORD=changeme\nAPI_KEY=your-api-key-here\nTOKEN=${VAULT_TOKEN}\nTOKEN_URL=https://a.b/c9f8e7d6a5\nSECRET_NAME=birds-production\nMAX_TOKENS=4096\n",
    });
    await expect({ "settings.ini": "password=t9Lw2xQz7Rv4Km\n" });
  });

  it("is silent about ignored files, examples, fixtures, locks and certificates for one's own machine", async () => {
    await expect({ ".env": `HF_TOKEN=${samples.huggingFace}\n`, ".gitignore": ".env\n" });
    await expect({
      ".env.example": `HF_TOKEN=${samples.huggingFace}\n`,
      "examples/.env": `HF_TOKEN=${samples.huggingFace}\n`,
      "tests/data/config.yaml": `token: ${samples.huggingFace}\n`,
      "certs/localhost.key": samples.privateKey,
      "token.txt": "dummy",
    });
  });

  it("is silent in a project that is not about machine learning, and where a comment says why", async () => {
    await expect({ "train.py": "import flask\n", ".env": "DB_PASSWORD=t9Lw2xQz7Rv4Km\n" });
    await expect({
      ".env": "# preflight: ignore[secret-in-file] -- of a database in the container\nDB_PASSWORD=t9Lw2xQz7Rv4Km\n",
    });
  });
});
