"""The language of the papers: typography, words, dates, names. Knows nothing of documents."""
