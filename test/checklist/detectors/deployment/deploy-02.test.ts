import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";

const train = { "train.py": "from sklearn.svm import SVC\nSVC().fit(x, y)\n" };
const about = `# Model card: late parcels

## Owner

Team delays, delays@example.org.

## Intended use

Orders the queue of the people who call customers.

## Training data

Parcels of the last two years, one row for each.

## Evaluation

Accuracy 0.91 on the parcels of May.
`;
const limits = "\n## Limits\n\nParcels from abroad are often wrong.\n";

describe("DEPLOY-02: the model has a card", () => {
  it("passes with owner, use, limits, data and numbers", async () => {
    equal(await verdictIn({ ...train, "MODEL_CARD.md": about + limits }, "DEPLOY-02"), "pass");
  });

  it("takes bold words at the beginning of a paragraph for a heading", async () => {
    const bold = `${about}\n**Limits** Parcels from abroad are often wrong.\n`;
    equal(await verdictIn({ ...train, "docs/model-card.md": bold }, "DEPLOY-02"), "pass");
    const aside = `${about}\nPeople know the limits of the queue.\n`;
    equal(await verdictIn({ ...train, "docs/model-card.md": aside }, "DEPLOY-02"), "partial");
  });

  it("is partial with gaps, and with a template's text", async () => {
    equal(await verdictIn({ ...train, "MODEL_CARD.md": about }, "DEPLOY-02"), "partial");
    const left = `${about}\n## Limits\n\n[More Information Needed]\n`;
    equal(await verdictIn({ ...train, "MODEL_CARD.md": left }, "DEPLOY-02"), "partial");
  });

  it("fails without a card, with an example's, and with a name alone", async () => {
    equal(await verdictIn(train, "DEPLOY-02"), "fail");
    equal(await verdictIn({ ...train, "examples/MODEL_CARD.md": about + limits }, "DEPLOY-02"), "fail");
    equal(await verdictIn({ ...train, "README.md": "# Parcels\n\nSee the model card.\n" }, "DEPLOY-02"), "fail");
    equal(await verdictIn({ ...train, "MODEL_CARD.md": "# Model card\n" }, "DEPLOY-02"), "fail");
  });
});
