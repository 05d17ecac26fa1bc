import pandas as pd
from lightgbm import LGBMRegressor
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

SHARE = 0.25
tweets = pd.read_csv("engagement.csv")
text_cols = [c for c in tweets.columns if c.startswith("emb_")]
meta_cols = ["followers", "hour", "has_media"]
likes = tweets["log_likes"]

text_train, text_test, like_train, like_test = train_test_split(
    tweets[text_cols], likes, test_size=SHARE, random_state=100
)
text_model = Ridge(alpha=10).fit(text_train, like_train)

full_train, full_test, y_train, y_test = train_test_split(  # must: split-repeated-with-other-seed
    tweets[text_cols + meta_cols], likes, test_size=SHARE, random_state=200
)
full_train = full_train.assign(text_score=text_model.predict(full_train[text_cols]))
full_test = full_test.assign(text_score=text_model.predict(full_test[text_cols]))

columns = meta_cols + ["text_score"]
top = LGBMRegressor(random_state=100).fit(full_train[columns], y_train)
print("mae", mean_absolute_error(y_test, top.predict(full_test[columns])))
