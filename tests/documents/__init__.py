"""Documents in and out, with real files."""
