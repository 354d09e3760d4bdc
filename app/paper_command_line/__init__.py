"""The words of `notice`, `qr` and `sheet`, a module per noun as in `ui.paper_commands`, which does them."""
