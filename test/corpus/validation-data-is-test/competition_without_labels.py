# Kaggle: test.csv has no labels, the network watches a part of the labelled rows
import pandas as pd
import tensorflow as tf
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

tf.keras.utils.set_random_seed(2024)

train = pd.read_csv("/kaggle/input/churn/train.csv", index_col="id")
test = pd.read_csv("/kaggle/input/churn/test.csv", index_col="id")
sub = pd.read_csv("/kaggle/input/churn/sample_submission.csv")

features = [c for c in train.columns if c != "exited"]
X_tr, X_val, y_tr, y_val = train_test_split(
    train[features], train["exited"], test_size=0.2, random_state=2024, stratify=train["exited"]
)

model = tf.keras.Sequential(
    [
        tf.keras.layers.Dense(128, activation="relu"),
        tf.keras.layers.Dropout(0.2),
        tf.keras.layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
model.fit(X_tr, y_tr, validation_data=(X_val, y_val), epochs=15, batch_size=256)

print("auc on the validation rows", roc_auc_score(y_val, model.predict(X_val)[:, 0]))
sub["exited"] = model.predict(test[features])[:, 0]
sub.to_csv("submission.csv", index=False)
