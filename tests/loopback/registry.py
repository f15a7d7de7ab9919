"""The application's commands as the client uploaded them."""

from typing import Final

from tests.loopback import schema
from tests.loopback.errors import Json, Refusal, Violation, bad_form
from tests.loopback.ids import Snowflakes
from tests.loopback.rules_commands import SLASH, check_command, check_counts

_A_DAY: Final = 200


class Registry:
    """Commands by scope: None for global ones, else the id of the server that they belong to."""

    def __init__(self, application_id: str, ids: Snowflakes) -> None:
        self._application_id = application_id
        self._ids = ids
        self._scopes: dict[str | None, dict[str, Json]] = {}
        self.uploads = 0
        self.created = 0

    def all(self, guild_id: str | None = None) -> list[Json]:
        """Every command of a scope."""
        return list(self._scopes.get(guild_id, {}).values())

    def find(self, name: str, kind: int, guild_id: str | None) -> Json | None:
        """The command that a user sees under that name: the server's own goes before the global one."""
        for scope in (guild_id, None):
            for command in self.all(scope):
                if command["name"] == name and command["type"] == kind:
                    return command
        return None

    def get(self, command_id: str, guild_id: str | None = None) -> Json:
        """One command by its id."""
        try:
            return self._scopes[guild_id][command_id]
        except KeyError:
            raise Refusal(404, 10063, "Unknown application command") from None

    def replace(self, commands: list[Json], guild_id: str | None = None) -> list[Json]:
        """Put these in the place of all of the scope; a name that stays keeps its id."""
        findings = check_counts(commands)
        for index, command in enumerate(commands):
            findings += [_under(str(index), violation) for violation in _check(command)]
        if findings:
            raise bad_form(findings)
        old = {(command["type"], command["name"]): command for command in self.all(guild_id)}
        kept = [self._stored(command, guild_id, old) for command in commands]
        self._scopes[guild_id] = {command["id"]: command for command in kept}
        self.uploads += 1
        return kept

    def create(self, command: Json, guild_id: str | None = None) -> Json:
        """Add one, or put it in the place of the one of the same name."""
        others = [known for known in self.all(guild_id) if _key(known) != _key(command)]
        if findings := [*_check(command), *check_counts([*others, command])]:
            raise bad_form(findings)
        old = {_key(known): known for known in self.all(guild_id)}
        stored = self._stored(command, guild_id, old)
        self._scopes.setdefault(guild_id, {})[stored["id"]] = stored
        self.uploads += 1
        return stored

    def edit(self, command_id: str, change: Json, guild_id: str | None = None) -> Json:
        """Change some fields of one."""
        changed = self.get(command_id, guild_id) | change
        if findings := _check(changed):
            raise bad_form(findings)
        changed["version"] = self._ids.new()
        self._scopes[guild_id][command_id] = changed
        return changed

    def delete(self, command_id: str, guild_id: str | None = None) -> None:
        """Take one away."""
        self.get(command_id, guild_id)
        del self._scopes[guild_id][command_id]

    def _stored(self, command: Json, guild_id: str | None, old: dict[tuple[int, str], Json]) -> Json:
        """The command as Discord gives it back: with its id and everything that was left out."""
        known = old.get(_key(command))
        if known is None:
            self._count_creation()
        stored: Json = {
            "id": known["id"] if known else self._ids.new(),
            "application_id": self._application_id,
            "version": self._ids.new(),
            "type": SLASH,
            "description": "",
            "default_member_permissions": None,
            "dm_permission": True,
            "contexts": None,
            "integration_types": [0],
            "nsfw": False,
            "name_localizations": None,
            "description_localizations": None,
        } | command
        if guild_id is not None:
            stored["guild_id"] = guild_id
        return stored

    def _count_creation(self) -> None:
        if self.created >= _A_DAY:
            raise Refusal(429, 30034, f"Max number of daily application command creates has been reached ({_A_DAY})")
        self.created += 1


def _key(command: Json) -> tuple[int, str]:
    return int(command.get("type") or SLASH), str(command.get("name"))


def _check(command: Json) -> list[Violation]:
    return [*check_command(command), *schema.check(schema.COMMAND, _writable(command))]


def _writable(command: Json) -> Json:
    """Without what Discord itself added."""
    own = {"id", "application_id", "version", "guild_id"}
    return {key: value for key, value in command.items() if key not in own}


def _under(prefix: str, violation: Violation) -> Violation:
    return Violation(f"{prefix}.{violation.where}", violation.code, violation.message)
