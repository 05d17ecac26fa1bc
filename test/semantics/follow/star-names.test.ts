import { expectFindings } from "../../rules/expect-findings.js";

describe("names of a star import", () => {
  it("are those of the library", () =>
    expectFindings(
      "output-activation-loss-mismatch",
      `
from tensorflow.keras.layers import *
from tensorflow.keras.models import *

birds = Sequential([Input((20,)), Dense(8, activation="relu"), Dense(1, activation="softmax")])
birds.compile(optimizer="adam", loss="binary_crossentropy")
                                     ~~~~~~~~~~~~~~~~~~~~~
`,
    ));

  it("are none that the library is not known to have", () =>
    expectFindings(
      "softmax-before-cross-entropy",
      `
from torch.nn import *
from heads import *

tagger = Sequential(Linear(40, 12), Head(12))
CrossEntropyLoss()(tagger(rows), labels).backward()
`,
    ));

  it("give way to what the file binds itself", () =>
    expectFindings(
      "softmax-before-cross-entropy",
      `
from torch.nn import *

class Softmax(Module):
    def forward(self, rows):
        return rows

tagger = Sequential(Linear(40, 12), Softmax())
CrossEntropyLoss()(tagger(rows), labels).backward()
`,
    ));
});

describe("a package's own way to Keras", () => {
  it("is Keras", () =>
    expectFindings(
      "output-activation-loss-mismatch",
      `
from workbench.engine.backend import keras
from workbench.engine.backend.keras import layers

inputs = layers.Input((20,))
birds = keras.Model(inputs, layers.Dense(9, activation="softmax")(inputs))
birds.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`,
    ));
});
