"""What the record prints: each paper a value first (a dataclass), then a PDF or a Word file."""
