"""WordprocessingML: what an official document is made of."""
