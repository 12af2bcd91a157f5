"""A file becomes a paper: its paragraphs and tables in order, whatever program wrote it."""
