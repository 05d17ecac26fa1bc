import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.metrics import accuracy_score
from sklearn.naive_bayes import MultinomialNB
from sklearn.feature_extraction.text import CountVectorizer


def read_questions(path):
    questions = pd.read_csv(path, usecols=["question", "topic"])
    n = questions.duplicated(subset="question").sum()
    print(f"{n} of {len(questions)} questions occur more than once")
    return questions


questions = read_questions("questions.csv")
train, test = train_test_split(questions, test_size=0.1, random_state=50)  # must: duplicates-not-dropped-before-split
train = train.drop_duplicates(subset="question")

vectorizer = CountVectorizer(min_df=2, ngram_range=(1, 2))
counts = vectorizer.fit_transform(train["question"])
nb = MultinomialNB().fit(counts, train["topic"])
print(accuracy_score(test["topic"], nb.predict(vectorizer.transform(test["question"]))))
