"""What ships as data: terms, code lists, regulations, requirements and their shapes."""
