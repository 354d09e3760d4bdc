"""`python -m ui`: how Teacup starts itself when it is not bundled."""

from __future__ import annotations

import sys

from ui.main import main

if __name__ == "__main__":
    sys.exit(main())
