"""One invariant a test, its sentence the docstring."""
