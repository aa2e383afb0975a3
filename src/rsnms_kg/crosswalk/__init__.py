"""Two papers side by side: what corresponds, what moved to another bearer, what is missing."""
