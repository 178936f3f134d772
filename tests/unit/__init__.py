"""Examples on both sides of each day."""
