"""Documents: the bytes of a file in, a parsed document out; nothing here reads a disk or a network."""
