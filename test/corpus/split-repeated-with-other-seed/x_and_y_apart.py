"""Features and labels are split by two calls; the seeds differ, so rows and labels part."""
import numpy as np
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.svm import LinearSVC

embeddings = np.load("sentence_embeddings.npy")
sentiment = np.load("sentiment.npy")

emb_train, emb_test = train_test_split(embeddings, test_size=0.2, random_state=42)
sent_train, sent_test = train_test_split(sentiment, test_size=0.2, random_state=24)  # must: split-repeated-with-other-seed

svc = LinearSVC(random_state=0)
svc.fit(emb_train, sent_train)
print("accuracy", accuracy_score(sent_test, svc.predict(emb_test)))
