"""The reports of the builders in forms other than Word: web pages, text, Markdown."""
