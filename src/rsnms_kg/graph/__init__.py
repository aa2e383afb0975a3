"""Facts → graph, and graphs from and to files."""
