"""Questions to the records, one file a subject. The session comes first; nothing is committed here."""
