"""Whatever is read or typed: an answer or our own error, soon, and never a traceback.

The ordinary run replays the corpus and searches a little. A long search is a command of its own:
``python -m tests.fuzz --minutes 30``; what it finds it writes into the corpus.
"""
