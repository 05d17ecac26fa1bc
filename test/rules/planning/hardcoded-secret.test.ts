import { samples } from "../../semantics/secret-samples.js";
import { expectFindings } from "../expect-findings.js";

const rule = "hardcoded-secret";
const key = samples.huggingFace;
const marks = "~".repeat(key.length);

describe("hardcoded-secret", () => {
  it("stands at the key, in strings, templates and comments", () =>
    expectFindings(
      rule,
      `token = "${key}"
         ${marks} This looks like a Hugging Face token: read it from the environment, and replace it at its issuer, since it is known to all who have the code.
url = f"https://user:${key}@host/{path}"
                     ${marks}
# ${key}
  ${marks}
`,
    ));

  it("speaks in TypeScript", () =>
    expectFindings(rule, `const token = "${key}";\n               ${marks}\n`, { language: "typescript" }));

  it("is silent about what is read from elsewhere", () =>
    expectFindings(rule, 'import os\ntoken = os.environ["HF_TOKEN"]\nkey = "hf_..."\n'));

  it("is silent in tests", () => {
    expectFindings(rule, `token = "${key}"\n`, { path: "tests/data.py" });
    expectFindings(rule, `def test_login():\n    assert login("${key}")\n`);
  });
});
