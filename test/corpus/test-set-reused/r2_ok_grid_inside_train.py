import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.pipeline import Pipeline

CANDIDATES = {"tfidf__ngram_range": [(1, 1), (1, 2)], "clf__alpha": [1e-5, 1e-4, 1e-3]}
posts = pd.read_csv("posts.csv")
t_train, t_test, y_train, y_test = train_test_split(posts["text"], posts["topic"], stratify=posts["topic"], random_state=7)
pipe = Pipeline([("tfidf", TfidfVectorizer()), ("clf", SGDClassifier(random_state=7))])
grid = GridSearchCV(pipe, CANDIDATES, cv=5).fit(t_train, y_train)
print(grid.best_params_, grid.score(t_test, y_test))
