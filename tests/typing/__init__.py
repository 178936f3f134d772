"""Uses of the public API alone, for the type checkers."""
