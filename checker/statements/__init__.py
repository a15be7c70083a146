"""What prose states: the general reader of sentences, with no word of the regulation in it."""
