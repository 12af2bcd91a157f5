"""What people write, read: plain Chinese in, an intent with typed values out, or a doubt with its reason."""
