"""The tests of ioplife, a room for each kind."""
