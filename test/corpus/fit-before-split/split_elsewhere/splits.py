from sklearn.model_selection import train_test_split


def make_parts(X, y, test_size, seed):
    """Three parts: train, validation and test."""
    X_rest, X_test, y_rest, y_test = train_test_split(X, y, test_size=test_size, random_state=seed)
    X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest, test_size=test_size, random_state=seed)
    return (X_train, y_train), (X_val, y_val), (X_test, y_test)
