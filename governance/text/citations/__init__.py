"""Citations: found in wording, resolved to what they name, and followed when numbers change."""
