"""gateway.discord.gg: sessions, heartbeats, resuming, and every way in which a connection may end."""

import asyncio
import secrets
import zlib
from collections import deque
from dataclasses import dataclass, field
from json import dumps, loads
from typing import Any, Final

from aiohttp import WSMsgType, web

from tests.loopback.errors import Json, Violation
from tests.loopback.names import GATEWAY
from tests.loopback.state import GUILDS_INTENT, State

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, RESUME = 0, 1, 2, 3, 6
RECONNECT, INVALID_SESSION, HELLO, ACK = 7, 9, 10, 11
BAD_TOKEN, DISALLOWED_INTENTS, NOT_AUTHENTICATED = 4004, 4014, 4003
_REPLAY: Final = 20_000
_ENDS_SESSION: Final = (1000, 1001)


@dataclass(slots=True)
class Session:
    """What a client identified for; it outlives connections. `log` holds what a resuming client may have missed."""

    id: str
    identify: Json
    sequence: int = 0
    log: deque[tuple[int, Json]] = field(default_factory=lambda: deque(maxlen=_REPLAY))
    connection: "Connection | None" = None
    over: bool = False


class Connection:
    """One websocket, compressed as its client asked."""

    def __init__(self, request: web.Request, socket: web.WebSocketResponse) -> None:
        self.request = request
        self.socket = socket
        self.session: Session | None = None
        stream = request.query.get("compress") == "zlib-stream"
        self._compressor = zlib.compressobj() if stream else None

    async def send(self, op: int, data: Any = None, *, event: str | None = None, sequence: int | None = None) -> None:
        """Send one payload; a socket that is closing drops it, as a broken line would."""
        text = dumps({"op": op, "d": data, "s": sequence, "t": event}, separators=(",", ":"))
        if self.socket.closed:
            return
        try:
            if self._compressor is None:
                await self.socket.send_str(text)
            else:
                packed = self._compressor.compress(text.encode()) + self._compressor.flush(zlib.Z_SYNC_FLUSH)
                await self.socket.send_bytes(packed)
        except ConnectionError:
            return

    async def close(self, code: int) -> None:
        """Close with a code."""
        await self.socket.close(code=code)

    def drop(self) -> None:
        """Cut the line without a word."""
        if self.request.transport is not None:
            self.request.transport.abort()


