"""How many planted faults are found by their rules, and how many compliant reports are accused."""
