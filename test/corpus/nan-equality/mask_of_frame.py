import numpy as np
import pandas as pd

df = pd.read_csv("survey.csv")
missing_age = df[df["age"] == np.nan]  # must: nan-equality
print(len(missing_age), "rows without an age")

df.loc[df["income"] == np.nan, "income"] = df["income"].median()  # must: nan-equality
df = df[df["city"].notna()]
df.to_csv("survey_clean.csv", index=False)
