"""Document → facts, each with its clause, its words and its place."""
