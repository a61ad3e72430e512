"""Django's PostgreSQL backend on the private server; `FOLDER` is the server's data folder."""
