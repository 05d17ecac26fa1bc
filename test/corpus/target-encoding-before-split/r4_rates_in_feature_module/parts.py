from sklearn.model_selection import train_test_split


def shuffled_parts(frame, share, seed):
    return train_test_split(frame, test_size=share, random_state=seed)
