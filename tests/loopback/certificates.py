"""Certificates for Discord's names, made when first needed and trusted by nobody else."""

import functools
import ssl
from dataclasses import dataclass

import trustme

from tests.loopback.names import HOSTS


@dataclass(frozen=True, slots=True)
class Authority:
    """A certificate authority of the tests' own: `pem` is what a client must trust."""

    server: ssl.SSLContext
    client: ssl.SSLContext
    pem: bytes


@functools.cache
def authority() -> Authority:
    """The authority of this test process."""
    issuer = trustme.CA()
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    issuer.issue_cert(*HOSTS).configure_cert(server)
    client = ssl.create_default_context()
    issuer.configure_trust(client)
    return Authority(server, client, issuer.cert_pem.bytes())
