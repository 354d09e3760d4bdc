"""The only place that knows peewee and SQL."""
