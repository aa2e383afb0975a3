"""Outcome → report: what people and programs read."""
