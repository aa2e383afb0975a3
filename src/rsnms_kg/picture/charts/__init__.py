"""Views that are charts and not diagrams: a timeline, and bars by period; drawn from the same networks."""
