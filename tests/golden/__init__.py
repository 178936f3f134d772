"""Whole computed timelines, checked in as data."""
