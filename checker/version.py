"""The version, in a file of its own so that the build and every layer can read it."""

VERSION = "0.1.0"
