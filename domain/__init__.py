"""Rules: calendar, cadences, ladder, lifecycle, readings, verdicts. Pure: no chat, no SQL, no clock."""
