import ctypes
import os
import pwd
import stat
import struct
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from signal import SIGINT

LINUX = sys.platform == "linux"
PR_SET_PDEATHSIG, PR_SET_SECUREBITS, PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE = 1, 28, 47, 2
SECBIT_NO_SETUID_FIXUP = 1 << 2
CAP_DAC_OVERRIDE = 1
CAPABILITY_VERSION_3 = 0x20080522
LIBC = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True)
class OsUser:
    """The user of the system that the server runs as: our own, or a plain one when we are root."""

    uid: int
    gid: int

    @classmethod
    def for_cluster(cls, cluster: Path) -> "OsUser":
        """Choose the cluster's owner; for a new one ourselves, or `nobody` when we are root."""
        if os.geteuid() != 0:
            return cls(os.geteuid(), os.getegid())
        if cluster.exists() and cluster.stat().st_uid != 0:
            return cls(cluster.stat().st_uid, cluster.stat().st_gid)
        nobody = pwd.getpwnam("nobody")
        return cls(nobody.pw_uid, nobody.pw_gid)

    @property
    def is_ours(self) -> bool:
        return self.uid == os.geteuid()

    def give(self, path: Path) -> None:
        """Give a file or folder to this user."""
        if not self.is_ours:
            os.chown(path, self.uid, self.gid)

    def can_enter(self, path: Path) -> bool:
        """Tell whether this user may pass through every folder down to `path` and enter it."""
        return all(self._may_enter(step) for step in (path, *path.parents))

    def _may_enter(self, path: Path) -> bool:
        status = path.stat()
        if status.st_uid == self.uid:
            return bool(status.st_mode & stat.S_IXUSR)
        if status.st_gid == self.gid:
            return bool(status.st_mode & stat.S_IXGRP)
        return bool(status.st_mode & stat.S_IXOTH)

    def becoming(self, *paths: Path) -> Callable[[], None]:
        """Return what a child process does before it becomes a program of the server.

        It takes on this user, and on Linux asks the kernel to end it when its parent dies.
        `paths` are what it has to reach.
        """
        parent = os.getpid()
        # A clone in a closed folder (root's home, a temporary one) is out of a plain user's way.
        # Opening the folder to all would be worse than this: the child stays exempt from the
        # permissions of files and folders, and keeps nothing else of root.
        needs_access = LINUX and not self.is_ours and not all(map(self.can_enter, paths))

        def enter() -> None:
            if not self.is_ours:
                if needs_access:
                    # Leaving root would else drop all, and access(2), by which PostgreSQL looks
                    # for its programs, would go by the user alone.
                    _checked_call(LIBC.prctl, PR_SET_SECUREBITS, SECBIT_NO_SETUID_FIXUP, 0, 0, 0)
                os.setgroups([])
                os.setgid(self.gid)
                os.setuid(self.uid)
                if needs_access:
                    _drop_other_capabilities(CAP_DAC_OVERRIDE)
            if LINUX:
                # A change of user clears this, so it comes last; the parent may be gone already.
                _checked_call(LIBC.prctl, PR_SET_PDEATHSIG, SIGINT, 0, 0, 0)
                if os.getppid() != parent:
                    os._exit(1)

        return enter


def _drop_other_capabilities(capability: int) -> None:
    """Hold one capability, and pass it on to the programs we become."""
    header = struct.pack("Ii", CAPABILITY_VERSION_3, 0)
    mask = 1 << capability
    _checked_call(LIBC.capset, header, struct.pack("6I", mask, mask, mask, 0, 0, 0))
    _checked_call(LIBC.prctl, PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, capability, 0, 0)


def _checked_call(function: Callable[..., int], *arguments: object) -> None:
    if function(*arguments) != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
