"""The QR codes: where they hang, whether they lead here, and the sheets that carry them."""
