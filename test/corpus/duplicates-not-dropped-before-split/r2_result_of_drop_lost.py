import pandas as pd
from sklearn import model_selection, neighbors, pipeline, preprocessing

beans = pd.read_excel("beans.xlsx")
n_copies = int(beans.duplicated().sum())
print(f"{len(beans)} rows, {n_copies} of them copies")
if n_copies > 0:
    beans.drop_duplicates()

kinds = beans["Class"]
shapes = beans.drop("Class", axis=1)
sa, sb, ka, kb = model_selection.train_test_split(shapes, kinds, stratify=kinds, random_state=90)  # must: duplicates-not-dropped-before-split
knn = pipeline.make_pipeline(preprocessing.StandardScaler(), neighbors.KNeighborsClassifier(3)).fit(sa, ka)
print(knn.score(sb, kb))
