"""One table of figures, with what it says and what is wrong with it."""


class Section:
    def __init__(self, title, note, header):
        self.title, self.note, self.header = title, note, header
        self.rows, self.failures = [], []

    def add(self, *cells):
        self.rows.append([str(cell) for cell in cells])

    def expect(self, holds, sentence):
        if not holds:
            self.failures.append(sentence)

    def lines(self):
        yield f"## {self.title}"
        yield ""
        yield self.note
        yield ""
        yield "| " + " | ".join(self.header) + " |"
        yield "| --- |" + " ---: |" * (len(self.header) - 1)
        for row in self.rows:
            yield "| " + " | ".join(row) + " |"
        yield ""
        for failure in self.failures:
            yield f"**{failure}**"
            yield ""


def seconds(value):
    return f"{value:.2f} s" if value >= 0.1 else f"{1000 * value:.0f} ms"


def megabytes(value):
    return f"{value:.0f} MB"


def ratio(theirs, ours):
    return f"{theirs / ours:.1f}×" if theirs / ours < 10 else f"{theirs / ours:.0f}×"
