"""The help that comes with the program, read at the desk."""
