"""The first program of every sandbox: starts commands for the host and carries their bytes.

Its text is sent to the sandbox's own `python3`, so it imports nothing of ours and knows no more
than the standard library. Standard input and output are the connection to the host, in the
frames of `frames.py`. It ends when the connection does, and as process 1 it takes the rest of the
sandbox along. What it says is not trusted outside: programs beside it have the same rights.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import json
import os
import resource
import select
import signal
import stat
import struct
import sys
import termios

TYPE_CHECKING = False
if TYPE_CHECKING:  # to import it takes longer than the rest of the start
    import socket
    from collections.abc import Callable
    from typing import Any, NoReturn

START, INPUT, INPUT_END, RESIZE, KILL, CREDIT, OUTPUT, EXIT, READY = range(1, 10)
HEADER = struct.Struct("!IBI")
WINDOW = 256 * 1024
PIECE = 32 * 1024
STDIN, STDOUT, STDERR = 0, 1, 2
GATE = "\0atelier-gate"
GATE_S = 10.0


class Connection:
    """Frames to and from the host."""

    def __init__(self) -> None:
        self.input, self.output = os.dup(0), os.dup(1)
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, 0)
        os.dup2(nothing, 1)
        os.set_blocking(self.input, False)
        os.set_blocking(self.output, False)
        self.unread, self.unsent = bytearray(), bytearray()

    def send(self, kind: int, channel: int, payload: bytes = b"") -> None:
        self.unsent += HEADER.pack(len(payload), kind, channel) + payload
        self.flush()

    def flush(self) -> None:
        try:
            while self.unsent:
                del self.unsent[: os.write(self.output, self.unsent)]
        except BlockingIOError:
            pass

    def frames(self) -> list[tuple[int, int, bytes]]:
        """Whole frames that have arrived. EOFError when the host is gone."""
        try:
            while True:
                data = os.read(self.input, 2 * WINDOW)
                if not data:
                    raise EOFError
                self.unread += data
                if len(data) < 2 * WINDOW:
                    break
        except BlockingIOError:
            pass
        at, found = 0, []
        while len(self.unread) - at >= HEADER.size:
            length, kind, channel = HEADER.unpack_from(self.unread, at)
            if len(self.unread) - at < HEADER.size + length:
                break
            at += HEADER.size
            found.append((kind, channel, bytes(self.unread[at : at + length])))
            at += length
        del self.unread[:at]
        return found


class Command:
    """A process that was started for the host, and our ends of its pipes or its terminal."""

    def __init__(self, channel: int, order: dict[str, Any]) -> None:
        self.channel, self.credit = channel, WINDOW
        self.status: int | None = None
        self.tty = bool(order.get("tty"))
        self.waiting, self.input_ends = bytearray(), False
        self.input: int | None
        if self.tty:
            ours, theirs = os.openpty()
            resize(ours, *order["tty"])
            self.input, self.outputs = ours, {ours: STDOUT}
            ends = (theirs, theirs, theirs)
        else:
            (in_there, in_here), (out_here, out_there), (err_here, err_there) = (
                os.pipe() for _ in range(3)
            )
            self.input, self.outputs = in_here, {out_here: STDOUT, err_here: STDERR}
            ends = (in_there, out_there, err_there)
        for fd in (self.input, *self.outputs):
            os.set_blocking(fd, False)
        try:
            self.pid = os.fork()
            if self.pid == 0:
                become(order, ends)
        except OSError:
            self.close()
            raise
        finally:
            for fd in set(ends):
                os.close(fd)

    def close_input(self) -> None:
        if self.input is not None and not self.tty:
            os.close(self.input)
        self.input = None

    def close(self) -> None:
        self.close_input()
        for fd in self.outputs:
            os.close(fd)
        self.outputs = {}


def become(order: dict[str, Any], ends: tuple[int, int, int]) -> NoReturn:
    """In the child: turn into what was ordered. Never returns."""
    code = 127
    try:
        os.setsid()
        for number, fd in enumerate(ends):
            os.dup2(fd, number)
        os.closerange(3, 2**16)
        if order.get("tty"):
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGPIPE, signal.SIGCHLD, signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        if order.get("cwd"):
            os.chdir(order["cwd"])
        if "call" in order:
            CALLS[order["call"]](*order.get("arguments", ()))
            code = 0
        else:
            environment = {**os.environ, **order.get("env", {})}
            os.execvpe(order["argv"][0], order["argv"], environment)  # noqa: S606
    except BaseException as error:
        os.write(2, f"{type(error).__name__}: {error}\n".encode())
    finally:
        os._exit(code)


class Program:
    def __init__(self) -> None:
        self.connection = Connection()
        self.commands: dict[int, Command] = {}
        self.woken, wake = os.pipe()
        for fd in (self.woken, wake):
            os.set_blocking(fd, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(wake)

    def run(self) -> None:
        self.connection.send(READY, 0)
        while True:
            for fd, _ in self.wait():
                if fd == self.connection.input:
                    try:
                        for frame in self.connection.frames():
                            self.obey(*frame)
                    except EOFError:
                        return
                elif fd == self.connection.output:
                    self.connection.flush()
                elif fd == self.woken:
                    os.read(self.woken, 4096)
                else:
                    self.carry(fd)
            self.reap()

    def wait(self) -> list[tuple[int, int]]:
        """What can be read or written now, of all that we want to."""
        wanted = {self.connection.input: select.POLLIN, self.woken: select.POLLIN}
        if self.connection.unsent:
            wanted[self.connection.output] = select.POLLOUT
        for command in self.commands.values():
            if command.credit > 0 and len(self.connection.unsent) < WINDOW:
                for fd in command.outputs:
                    wanted[fd] = wanted.get(fd, 0) | select.POLLIN
            if command.input is not None and command.waiting:
                wanted[command.input] = wanted.get(command.input, 0) | select.POLLOUT
        poll = select.poll()
        for fd, events in wanted.items():
            poll.register(fd, events)
        return poll.poll()

    def obey(self, kind: int, channel: int, payload: bytes) -> None:
        if kind == START:
            self.start(channel, json.loads(payload))
        elif kind == KILL and channel == 0:
            with contextlib.suppress(ProcessLookupError):
                os.kill(-1, signal.SIGKILL)
            self.collect(0)
        elif (command := self.commands.get(channel)) is None:
            return
        elif kind == INPUT:
            command.waiting += payload
            self.feed(command)
        elif kind == INPUT_END:
            command.input_ends = True
            self.feed(command)
        elif kind == RESIZE and command.tty and command.input is not None:
            resize(command.input, *json.loads(payload))
        elif kind == CREDIT:
            command.credit += json.loads(payload)
        elif kind == KILL:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(command.pid, json.loads(payload))

    def start(self, channel: int, order: dict[str, Any]) -> None:
        try:
            self.commands[channel] = Command(channel, order)
        except OSError as error:
            reason = "the sandbox has too many processes" if error.errno == errno.EAGAIN else error
            self.end(channel, {"code": None, "signal": None, "error": f"cannot start: {reason}"})

    def feed(self, command: Command) -> None:
        """Give a command its input as far as it takes it, and say how far."""
        taken = 0
        try:
            while command.input is not None and command.waiting:
                count = os.write(command.input, command.waiting)
                del command.waiting[:count]
                taken += count
        except BlockingIOError:
            pass
        except OSError:  # it reads no more
            taken += len(command.waiting)
            command.waiting.clear()
            command.close_input()
        if command.input is None:
            taken += len(command.waiting)
            command.waiting.clear()
        if taken:
            self.connection.send(CREDIT, command.channel, json.dumps(taken).encode())
        if command.input_ends and not command.waiting:
            command.close_input()

    def carry(self, fd: int) -> None:
        for command in list(self.commands.values()):
            if fd == command.input and command.waiting:
                self.feed(command)
            if fd in command.outputs and command.credit > 0:
                self.tell(command, fd)

    def tell(self, command: Command, fd: int) -> bool:
        """Pass on what a command wrote; whether there was any."""
        try:
            data = os.read(fd, min(PIECE, command.credit))
        except BlockingIOError:
            return False
        except OSError:  # how a terminal ends
            data = b""
        if not data:
            del command.outputs[fd]
            if fd == command.input:
                command.input = None
            os.close(fd)
            return False
        command.credit -= len(data)
        self.connection.send(OUTPUT, command.channel, bytes([command.outputs[fd]]) + data)
        return True

    def collect(self, options: int) -> None:
        """Take note of processes that have ended; without WNOHANG, of all."""
        by_pid = {command.pid: command for command in self.commands.values()}
        with contextlib.suppress(ChildProcessError):
            while (ended := os.waitpid(-1, options))[0]:
                if ended[0] in by_pid:
                    by_pid[ended[0]].status = ended[1]

    def reap(self) -> None:
        self.collect(os.WNOHANG)
        for command in list(self.commands.values()):
            if command.status is not None and self.drained(command):
                command.close()
                del self.commands[command.channel]
                code = os.waitstatus_to_exitcode(command.status)
                number = -code if code < 0 else None
                answer = {"code": None if code < 0 else code, "signal": number, "error": None}
                self.end(command.channel, answer)

    def drained(self, command: Command) -> bool:
        """Whether all is told that an ended command wrote; what it left running may write on, but
        nobody listens."""
        for fd in list(command.outputs):
            while command.credit > 0 and self.tell(command, fd):
                pass
        return command.credit > 0 or not command.outputs

    def end(self, channel: int, answer: dict[str, Any]) -> None:
        self.connection.send(EXIT, channel, json.dumps(answer).encode())


def resize(fd: int, rows: int, columns: int) -> None:
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def scan(root: str, ignored: list[str], max_bytes: int, max_files: int) -> None:
    """Write each file below `root` as a line of JSON: path, git's hash of it or null, and why
    there is none."""
    count = 0
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in ignored)
        for name in sorted(names):
            full = os.path.join(folder, name)
            path = os.path.relpath(full, root)
            count += 1
            if count > max_files:
                answer(["", None, "too many files"])
                return
            try:
                path.encode()
                data, reason = content(full, max_bytes)
            except UnicodeEncodeError:
                path, data, reason = ascii(path), None, "its name is not UTF-8"
            except OSError as error:
                data, reason = None, error.strerror
            answer([path, None if data is None else blob(data), reason])


def read(root: str, paths: list[str], max_bytes: int) -> None:
    """Write each file that is there: a line of JSON (path, bytes), then its content."""
    for path in paths:
        try:
            data, _ = content(os.path.join(root, path), max_bytes)
        except OSError:
            continue
        if data is not None:
            answer([path, len(data)])
            put(data)


def write(root: str, max_bytes: int) -> None:
    """Read changes: a line of JSON (path, its bytes or null to delete it, git's hash of what must
    be there, "" for nothing), then the content. Say of each that it was made, or why not."""
    source = os.fdopen(0, "rb")
    for line in source:
        path, size, before = json.loads(line)
        data = None if size is None else source.read(size)
        full = os.path.join(root, path)
        try:
            if there(full, max_bytes) != before:
                answer([path, "it has changed in the sandbox"])
                continue
            if data is None:
                os.unlink(full)
                prune(root, os.path.dirname(full))
            else:
                place(full, data)
            answer([path, None])
        except OSError as error:
            answer([path, error.strerror])


def connect(port: int) -> None:
    """Join input and output to a server of the sandbox."""
    import socket

    with socket.create_connection(("localhost", port)) as server:
        join(server)


def gate(port: int) -> None:
    """Listen for programs of the sandbox that want out. Write a byte for each, and hand it to the
    next `carry`."""
    import socket

    with (
        socket.create_server(("127.0.0.1", port), backlog=64) as programs,
        socket.socket(socket.AF_UNIX) as carriers,
    ):
        carriers.bind(GATE)
        carriers.listen(64)
        carriers.settimeout(GATE_S)
        while True:
            program, _ = programs.accept()
            with program, contextlib.suppress(OSError):
                put(b".")
                carrier, _ = carriers.accept()
                with carrier:
                    socket.send_fds(carrier, [b"."], [program.fileno()])


def carry() -> None:
    """Join input and output to a program that wants out."""
    import socket

    with socket.socket(socket.AF_UNIX) as here:
        here.settimeout(GATE_S)
        here.connect(GATE)
        _, (program, *_), _, _ = socket.recv_fds(here, 1, 1)
    with socket.socket(fileno=program) as joined:
        join(joined)


def join(there: socket.socket) -> None:
    """Input and output, with a process for each direction, so that neither waits for the other."""
    import socket

    if os.fork() == 0:
        with contextlib.suppress(OSError):
            while data := os.read(0, PIECE):
                there.sendall(data)
            there.shutdown(socket.SHUT_WR)
        os._exit(0)
    while data := there.recv(PIECE):
        put(data)


def place(full: str, data: bytes) -> None:
    os.makedirs(os.path.dirname(full), exist_ok=True)
    mode = stat.S_IMODE(os.stat(full).st_mode) if os.path.exists(full) else 0o644
    new = f"{full}.{os.getpid()}.new"
    with open(new, "wb") as file:
        file.write(data)
    os.chmod(new, mode)
    os.rename(new, full)


def prune(root: str, folder: str) -> None:
    """Remove folders that nothing is in any more."""
    while folder != root:
        try:
            os.rmdir(folder)
        except OSError:
            return
        folder = os.path.dirname(folder)


def there(full: str, max_bytes: int) -> str | None:
    """Git's hash of a file, "" where there is nothing, None for what is no file of ours."""
    try:
        data, _ = content(full, max_bytes)
    except (FileNotFoundError, NotADirectoryError):
        return ""
    return None if data is None else blob(data)


