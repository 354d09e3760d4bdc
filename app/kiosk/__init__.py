"""The kiosk's half without Qt: its cached board, its outbox, its talk with the server, its PIN."""
