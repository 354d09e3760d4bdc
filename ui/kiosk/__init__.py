"""The kiosk: what customers touch in the shop. View-models in Python, layout and motion in `qml/`."""
