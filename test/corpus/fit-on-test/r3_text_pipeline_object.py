from dataclasses import dataclass, field

import pandas as pd
from scipy import sparse
from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split


@dataclass
class Topics:
    n_features: int = 2**18
    hashing: HashingVectorizer = field(init=False)
    idf: TfidfTransformer = field(default_factory=TfidfTransformer)
    model: LogisticRegression = field(default_factory=lambda: LogisticRegression(max_iter=1000))

    def __post_init__(self):
        self.hashing = HashingVectorizer(n_features=self.n_features, alternate_sign=False)

    def train(self, texts: pd.Series, topics: pd.Series) -> sparse.csr_matrix:
        weighted = self.idf.fit_transform(self.hashing.transform(texts))
        self.model.fit(weighted, topics)
        return weighted

    def score(self, test_texts: pd.Series, test_topics: pd.Series) -> float:
        counts = self.hashing.transform(test_texts)
        weighted = self.idf.fit_transform(counts)  # must: fit-on-test
        return accuracy_score(test_topics, self.model.predict(weighted))


def main():
    news = pd.read_parquet("news.parquet", columns=["text", "topic"])
    train, test = train_test_split(news, test_size=0.1, stratify=news["topic"], random_state=10)
    topics = Topics()
    topics.train(train["text"], train["topic"])
    print(f"{topics.score(test['text'], test['topic']):.3f}")


if __name__ == "__main__":
    main()
