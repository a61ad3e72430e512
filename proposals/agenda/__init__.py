"""The proposals of one meeting beside each other, and one after the other."""
