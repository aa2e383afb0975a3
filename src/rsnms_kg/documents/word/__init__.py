"""Word files (.docx): text with places, tables, automatic numbers, notices of tracked changes."""
