"""Graph → outcome: every requirement with its status, and a finding for each that is broken."""
