// Clean rows, and what spreadsheets do to them.
