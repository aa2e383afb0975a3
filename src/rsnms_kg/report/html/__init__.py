"""The report as one HTML file: no network, no script, the paper beside its findings."""
