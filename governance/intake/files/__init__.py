"""Files that people have (Word, PDF, text) to plain text, with a note for all that was left out."""
