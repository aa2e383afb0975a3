"""Single faults made by rule, in graphs, papers, shapes and functions: each has to be caught."""
