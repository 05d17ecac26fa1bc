from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import accuracy_score
from sklearn.neighbors import KNeighborsClassifier
import pandas as pd


class LatentNews:
    def __init__(self, topics: int = 100):
        self.tfidf = TfidfVectorizer(max_features=30_000, stop_words="english")
        self.svd = TruncatedSVD(topics, random_state=0)
        self.knn = KNeighborsClassifier(9, metric="cosine")

    def learn(self, train: pd.DataFrame) -> None:
        words = self.tfidf.fit_transform(train["text"])
        latent = self.svd.fit_transform(words)
        self.knn.fit(latent, train["section"])

    def judge(self, test: pd.DataFrame) -> float:
        words = self.tfidf.transform(test["text"])
        latent = self.svd.fit_transform(words)  # must: fit-on-test
        return accuracy_score(test["section"], self.knn.predict(latent))


if __name__ == "__main__":
    news = LatentNews()
    news.learn(pd.read_csv("news_train.csv"))
    print(news.judge(pd.read_csv("news_test.csv")))