class Gateway:
    """The gateway; tests set `heartbeat_interval` (seconds) and `acknowledge` (False plays a zombie) at any time."""

    def __init__(self, state: State) -> None:
        self._state = state
        self.heartbeat_interval = 41.25
        self.acknowledge = True
        self.identifies: list[Json] = []
        self.resumes: list[Json] = []
        self.presences: list[Json] = []
        self.heartbeats = 0
        self.connections = 0
        self.closed: list[int | None] = []
        self.session: Session | None = None
        self._sessions: dict[str, Session] = {}
        self._open: set[Connection] = set()
        self._refusals: deque[int | None] = deque()
        self._identify_closes: deque[int] = deque()

    @property
    def live(self) -> bool:
        """Whether a client is connected and has its READY or RESUMED."""
        return self.session is not None and self.session.connection is not None

    @property
    def intents(self) -> int:
        """The intents of the last IDENTIFY."""
        return int(self.identifies[-1].get("intents", 0))

    @property
    def compression(self) -> str | None:
        """How the connected client asked for its payloads to be compressed."""
        connection = self.session.connection if self.session else None
        return connection.request.query.get("compress") if connection else None

    def refuse_next(self, times: int = 1, *, status: int | None = 503) -> None:
        """Refuse the next connections with an HTTP status, or with None by cutting the line."""
        self._refusals.extend([status] * times)

    def close_next_identify(self, code: int) -> None:
        """Answer the next IDENTIFY by closing with a code, such as 4014."""
        self._identify_closes.append(code)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Serve one websocket from HELLO to its end."""
        if request.host != GATEWAY:
            return web.Response(status=404)
        self.connections += 1
        if self._refusals:
            return self._refuse(request, self._refusals.popleft())
        socket = web.WebSocketResponse(timeout=1.0, max_msg_size=4096)
        await socket.prepare(request)
        connection = Connection(request, socket)
        self._open.add(connection)
        try:
            await connection.send(HELLO, {"heartbeat_interval": int(self.heartbeat_interval * 1000), "_trace": []})
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    await self._receive(connection, loads(message.data))
        finally:
            self._forget(connection)
        return socket

    def _refuse(self, request: web.Request, status: int | None) -> web.StreamResponse:
        if status is None and request.transport is not None:
            request.transport.abort()
        return web.Response(status=status or 503)

    def _forget(self, connection: Connection) -> None:
        self._open.discard(connection)
        code = connection.socket.close_code
        self.closed.append(code)
        session = connection.session
        if session is not None and session.connection is connection:
            session.connection = None
            session.over = session.over or code in _ENDS_SESSION
        self._state.pulse.beat()

    async def _receive(self, connection: Connection, payload: Json) -> None:
        op, data = payload.get("op"), payload.get("d")
        if op == HEARTBEAT:
            self.heartbeats += 1
            if self.acknowledge:
                await connection.send(ACK)
        elif op == IDENTIFY and isinstance(data, dict):
            await self._identify(connection, data)
        elif op == RESUME and isinstance(data, dict):
            await self._resume(connection, data)
        elif connection.session is None:
            await connection.close(NOT_AUTHENTICATED)
        elif op == PRESENCE and isinstance(data, dict):
            self.presences.append(data)
        else:
            self._state.violations.append(Violation(f"op {op}", "UNKNOWN_OP", "Not played here.", "gateway"))
        self._state.pulse.beat()

    async def _identify(self, connection: Connection, data: Json) -> None:
        self.identifies.append(data)
        if data.get("token") != self._state.token:
            await connection.close(BAD_TOKEN)
            return
        if self._identify_closes:
            await connection.close(self._identify_closes.popleft())
            return
        if data.get("intents") != GUILDS_INTENT:
            message = f"Intents are {data.get('intents')}; this bot asks for guilds only."
            self._state.violations.append(Violation("intents", "VERBATIM_INTENTS", message, "IDENTIFY"))
        session = Session(secrets.token_hex(16), data, connection=connection)
        connection.session = session
        self._sessions[session.id] = session
        await self._emit(session, "READY", self._ready(session))
        for guild in self._state.guilds:
            await self._emit(session, "GUILD_CREATE", guild.json(self._state.bot))
        self.session = session

    def _ready(self, session: Session) -> Json:
        return {
            "v": 10,
            "user": self._state.bot.json(),
            "guilds": [{"id": guild.id, "unavailable": True} for guild in self._state.guilds],
            "session_id": session.id,
            "resume_gateway_url": f"wss://{GATEWAY}",
            "shard": session.identify.get("shard") or [0, 1],
            "application": {"id": self._state.bot.id, "flags": 0},
            "_trace": [],
        }

    async def _resume(self, connection: Connection, data: Json) -> None:
        self.resumes.append(data)
        if data.get("token") != self._state.token:
            await connection.close(BAD_TOKEN)
            return
        session = self._sessions.get(str(data.get("session_id")))
        seen = int(data.get("seq") or 0)
        if session is None or session.over or seen > session.sequence:
            await connection.send(INVALID_SESSION, data=False)
            return
        connection.session = session
        while missed := [entry for entry in session.log if entry[0] > seen]:
            for sequence, event in missed:
                await connection.send(DISPATCH, event["d"], event=event["t"], sequence=sequence)
                seen = sequence
        session.connection = connection
        self.session = session
        await self._emit(session, "RESUMED", {"_trace": []})

    async def _emit(self, session: Session, event: str, data: Json) -> None:
        session.sequence += 1
        session.log.append((session.sequence, {"t": event, "d": data}))
        if session.connection is not None:
            await session.connection.send(DISPATCH, data, event=event, sequence=session.sequence)

    async def dispatch(self, event: str, data: Json) -> None:
        """Send an event to the session; while nobody is connected it waits to be replayed.

        Raises:
            RuntimeError: No client has ever identified.
        """
        if self.session is None:
            raise RuntimeError("no client has identified yet; wait for ready() first")
        await self._emit(self.session, event, data)

    async def request_reconnect(self) -> None:
        """Op 7: ask the client to connect again and resume."""
        for connection in list(self._open):
            await connection.send(RECONNECT)

    async def invalidate(self, *, resumable: bool = False) -> None:
        """Op 9: say that the session is no longer valid."""
        for connection in list(self._open):
            if connection.session is not None and not resumable:
                connection.session.over = True
            await connection.send(INVALID_SESSION, data=resumable)

    async def close(self, code: int = 4000) -> None:
        """Close every connection with a code; 4007 and 4009 end the session too, so that resuming fails."""
        for connection in list(self._open):
            if connection.session is not None and code in (4007, 4009):
                connection.session.over = True
            await connection.close(code)

    def drop(self) -> None:
        """Cut every line without a word."""
        for connection in list(self._open):
            connection.drop()

    async def stop(self) -> None:
        """Close what is still open."""
        await asyncio.gather(*(connection.close(1001) for connection in list(self._open)))
