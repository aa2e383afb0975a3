"""Sphinx settings. Built without the network: no intersphinx, no remote images."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent / "extensions"))

import rsnms_kg

project = "rsnms_kg"
author = "The rsnms_kg developers"
project_copyright = "The rsnms_kg developers"  # no year: the same input gives the same pages
version = release = rsnms_kg.__version__
language = "ru"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "ontology_terms",
    "requirement_catalogue",
    "shape_table",
    "ground_table",
]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
smartquotes = False  # the pages are typed with « » and –

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
autodoc_class_signature = "separated"
# Types of the standard library and of other packages are not described here.
nitpick_ignore_regex = [
    (r"py:.*", r"(?!rsnms_kg\.).*"),
]

html_theme = "furo"
html_title = f"rsnms_kg {release}"
html_show_copyright = False
html_last_updated_fmt = None
