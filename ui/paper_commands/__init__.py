"""The commands that make paper, a module per noun; `app.paper_command_line` has their words.

A kind is a function of a `Press` that gives what was `Made`; everything around it is the same for all.
"""
