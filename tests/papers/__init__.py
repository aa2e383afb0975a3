"""Papers that tests write themselves, with what a reader must find in them. All people are invented."""
