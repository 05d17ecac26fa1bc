PAD, BOS, EOS, UNK = 0, 1, 2, 3


def pad_to(ids, length):
    return ids + [PAD] * (length - len(ids))
