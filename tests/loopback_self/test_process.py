"""A client in a process of its own, led here by a proxy and a certificate in its environment."""

import asyncio
import signal

import pytest

from tests.loopback import BotProcess, LoopbackDiscord, LoopbackTimeoutError

_TINY = "tests.loopback_self.tiny"


async def test_second_process_sends_rest_and_gateway_through_the_proxy(loopback: LoopbackDiscord) -> None:
    async with BotProcess(_TINY, env=loopback.environment()) as process:
        await loopback.ready(seconds=20)
        reply = await loopback.user().slash("pages")
        assert (await reply.click("Next")).texts == "page 2"
        assert loopback.proxy.connected["gateway.discord.gg"] == 1
        assert loopback.proxy.connected["discord.com"] >= 1
        with pytest.raises(LoopbackTimeoutError, match="still running"):
            await process.ended(0.01)
        assert await process.stop() == -signal.SIGTERM
        await loopback.gone()


async def test_certificate_must_be_trusted_and_a_refused_host_is_a_bad_gateway(loopback: LoopbackDiscord) -> None:
    environment = loopback.environment()
    del environment["SSL_CERT_FILE"]
    async with BotProcess(_TINY, env=environment) as process:
        assert await process.ended(20) == 1
        assert "CERTIFICATE_VERIFY_FAILED" in process.stderr
    loopback.refuse_connections("discord.com")
    async with BotProcess(_TINY, env=loopback.environment()) as process:
        assert await process.ended(20) == 1
        assert "502" in process.stderr
    assert loopback.requests == []


async def test_proxy_refuses_every_other_name(loopback: LoopbackDiscord) -> None:
    host, port = loopback.proxy.url.removeprefix("http://").split(":")
    for line in (b"CONNECT example.org:443 HTTP/1.1", b"GET http://discord.com/ HTTP/1.1"):
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(line + b"\r\n\r\n")
        assert (await reader.readline()).split()[1] == b"403"
        writer.close()
        await writer.wait_closed()
