"""What outlives the disk: the backup, the journal beside it, and the way back from both."""
