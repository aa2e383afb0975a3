"""The command ``rsnms``: one module for each verb, each a thin layer over the public functions."""
