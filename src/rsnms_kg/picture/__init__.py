"""Pictures of a graph: a view of it, and the view as SVG, DOT or Mermaid."""
