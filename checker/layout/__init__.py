"""A document laid on the layout of a format: title, sections and tables found, however they are printed."""
