"""The commands of gkcheck, one file each: options in, text and exit status out. Loaded when they are called."""
