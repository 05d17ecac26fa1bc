# %%
import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.tree import DecisionTreeClassifier, export_text

mushrooms = pd.get_dummies(pd.read_csv("mushrooms.csv"), dtype=int)
edible = mushrooms.pop("class_e")
mushrooms = mushrooms.drop(columns=["class_p"])

# %%
tree = DecisionTreeClassifier(max_depth=8, random_state=0)
tree.fit(mushrooms, edible)
print(export_text(tree, feature_names=list(mushrooms.columns), max_depth=2))

# %%
acc = accuracy_score(edible, tree.predict(mushrooms))  # must: evaluate-on-train
print("The tree is right in", acc)
