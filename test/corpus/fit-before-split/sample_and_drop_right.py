import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.neural_network import MLPRegressor
from sklearn.preprocessing import StandardScaler

cars = pd.read_csv("auto-mpg.csv", na_values="?").dropna()
cols = ["cylinders", "displacement", "horsepower", "weight", "acceleration"]

train_df = cars.sample(frac=0.8, random_state=0)
test_df = cars.drop(train_df.index)

scaler = StandardScaler().fit(train_df[cols])
for part in (train_df, test_df):
    part.loc[:, cols] = scaler.transform(part[cols])

linear = LinearRegression().fit(train_df[cols], train_df["mpg"])
mlp = MLPRegressor((32, 32), random_state=0, max_iter=2000).fit(train_df[cols], train_df["mpg"])
print("linear", linear.score(test_df[cols], test_df["mpg"]))
print("mlp", mlp.score(test_df[cols], test_df["mpg"]))
