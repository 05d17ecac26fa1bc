import { callInFile } from "../../semantics/code/call-in-file.js";
import type { Model } from "../../semantics/model.js";
import { callsWithoutTraining, type TapedCall } from "../../semantics/outputs/taped-calls.js";
import { defineRule, type Report } from "../rule.js";
import { addArgument, alsoAt, shorten, suggest } from "../wording.js";

export default defineRule({
  meta: {
    id: "keras-missing-training-flag",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A Keras model is trained in inference mode by a loop of its own",
    why: "`fit` tells each layer that it is training; a loop with a tape has to do so itself. Without `training=True` dropout drops nothing, and batch normalisation uses statistics that nobody updates.",
    fix: "Pass `training=True` where the model is trained, and `training=False` where it is evaluated.",
    guide: "training/debugging#mode-as-an-argument",
    sources: [
      {
        title: "TensorFlow: writing a training loop from scratch",
        url: "https://www.tensorflow.org/guide/keras/writing_a_training_loop_from_scratch",
      },
    ],
    fixable: "suggestion",
    libraries: ["tensorflow", "keras"],
    topics: ["steps"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import tensorflow as tf

model = tf.keras.Sequential([
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dropout(0.5),
    tf.keras.layers.Dense(4),
])

def train_step(images, labels):
    with tf.GradientTape() as tape:
        loss = loss_fn(labels, model(images))
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
`,
      good: `import tensorflow as tf

model = tf.keras.Sequential([
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dropout(0.5),
    tf.keras.layers.Dense(4),
])

def train_step(images, labels):
    with tf.GradientTape() as tape:
        loss = loss_fn(labels, model(images, training=True))
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
`,
    },
  ],

  *check(model) {
    for (const found of callsWithoutTraining(model)) {
      const place = callInFile(model, found.event);
      if (place !== undefined) yield report(model, found, place.call, place.elsewhere === undefined);
    }
  },
});

function report(model: Model, { event, layer }: TapedCall, at: TapedCall["event"]["call"], isHere: boolean): Report {
  const { callee } = event.call;
  const name = shorten(event.unit.form.text.slice(callee.start, callee.end));
  return {
    at,
    message: `\`${name}\` is trained here in inference mode: pass \`training=True\`.`,
    related: layer.site === undefined ? [] : alsoAt(layer.site, layer.unit, "This layer works otherwise in training."),
    fixes: isHere ? suggest("Pass `training=True`", addArgument(model, event.call, "training=True")) : [],
  };
}
