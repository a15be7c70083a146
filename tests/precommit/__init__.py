"""The hooks of .pre-commit-hooks.yaml in the real pre-commit, in a real repository: `python -m tests.precommit`.

Apart from the other tests because pre-commit builds an environment with pip, for which it needs the network.
"""
