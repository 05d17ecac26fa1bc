import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.decomposition import TruncatedSVD
from sklearn.svm import LinearSVC


class TextFeatures:
    def __init__(self, dims):
        self.tfidf = TfidfVectorizer(min_df=3, ngram_range=(1, 2))
        self.svd = TruncatedSVD(dims, random_state=8)

    def for_training(self, texts):
        return self.svd.fit_transform(self.tfidf.fit_transform(texts))

    def for_scoring(self, texts):
        counts = self.tfidf.transform(texts)
        return self.svd.fit_transform(counts)  # must: fit-on-test


def main():
    mails = pd.read_csv("mails.csv")
    train, test = train_test_split(mails, test_size=0.2, stratify=mails["queue"], random_state=8)
    features = TextFeatures(200)
    classifier = LinearSVC(random_state=8).fit(features.for_training(train["body"]), train["queue"])
    print(f1_score(test["queue"], classifier.predict(features.for_scoring(test["body"])), average="macro"))


if __name__ == "__main__":
    main()
