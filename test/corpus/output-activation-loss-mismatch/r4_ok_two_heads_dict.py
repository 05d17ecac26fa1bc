import keras
from keras import layers


def two_heads(backbone, ages, kinds):
    x = layers.GlobalAveragePooling2D()(backbone.output)
    age = layers.Dense(ages, name="age")(x)
    kind = layers.Dense(kinds, activation="softmax", name="kind")(x)
    adult = layers.Dense(1, activation="sigmoid", name="adult")(x)
    model = keras.Model(backbone.input, {"age": age, "kind": kind, "adult": adult})
    model.compile(
        optimizer="adam",
        loss={
            "age": keras.losses.SparseCategoricalCrossentropy(from_logits=True),
            "kind": "sparse_categorical_crossentropy",
            "adult": keras.losses.BinaryCrossentropy(),
        },
        metrics={"age": "accuracy", "kind": "accuracy", "adult": "accuracy"},
    )
    return model
