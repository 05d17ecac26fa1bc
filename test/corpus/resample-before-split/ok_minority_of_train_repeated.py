import pandas as pd
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier


def oversample(frame, label, seed):
    largest = frame[label].value_counts().max()
    drawn = [group.sample(n=largest, replace=True, random_state=seed) for _, group in frame.groupby(label)]
    return pd.concat(drawn)


bees = pd.read_csv("bee_species.csv")
train, test = train_test_split(bees, test_size=0.2, stratify=bees["species"], random_state=44)
train = oversample(train, "species", 44)
tree = DecisionTreeClassifier(max_depth=6, random_state=44)
tree.fit(train.drop(columns="species"), train["species"])
print(balanced_accuracy_score(test["species"], tree.predict(test.drop(columns="species"))))
