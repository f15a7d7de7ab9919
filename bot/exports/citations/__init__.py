"""One citation in the formats of other programs."""
