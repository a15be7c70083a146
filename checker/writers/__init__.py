"""Documents written in the formats that others read."""
