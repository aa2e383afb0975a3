"""Lists of facts: subjects, functions, obligations and the rest, as rows and in formats."""
