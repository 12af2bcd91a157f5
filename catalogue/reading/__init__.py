"""A paper becomes a draft: areas, items, indicators, departments and demands, every doubtful cell marked."""
