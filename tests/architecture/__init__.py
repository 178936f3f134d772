"""What may know what, and what is public."""
