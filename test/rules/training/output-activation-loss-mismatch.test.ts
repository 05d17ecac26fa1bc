import { expectFindings } from "../expect-findings.js";

const rule = "output-activation-loss-mismatch";
const head = `import tensorflow as tf
import keras
from tensorflow.keras import layers, losses, models
from tensorflow.keras.losses import BinaryCrossentropy
`;
const find = (source: string): void => expectFindings(rule, head + source);

describe(rule, () => {
  it("finds scores that are taken for probabilities", () =>
    find(`model = models.Sequential([layers.Dense(8, "relu"), layers.Dense(1)])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
                      ~~~~~~~~~~~~~~~~~~~~~ The model ends without an activation, and this loss takes probabilities: pass \`from_logits=True\`, or add a sigmoid.
`));

  it("finds a softmax under a flag that says logits", () =>
    find(`model = models.Sequential()
model.add(layers.Dense(64, activation="relu"))
model.add(layers.Dense(3))
model.add(layers.Activation("softmax"))
model.compile(optimizer="adam", loss=losses.SparseCategoricalCrossentropy(from_logits=True))
                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ The loss is told to expect logits, and the model ends in a softmax: leave out \`from_logits=True\`, or the softmax.
`));

  it("finds it in functional models, with the loss under a name", () =>
    find(`inputs = tf.keras.Input((4,))
x = layers.Dense(8, activation=tf.nn.relu)(inputs)
outputs = layers.Dense(1, activation=tf.nn.sigmoid)(x)
model = tf.keras.Model(inputs=inputs, outputs=outputs)
loss_fn = BinaryCrossentropy(from_logits=True)
model.compile(loss=loss_fn, optimizer="adam")
                   ~~~~~~~
`));

  it("finds it in a class with a call of its own", () =>
    find(`class Net(tf.keras.Model):
    def __init__(self, classes):
        super().__init__()
        self.hidden = layers.Dense(8, activation="relu")
        self.out = layers.Dense(classes)

    def call(self, x, training=False):
        return self.out(self.hidden(x))

model = Net(4)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`));

  it("finds one unit for several classes, and a softmax over one", () =>
    find(`def build(activation, units=1):
    return models.Sequential([layers.Flatten(), layers.Dense(units, activation=activation)])

a = build("sigmoid")
a.compile("adam", loss="categorical_crossentropy")
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~
b = build("softmax")
b.compile("adam", loss="mse")
c = build("softmax")
c.compile("adam", loss=losses.BinaryCrossentropy())
                       ~~~~~~~~~~~~~~~~~~~~~~~~~~~ The model ends in a softmax over one unit, which is always 1: use a sigmoid.
d = build("softmax", 5)
d.compile("adam", loss="binary_crossentropy")
                       ~~~~~~~~~~~~~~~~~~~~~
e = build("tanh")
e.compile("adam", loss="binary_crossentropy")
                       ~~~~~~~~~~~~~~~~~~~~~
`));

  it("finds the output that its loss does not fit, in a list and by name", () =>
    find(`x = tf.keras.Input((4,))
kind = layers.Dense(5, name="kind")(x)
risk = layers.Dense(1, activation="sigmoid", name="risk")(x)
model = tf.keras.Model(x, [kind, risk])
model.compile("adam", loss=["sparse_categorical_crossentropy", "binary_crossentropy"])
                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
model.compile("adam", loss={"risk": "binary_crossentropy", "kind": "sparse_categorical_crossentropy"})
                                                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`));

  it("finds it in a loop with a tape", () =>
    find(`model = models.Sequential([layers.Dense(8, activation="relu"), layers.Dense(10)])
loss_fn = losses.SparseCategoricalCrossentropy()
for x, y in dataset:
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`));

  it("is silent about pairs that fit", () =>
    find(`def build(units, activation=None):
    return models.Sequential([layers.Flatten(), layers.Dense(units, activation=activation)])

build(10).compile("adam", losses.SparseCategoricalCrossentropy(from_logits=True))
build(10, "softmax").compile("adam", "sparse_categorical_crossentropy")
build(1, "sigmoid").compile("adam", losses.BinaryCrossentropy())
build(5, "sigmoid").compile("adam", "binary_crossentropy")
build(1).compile("adam", "mse")
build(1, "tanh").compile("adam", loss="hinge")
build(2, "softmax").compile("adam", loss=losses.CategoricalCrossentropy(label_smoothing=0.1))
`));

  it("is silent where activation, flag or loss is not known", () =>
    find(`def build(activation, from_logits, loss):
    model = models.Sequential([layers.Dense(3, activation=activation)])
    model.compile("adam", loss=losses.CategoricalCrossentropy(from_logits=from_logits))
    other = models.Sequential([layers.Dense(3)])
    other.compile("adam", loss=loss)
    return model

def focal(y, p):
    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(y, p))

third = models.Sequential([layers.Dense(3)])
third.compile("adam", loss=focal)
`));

  it("takes a linear activation for what it is", () =>
    find(`x = tf.keras.Input((4,))
y = layers.Activation("linear", dtype="float32")(layers.Dense(3, activation="softmax")(x))
model = tf.keras.Model(x, y)
model.compile("adam", "categorical_crossentropy")
`));

  it("knows that applications end in a softmax, and models without a top do not", () =>
    find(`a = tf.keras.applications.ResNet50(weights=None, classes=10)
a.compile("adam", losses.CategoricalCrossentropy(from_logits=True))
                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
b = tf.keras.applications.ResNet50(include_top=False, pooling="avg")
b.compile("adam", losses.CategoricalCrossentropy(from_logits=True))
`));
});
