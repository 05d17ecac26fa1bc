import assert from "node:assert/strict";
import { effects, topics } from "../../../src/knowledge/topics.js";
import { hasEffects, isTelling, topicsOf } from "../../../src/semantics/follow/telling.js";
import type { FormModule, FunctionForm } from "../../../src/syntax/form.js";
import { readPython } from "../../../src/syntax/python/lower.js";

describe("topics of a file", () => {
  const of = (text: string): ReadonlySet<string> => topicsOf(readPython(text));

  it("have word lists that fit into the bits of one number", () => {
    const lists = Object.values(topics).flatMap(({ evidence, words }) => [evidence, ...words]);
    assert.ok(new Set<RegExp>([effects, ...lists]).size <= 31);
  });

  it("need evidence, which an annotation is not", () => {
    assert.ok(of("loss.backward()\n").has("steps"));
    assert.deepEqual([...of("def area(width, height):\n    return width * height\n")], []);
    assert.deepEqual([...of("def show(rows: DataLoader, by: Optimizer) -> None: ...\n")], []);
  });

  it("tell calls by how many arguments they have, and functions that are handed on", () => {
    assert.ok(of("p = F.softmax(x)\n").has("softmax"));
    assert.ok(of("activation = F.softmax\n").has("softmax"));
    assert.ok(!of("p = F.softmax(x, dim=1)\n").has("softmax"));
  });

  it("leave out what unit tests do with data, but not how they train", () => {
    const test = of(
      "import pytest\n\ndef test_fit():\n    model.fit(X, y)\n    loss.backward()\n    assert model.score(X, y)\n",
    );
    assert.ok(!test.has("data") && test.has("steps"));
    const crops = (name: string): string =>
      `import pytest\n\ndef ${name}():\n    held = MNIST(transform=Compose([RandomCrop(20)]))\n    assert held[0]\n`;
    assert.ok(of(crops("first").replace("import pytest", "")).has("loaders"));
    assert.ok(!of(crops("test_crops")).has("loaders"));
  });
});

describe("telling functions", () => {
  const form = readPython(`def outer(batch):
    return middle(batch)

def middle(batch):
    loss = criterion(batch)
    loss.backward()

def aside(batch):
    return batch.sum()
`);

  it("tell what they do themselves or through others of the file", () => {
    assert.deepEqual(
      named(form, (one) => isTelling(form, one, ["steps"])),
      ["outer", "middle"],
    );
    assert.deepEqual(
      named(form, (one) => isTelling(form, one, ["softmax"])),
      [],
    );
  });

  it("have effects for other files in the same way", () =>
    assert.deepEqual(
      named(form, (one) => hasEffects(form, one)),
      ["outer", "middle"],
    ));

  it("have no effects by strings, by what they are called, or by what they only ask for", () => {
    const asking = readPython(`def fit_check(seed, step):
    if not hasattr(seed, "fit") or seed.fit is None:
        raise TypeError("fit")
    return parser.add_argument("train", type=step)
`);
    assert.deepEqual(
      named(asking, (one) => hasEffects(asking, one)),
      [],
    );
  });
});

function named({ body }: FormModule, holds: (form: FunctionForm) => boolean): readonly (string | undefined)[] {
  return body.flatMap((statement) =>
    statement.kind === "FunctionStatement" && holds(statement.function) ? [statement.function.name] : [],
  );
}
