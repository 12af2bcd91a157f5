"""What a message states, before any words: the services gather it, the views put it."""
