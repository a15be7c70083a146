"""Many files: walked, checked by several processes, related to one another, and written as they are done."""
