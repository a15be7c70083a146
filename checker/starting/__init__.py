"""An empty report of a year's format, to be filled in."""
