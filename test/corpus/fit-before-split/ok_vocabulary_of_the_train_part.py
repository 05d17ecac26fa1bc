"""The layer reads the training half of the stream only; take and skip part it before."""
import sys

import tensorflow as tf

tf.keras.utils.set_random_seed(12)
n_test = int(sys.argv[1])

lines = tf.data.experimental.make_csv_dataset(
    "headlines.csv", batch_size=1, label_name="clickbait", num_epochs=1, shuffle=False
).unbatch()
lines = lines.map(lambda row, label: (row["headline"], label))
test_lines = lines.take(n_test).batch(64)
train_lines = lines.skip(n_test).shuffle(10_000, seed=12).batch(64)

vectorize = tf.keras.layers.TextVectorization(max_tokens=8000, output_mode="tf_idf")
vectorize.adapt(train_lines.map(lambda text, label: text))

inputs = tf.keras.Input(shape=(), dtype=tf.string)
outputs = tf.keras.layers.Dense(1)(vectorize(inputs))
model = tf.keras.Model(inputs, outputs)
model.compile("adam", tf.keras.losses.BinaryCrossentropy(from_logits=True), metrics=["AUC"])
model.fit(train_lines, epochs=4)
print(model.evaluate(test_lines))