def content(full: str, max_bytes: int) -> tuple[bytes | None, str | None]:
    """A file's bytes, or None and why; never of a link, and it waits for nothing."""
    try:
        fd = os.open(full, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        if error.errno == errno.ELOOP:
            return None, "it is a link"
        raise
    with os.fdopen(fd, "rb") as file:
        facts = os.fstat(fd)
        if not stat.S_ISREG(facts.st_mode):
            return None, "it is no file"
        if facts.st_size > max_bytes:
            return None, f"it has more than {max_bytes:,} bytes"
        return file.read(max_bytes), None


def blob(data: bytes) -> str:
    from hashlib import sha1

    return sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def answer(value: object) -> None:
    put(json.dumps(value).encode() + b"\n")


def put(data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(1, view) :]


CALLS: dict[str, Callable[..., None]] = {
    "scan": scan, "read": read, "write": write, "connect": connect, "gate": gate, "carry": carry
}  # fmt: skip


def main() -> None:
    limits, folders = json.loads(sys.argv[1]), sys.argv[2:]
    for name, most in limits.items():
        kind = getattr(resource, f"RLIMIT_{name}")
        resource.setrlimit(kind, (most, most))
    for folder in folders:
        os.makedirs(folder, exist_ok=True)
    Program().run()


if __name__ == "__main__":
    main()
