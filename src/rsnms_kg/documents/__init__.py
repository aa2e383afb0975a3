"""path → Document: text with places, paragraphs, tables, parts and a tree of clauses."""
