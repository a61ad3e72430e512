"""The tree of the articles as frozen values, their numbers, and the lines they are read from."""
