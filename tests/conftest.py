"""Property tests have no deadline for an example: what they test holds on a busy machine, too."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("without a deadline", deadline=None)
settings.load_profile("without a deadline")
