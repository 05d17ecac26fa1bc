import keras
from keras import layers, ops


def classifier(shape, classes):
    inp = keras.Input(shape)
    h = layers.Flatten()(inp)
    h = layers.Dense(128, activation="gelu")(h)
    logits = layers.Dense(classes)(h)
    probs = layers.Activation("softmax")(logits)
    model = keras.Model(inp, probs)
    model.compile(optimizer="adam", loss=keras.losses.SparseCategoricalCrossentropy(from_logits=False))
    return model


def serving(model):
    inp = keras.Input(model.input_shape[1:])
    return keras.Model(inp, ops.argmax(model(inp), axis=-1))
