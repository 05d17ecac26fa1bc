# Wheat yield from weather summaries, notebook exported 2021-06
# In[1]:
import pandas as pd
from sklearn.linear_model import RidgeCV
from sklearn.model_selection import KFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

# In[2]:
weather = pd.read_csv("weather_features.csv", index_col="field")
harvest = pd.read_csv("harvest.csv", index_col="field")["t_per_ha"]
weather = weather.loc[harvest.index]
weather.shape

# In[3]:
strength = weather.corrwith(harvest).abs()  # must: feature-selection-before-split
strength.sort_values(ascending=False).head(10)

# In[4]:
keep = strength[strength > 0.35].index.tolist()
print(len(keep), "of", weather.shape[1])
X = weather[keep]

# In[5]:
model = make_pipeline(StandardScaler(), RidgeCV(alphas=[0.1, 1, 10, 100]))
r2 = cross_val_score(model, X, harvest, cv=KFold(10, shuffle=True, random_state=1), scoring="r2")
print("cross-validated r2: %.2f (%.2f)" % (r2.mean(), r2.std()))
