"""`make bench`: how quick and how big, beside what people would write instead. Figures, never a test."""
