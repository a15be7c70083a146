"""Facts that stand in a text: names, dates, numbers, addresses, telephones, and what is wrong with their form."""
