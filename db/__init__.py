"""Records: tables, queries, migrations. Queries take the session first and never commit."""
