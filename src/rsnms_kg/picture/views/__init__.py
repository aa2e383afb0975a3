"""The views: each makes a networkx graph of what it shows; :mod:`rsnms_kg.picture.views.registry` lists them."""
