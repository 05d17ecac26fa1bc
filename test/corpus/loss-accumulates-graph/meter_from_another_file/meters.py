class Mean:
    def __init__(self):
        self.total = 0
        self.count = 0

    def add(self, value, weight=1):
        self.total += weight * value
        self.count += weight

    def result(self):
        return self.total / self.count
