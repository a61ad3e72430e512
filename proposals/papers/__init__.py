"""The papers: what is printed, as values first (one dataclass a paper), then as pages and PDF."""
