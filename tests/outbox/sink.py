"""A small mail server on loopback, for tests of what leaves the site and how."""

import contextlib
import datetime as dt
import socket
import socketserver
import ssl
import threading

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


class Sink(socketserver.ThreadingTCPServer):
    """``mails``: (recipient, text) of what was delivered; ``in_clear``: every line that came without TLS."""

    allow_reuse_address = True

    def __init__(self, *, port=0, starttls=None, certificate=None):
        """``starttls``: None: not offered; "refused": offered and refused; "broken": no TLS follows; "good"."""
        super().__init__(("127.0.0.1", port), Conversation)
        self.starttls, self.certificate = starttls, certificate
        self.mails, self.in_clear = [], []

    @property
    def port(self):
        return self.server_address[1]

    def handle_error(self, request, client_address):
        """A client that gives up in the middle is what some tests are about."""


class Conversation(socketserver.StreamRequestHandler):
    timeout = 5

    def handle(self):
        self.is_safe, self.recipient = False, ""
        self.say("220 sink")
        while line := self.rfile.readline():
            text = line.decode().strip()
            if not self.is_safe:
                self.server.in_clear.append(text)
            if self.answer(text.split(" ")[0].upper(), text) is False:
                break

    def finish(self):
        super().finish()
        self.connection.close()

    def say(self, *lines):
        for line in lines:
            self.wfile.write(f"{line}\r\n".encode())

    def answer(self, verb, text):
        if verb == "EHLO":
            offered = ["250-STARTTLS"] if self.server.starttls and not self.is_safe else []
            self.say("250-sink", *offered, "250 AUTH PLAIN LOGIN")
        elif verb == "STARTTLS":
            return self.start_tls()
        elif verb == "AUTH":
            self.say("235 in")
        elif verb == "DATA":
            self.take_mail()
        elif verb == "QUIT":
            self.say("221 bye")
            return False
        else:
            if verb == "RCPT":
                self.recipient = text.partition("<")[2].partition(">")[0]
            self.say("250 fine")
        return True

    def start_tls(self):
        if self.server.starttls == "refused":
            self.say("454 not now")
            return True
        self.say("220 go on")
        if self.server.starttls == "broken":
            self.say("this is no handshake")
            return False
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.server.certificate)
        self.connection = context.wrap_socket(self.connection, server_side=True)
        self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", 0)
        self.is_safe = True
        return True

    def take_mail(self):
        self.say("354 go on")
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line.decode())
            if not self.is_safe:
                self.server.in_clear.append(line.decode())
        self.server.mails.append((self.recipient, "".join(lines)))
        self.say("250 taken")


@contextlib.contextmanager
def listening(**options):
    with Sink(**options) as sink:
        thread = threading.Thread(target=sink.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield sink
        finally:
            sink.shutdown()
            thread.join()


def closed_port() -> int:
    """One on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def make_certificate(path, name="localhost"):
    """Self-signed, with its key in the same file; returns the path."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=2))
        .not_valid_after(now + dt.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM) + secret)
    return str(path)
