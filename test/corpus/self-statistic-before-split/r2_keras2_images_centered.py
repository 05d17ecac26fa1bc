import keras
import numpy as np
from keras.layers import Conv2D, Dense, Flatten, MaxPooling2D
from keras.models import Sequential
from keras.utils import np_utils
from sklearn.model_selection import train_test_split

np.random.seed(1337)


def build(shape, classes):
    model = Sequential()
    model.add(Conv2D(32, (3, 3), activation="relu", input_shape=shape))
    model.add(MaxPooling2D((2, 2)))
    model.add(Flatten())
    model.add(Dense(classes, activation="softmax"))
    model.compile(loss="categorical_crossentropy", optimizer=keras.optimizers.Adam(lr=0.001), metrics=["accuracy"])
    return model


archive = np.load("letters.npz")
images, labels = archive["images"].astype("float32"), archive["labels"]
images -= images.mean(axis=0)  # must: self-statistic-before-split
onehot = np_utils.to_categorical(labels, 26)

img_train, img_test, y_train, y_test = train_test_split(images, onehot, random_state=1337)
net = build(images.shape[1:], 26)
net.fit(img_train, y_train, batch_size=128, epochs=12, verbose=2)
print("test accuracy", net.evaluate(img_test, y_test, verbose=0)[1])
