"""A draft as it stands: the stored rows, and all that is derived from them."""
