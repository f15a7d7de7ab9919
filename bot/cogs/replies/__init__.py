"""What answers look like on Discord: pure rendering, from an answer to a view."""
