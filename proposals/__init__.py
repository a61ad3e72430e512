"""The change under way: drafting, reviewing and releasing proposals to amend the articles."""
