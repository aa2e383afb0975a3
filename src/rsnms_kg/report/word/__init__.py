"""A report as a Word file: comments in the paper itself, or a protocol of findings."""
