"""The table is doubled with noise after the test rows are put away."""
import numpy as np
import pandas as pd
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPRegressor

rng = np.random.default_rng(0)
spectra = pd.read_csv("raman.csv")
train, test = train_test_split(spectra, test_size=0.2, random_state=0)

noisy = train.copy()
columns = [c for c in train.columns if c != "concentration"]
noisy[columns] += rng.normal(0, 0.01, noisy[columns].shape)
train = pd.concat([train, train, noisy], ignore_index=True)
print("copies in the training table", train.duplicated().sum())

mlp = MLPRegressor((64, 32), max_iter=800, random_state=0).fit(train[columns], train["concentration"])
print(mean_absolute_error(test["concentration"], mlp.predict(test[columns])))
