"""Faults on purpose: processes killed and stopped, networks cut, disks full, guests who mean no good.

`./dev chaos NAME` plays a scenario at full length and prints one line of JSON; a short round of each
is a test. Everything stays on this machine, and whatever is started is ended.
"""
