"""The Discord client: commands, what they look like, and how it starts and stops."""
