"""Files that leave the house. They know the domain alone."""
