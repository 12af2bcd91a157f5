"""The words of an indicator become demands: what is counted, against which target, by when."""
