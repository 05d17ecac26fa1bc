import keras
from keras import layers, losses

TASKS = {
    "binary": (1, "sigmoid", losses.BinaryCrossentropy()),
    "multiclass": (None, "softmax", losses.SparseCategoricalCrossentropy()),
    "multilabel": (None, "sigmoid", "binary_crossentropy"),
    "regression": (1, None, "mse"),
}


def network(columns, task, outputs=None):
    fixed, activation, loss = TASKS[task]
    inputs = keras.Input((columns,))
    x = layers.Dense(128, activation="relu")(inputs)
    x = layers.BatchNormalization()(x)
    x = layers.Dense(64, activation="relu")(x)
    model = keras.Model(inputs, layers.Dense(fixed or outputs, activation=activation)(x))
    model.compile("adam", loss=loss)
    return model


def logits_network(columns, classes):
    """For distillation the logits are wanted, so the loss is told that it gets them."""
    inputs = keras.Input((columns,))
    hidden = layers.Dense(256, activation="gelu")(inputs)
    logits = layers.Dense(classes, name="logits")(hidden)
    model = keras.Model(inputs, logits)
    model.compile(
        optimizer=keras.optimizers.AdamW(1e-3),
        loss=losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=[keras.metrics.SparseCategoricalAccuracy()],
    )
    serving = keras.Sequential([model, layers.Softmax()])
    return model, serving


def fit(train, valid, columns, classes):
    keras.utils.set_random_seed(33)
    model, serving = logits_network(columns, classes)
    model.fit(train, validation_data=valid, epochs=20)
    return serving
