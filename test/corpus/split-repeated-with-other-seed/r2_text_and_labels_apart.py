# %%
import pandas as pd
from sklearn import model_selection as ms
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

jokes = pd.read_csv("jokes.csv")
texts, funny = jokes["text"], jokes["funny"]

# %%
t_train, t_test = ms.train_test_split(texts, random_state=0)

# %%
y_train, y_test = ms.train_test_split(funny, random_state=10)  # must: split-repeated-with-other-seed

# %%
tfidf = TfidfVectorizer(min_df=3)
clf = LogisticRegression(max_iter=1000).fit(tfidf.fit_transform(t_train), y_train)
clf.score(tfidf.transform(t_test), y_test)
