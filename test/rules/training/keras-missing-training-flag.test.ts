import { deepEqual } from "node:assert/strict";
import { expectFindings, findingsOf } from "../expect-findings.js";

const rule = "keras-missing-training-flag";
const head = `import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

optimizer = keras.optimizers.Adam()
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
`;
const find = (source: string): void => expectFindings(rule, head + source);

const step = (call: string, model = "model", marks = ""): string => `
@tf.function
def train_step(x, y):
    with tf.GradientTape() as tape:
        logits = ${call}
${marks === "" ? "" : `                 ${marks}\n`}        loss = loss_fn(y, logits)
    grads = tape.gradient(loss, ${model}.trainable_weights)
    optimizer.apply_gradients(zip(grads, ${model}.trainable_weights))

for x, y in dataset:
    train_step(x, y)
`;
const subclass = (signature: string, drop: string): string => `class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.norm = layers.BatchNormalization()
        self.out = layers.Dense(3)

    def call(${signature}):
        return self.out(self.norm(x${drop}))

model = Net()
`;

describe(rule, () => {
  it("finds it for a Sequential model", () =>
    find(
      `model = keras.Sequential([layers.Dense(8), layers.Dropout(0.3), layers.Dense(3)])${step("model(x)", "model", "~~~~~~~~ \`model\` is trained here in inference mode: pass \`training=True\`.")}`,
    ));

  it("finds it for a functional model that a function makes", () =>
    find(`def build():
    inputs = keras.Input((8,))
    x = layers.Dense(8)(inputs)
    x = layers.BatchNormalization()(x)
    return keras.Model(inputs, layers.Dense(3)(x))

model = build()${step("model(x)", "model", "~~~~~~~~")}`));

  it("finds it for an application and for a class", () =>
    find(`model = keras.Sequential([keras.applications.MobileNetV2(include_top=False), layers.Dense(3)])
${step("model(x)", "model", "~~~~~~~~")}`));

  it("finds it for a class whose call passes it on", () =>
    find(`${subclass("self, x, training=None", ", training=training")}${step("model(x)", "model", "~~~~~~~~")}`));

  it("finds it in a train_step, and in a trainer", () =>
    find(`class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.drop = layers.Dropout(0.5)
        self.out = layers.Dense(3)

    def call(self, x, training=False):
        return self.out(self.drop(x, training=training))

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x)
                     ~~~~~~~
            loss = self.compute_loss(y=y, y_pred=y_pred)
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))

class Trainer:
    def __init__(self):
        self.model = keras.Sequential([layers.Dropout(0.5), layers.Dense(3)])

    def loss(self, x, y):
        return loss_fn(y, self.model(x))
                          ~~~~~~~~~~~~~

    def step(self, x, y):
        with tf.GradientTape() as tape:
            value = self.loss(x, y)
        grads = tape.gradient(value, self.model.trainable_variables)
`));

  it("is silent where it is said", () => {
    find(`${subclass("self, x, training=None", ", training=training")}${step("model(x, training=True)")}`);
    find(`${subclass("self, x, training=None", ", training=training")}${step("model(x, True)")}`);
    find(`${subclass("self, x, training=True", ", training=training")}${step("model(x)")}`);
    find(`${subclass("self, x", ", training=True")}${step("model(x)")}`);
    find(`options = dict(training=True)
${subclass("self, x, training=None", ", training=training")}${step("model(x, **options)")}`);
  });

  it("is silent about models that no mode changes", () =>
    find(
      `model = keras.Sequential([layers.Dense(8), layers.LayerNormalization(), layers.Dense(3)])${step("model(x)")}`,
    ));

  it("is silent about a teacher, an input that is changed, and evaluation", () =>
    find(`teacher = keras.Sequential([layers.Dropout(0.5), layers.Dense(3)])
student = keras.Sequential([layers.Dense(3)])

def distil(x):
    with tf.GradientTape() as tape:
        loss = loss_fn(teacher(x), student(x))
    grads = tape.gradient(loss, student.trainable_variables)

def saliency(x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        score = teacher(x)
    return tape.gradient(score, x)

def evaluate(dataset):
    for x, y in dataset:
        metric.update_state(y, teacher(x))
`));

  it("offers the flag", () => {
    const code = `${head}model = keras.Sequential([layers.Dropout(0.3), layers.Dense(3)])${step("model(x)")}`;
    const texts = findingsOf(rule, code).flatMap(({ fixes }) => fixes.map(({ edits }) => edits[0]?.newText));
    deepEqual(texts, [", training=True"]);
  });
});
