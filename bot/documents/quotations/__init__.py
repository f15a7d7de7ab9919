"""Quotations and their speakers: what is said in quotation marks or reported, by whom, and from what that is known."""
