"""The comparison table as data, and the house styles that word it."""
