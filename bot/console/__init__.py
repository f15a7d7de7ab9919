"""The terminal: the verbs, their JSON, and the interactive shell."""
