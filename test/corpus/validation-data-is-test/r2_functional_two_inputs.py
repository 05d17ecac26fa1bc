# %%
import numpy as np
import pandas as pd
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from tensorflow.keras import Input, Model, layers, utils

utils.set_random_seed(64)
ratings = pd.read_csv("ml-latest/ratings.csv")
ratings["u"] = ratings["userId"].astype("category").cat.codes
ratings["m"] = ratings["movieId"].astype("category").cat.codes

# %%
train, test = train_test_split(ratings, random_state=64)

# %%
u, m = Input((1,)), Input((1,))
eu = layers.Flatten()(layers.Embedding(int(ratings["u"].max()) + 1, 24)(u))
em = layers.Flatten()(layers.Embedding(int(ratings["m"].max()) + 1, 24)(m))
net = Model([u, m], layers.Dense(1)(layers.Concatenate()([eu, em])))
net.compile("adam", "mse")
hist = net.fit([train.u, train.m], train.rating, batch_size=256, epochs=8, validation_data=([test.u, test.m], test.rating))  # must: validation-data-is-test
pd.DataFrame(hist.history).plot()

# %%
mean_absolute_error(test.rating, net.predict([test.u, test.m]).ravel())
