"""The states of a proposal, the moves between them, and who may make them."""
