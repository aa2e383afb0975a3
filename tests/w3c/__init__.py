"""The W3C test suite of SHACL, run through the function that every check uses."""
