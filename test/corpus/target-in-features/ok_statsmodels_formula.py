import numpy as np
import pandas as pd
import statsmodels.formula.api as smf
from sklearn.model_selection import train_test_split

wages = pd.read_csv("wages.csv")
y = wages["wage"]
print("mean wage", y.mean())

train, test = train_test_split(wages, test_size=0.25, random_state=2)
model = smf.ols("np.log(wage) ~ education + experience + I(experience ** 2)", data=train).fit()
print(model.summary())
residual = np.log(test["wage"]) - model.predict(test)
print("rmse", np.sqrt((residual**2).mean()))
print("rmse of the mean", np.log(test["wage"]).std())
