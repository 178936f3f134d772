"""The life of an agreement by another hand than the fold's: a plain loop over days."""
