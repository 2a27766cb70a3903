"""Measures what a room costs, beside a bare Node server and a stock Flask-SocketIO one."""
