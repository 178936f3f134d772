"""The kit for testers: what users test their own policy and timelines with."""
