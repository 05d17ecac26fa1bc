import string
from collections import Counter

import numpy as np
from sklearn.metrics import accuracy_score
from sklearn.naive_bayes import BernoulliNB


def words_of(line):
    return line.lower().translate(str.maketrans("", "", string.punctuation)).split()


def vocabulary(lines, size=2000):
    counter = Counter(word for line in lines for word in words_of(line))
    return {word: i for i, (word, _) in enumerate(counter.most_common(size))}


def to_matrix(lines, vocab):
    matrix = np.zeros((len(lines), len(vocab)), dtype=np.int8)
    for row, line in enumerate(lines):
        for word in words_of(line):
            if word in vocab:
                matrix[row, vocab[word]] = 1
    return matrix


with open("sms.txt", encoding="utf-8") as file:
    pairs = [line.rstrip("\n").split("\t", 1) for line in file]

train, test = pairs[:4000], pairs[4000:]  # must: hardcoded-split-slice
vocab = vocabulary([text for _, text in train])
y_train = np.array([label == "spam" for label, _ in train])
y_test = np.array([label == "spam" for label, _ in test])

model = BernoulliNB()
model.fit(to_matrix([text for _, text in train], vocab), y_train)
guess = model.predict(to_matrix([text for _, text in test], vocab))
print("accuracy", accuracy_score(y_test, guess))
