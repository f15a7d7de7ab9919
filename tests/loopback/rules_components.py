"""Limits of components: what may stand where, how many, and how long."""

from collections import Counter
from typing import Any, Final

from tests.loopback.errors import Findings, Json

ROW, BUTTON, STRING_SELECT, TEXT_INPUT = 1, 2, 3, 4
SELECTS: Final = frozenset({3, 5, 6, 7, 8})
SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR = 9, 10, 11, 12, 13, 14
CONTAINER, LABEL = 17, 18
_MODAL_ONLY: Final = frozenset({TEXT_INPUT, 19, 21, 22, 23})
_TOP_LEGACY: Final = frozenset({ROW})
_IN_CONTAINER: Final = frozenset({ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR})
_TOP_V2: Final = _IN_CONTAINER | {CONTAINER}
_TOP_MODAL: Final = frozenset({ROW, TEXT, LABEL})
_IN_LABEL: Final = SELECTS | _MODAL_ONLY
LINK, PREMIUM = 5, 6
_MAX_COMPONENTS, _MAX_TEXT, _MAX_ROWS, _MAX_WIDTH = 40, 4000, 5, 5


class TreeCheck:
    """Checks one message's components; `shown` afterwards holds the names of the files that they show."""

    def __init__(self, found: Findings, *, v2: bool, names: set[str], modal: bool = False) -> None:
        self._found = found
        self._v2 = v2
        self._modal = modal
        self._names = names
        self._count = 0
        self._text = 0
        self._custom_ids: Counter[str] = Counter()
        self._ids: Counter[int] = Counter()
        self.shown: set[str] = set()

    def check(self, where: str, components: Any) -> None:
        """Walk the whole tree, then check what counts over all of it."""
        if components is None:
            return
        if not isinstance(components, list):
            self._found.report(where, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
            return
        allowed = _TOP_MODAL if self._modal else _TOP_V2 if self._v2 else _TOP_LEGACY
        if not self._v2:
            self._found.length(where, components, 0, _MAX_ROWS)
        self._walk(where, components, allowed)
        self._totals(where)

    def _totals(self, where: str) -> None:
        if self._count > _MAX_COMPONENTS:
            message = f"{self._count} components, nested ones included; at most {_MAX_COMPONENTS}."
            self._found.report(where, "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", message)
        if self._text > _MAX_TEXT:
            message = f"{self._text} characters of text in all; at most {_MAX_TEXT}."
            self._found.report(where, "COMPONENT_MAX_TOTAL_TEXT_EXCEEDED", message)
        for name, times in self._custom_ids.items():
            if times > 1:
                message = f"Component custom id cannot be duplicated: {name}"
                self._found.report(where, "COMPONENT_CUSTOM_ID_DUPLICATED", message)
        for number, times in self._ids.items():
            if times > 1:
                self._found.report(where, "COMPONENT_ID_DUPLICATED", f"Component id {number} stands {times} times.")

    def _walk(self, where: str, components: list[Json], allowed: frozenset[int]) -> None:
        for index, component in enumerate(components):
            self._one(f"{where}.{index}", component, allowed)

    def _one(self, where: str, component: Json, allowed: frozenset[int]) -> None:
        kind = component.get("type")
        self._count += 1
        if isinstance(number := component.get("id"), int) and number:
            self._ids[number] += 1
        if not isinstance(kind, int) or kind not in allowed:
            message = f"A component of type {kind} may not stand here; allowed are {sorted(allowed)}."
            self._found.report(f"{where}.type", "UNION_TYPE_CHOICES", message)
            return
        if kind in SELECTS:
            self._select(where, component)
        elif kind == ROW:
            self._row(where, component)
        elif kind in _BY_TYPE:
            _BY_TYPE[kind](self, where, component)
        else:
            self._custom_id(where, component)

    def _custom_id(self, where: str, component: Json) -> None:
        custom_id = component.get("custom_id")
        self._found.length(f"{where}.custom_id", custom_id, 1, 100)
        self._custom_ids[str(custom_id)] += 1

    def _row(self, where: str, row: Json) -> None:
        inner = row.get("components") or []
        self._found.length(f"{where}.components", inner, 1, _MAX_WIDTH)
        if self._modal:
            self._walk(f"{where}.components", inner, frozenset({TEXT_INPUT}))
            return
        kinds = [component.get("type") for component in inner]
        if any(kind in SELECTS for kind in kinds) and len(kinds) > 1:
            message = "A select fills its row alone."
            self._found.report(f"{where}.components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message)
        self._walk(f"{where}.components", inner, SELECTS | {BUTTON})

    def _button(self, where: str, button: Json) -> None:
        style = button.get("style")
        self._found.between(f"{where}.style", style if style is not None else 0, 1, 6)
        self._found.length(f"{where}.label", button.get("label"), 0, 80)
        if style != PREMIUM and not button.get("label") and not button.get("emoji"):
            message = "A button needs a label or an emoji."
            self._found.report(f"{where}.label", "BUTTON_COMPONENT_INVALID_LABEL", message)
        if style in (LINK, PREMIUM):
            self._link(where, button, premium=style == PREMIUM)
        else:
            self._custom_id(where, button)
            if button.get("url"):
                message = "Only a link button has an address."
                self._found.report(f"{where}.url", "BUTTON_COMPONENT_URL_NOT_ALLOWED", message)

    def _link(self, where: str, button: Json, *, premium: bool) -> None:
        if button.get("custom_id"):
            message = "A custom id and url or sku_id cannot both be specified."
            self._found.report(f"{where}.custom_id", "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", message)
        if premium:
            self._found.length(f"{where}.sku_id", button.get("sku_id"), 1, 20)
            return
        url = button.get("url")
        self._found.length(f"{where}.url", url, 1, 512)
        if isinstance(url, str) and not url.startswith(("http://", "https://", "discord://")):
            message = f"Scheme of {url!r} must be one of ('http', 'https', 'discord')."
            self._found.report(f"{where}.url", "URL_TYPE_INVALID_SCHEME", message)

    def _select(self, where: str, select: Json) -> None:
        self._custom_id(where, select)
        self._found.length(f"{where}.placeholder", select.get("placeholder"), 0, 150)
        least, most = select.get("min_values"), select.get("max_values")
        self._found.between(f"{where}.min_values", least, 0, 25)
        self._found.between(f"{where}.max_values", most, 1, 25)
        if (1 if least is None else least) > (1 if most is None else most):
            self._found.report(f"{where}.min_values", "SELECT_COMPONENT_MIN_OVER_MAX", "More than max_values.")
        if select.get("type") == STRING_SELECT:
            self._options(where, select)

    def _options(self, where: str, select: Json) -> None:
        options = select.get("options")
        self._found.length(f"{where}.options", options, 1, 25)
        values: Counter[str] = Counter()
        for index, option in enumerate(options or []):
            here = f"{where}.options.{index}"
            self._found.length(f"{here}.label", option.get("label"), 1, 100)
            self._found.length(f"{here}.value", option.get("value"), 1, 100)
            self._found.length(f"{here}.description", option.get("description"), 0, 100)
            values[str(option.get("value"))] += 1
        for value, times in values.items():
            if times > 1:
                message = f"The specified option value is already used: {value}"
                self._found.report(f"{where}.options", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message)
        defaults = sum(bool(option.get("default")) for option in options or [])
        if defaults > (select.get("max_values") or 1):
            message = f"{defaults} options are chosen beforehand, more than max_values."
            self._found.report(f"{where}.options", "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", message)

    def _text_display(self, where: str, text: Json) -> None:
        content = text.get("content")
        self._found.length(f"{where}.content", content, 1, _MAX_TEXT)
        if isinstance(content, str):
            self._text += len(content)
            if content and not content.strip():
                self._found.report(f"{where}.content", "BASE_TYPE_REQUIRED", "Nothing but white space.")

    def _section(self, where: str, section: Json) -> None:
        inner = section.get("components") or []
        self._found.length(f"{where}.components", inner, 1, 3)
        self._walk(f"{where}.components", inner, frozenset({TEXT}))
        if not isinstance(accessory := section.get("accessory"), dict):
            self._found.report(f"{where}.accessory", "BASE_TYPE_REQUIRED", "This field is required")
            return
        self._one(f"{where}.accessory", accessory, frozenset({BUTTON, THUMBNAIL}))

    def _container(self, where: str, container: Json) -> None:
        inner = container.get("components") or []
        self._found.between(f"{where}.accent_color", container.get("accent_color"), 0, 0xFF_FF_FF)
        self._found.length(f"{where}.components", inner, 1, _MAX_COMPONENTS)
        self._walk(f"{where}.components", inner, _IN_CONTAINER)

    def _separator(self, where: str, separator: Json) -> None:
        self._found.between(f"{where}.spacing", separator.get("spacing"), 1, 2)

    def _thumbnail(self, where: str, thumbnail: Json) -> None:
        self._media(where, thumbnail, "media")

    def _file(self, where: str, file: Json) -> None:
        self._media(where, file, "file", attached=True)

    def _gallery(self, where: str, gallery: Json) -> None:
        items = gallery.get("items") or []
        self._found.length(f"{where}.items", items, 1, 10)
        for index, item in enumerate(items):
            self._media(f"{where}.items.{index}", item, "media")

    def _media(self, where: str, holder: Json, key: str, *, attached: bool = False) -> None:
        """An address of the web, or `attachment://` and the name of a file of this message."""
        self._found.length(f"{where}.description", holder.get("description"), 0, 1024)
        url = str((holder.get(key) or {}).get("url") or "")
        name = url.removeprefix("attachment://")
        if name != url:
            self.shown.add(name)
            if name not in self._names:
                message = f"The message has no file {name!r}; it has {sorted(self._names)}."
                self._found.report(f"{where}.{key}.url", "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", message)
        elif attached or not url.startswith(("http://", "https://")):
            self._found.report(f"{where}.{key}.url", "URL_TYPE_INVALID_SCHEME", f"{url!r} cannot be shown here.")

    def _label(self, where: str, label: Json) -> None:
        self._found.length(f"{where}.label", label.get("label"), 1, 45)
        self._found.length(f"{where}.description", label.get("description"), 0, 100)
        self._one(f"{where}.component", label.get("component") or {}, _IN_LABEL)

    def _text_input(self, where: str, text_input: Json) -> None:
        self._custom_id(where, text_input)
        self._found.between(f"{where}.style", text_input.get("style", 0), 1, 2)
        self._found.between(f"{where}.min_length", text_input.get("min_length"), 0, 4000)
        self._found.between(f"{where}.max_length", text_input.get("max_length"), 1, 4000)
        self._found.length(f"{where}.value", text_input.get("value"), 0, 4000)
        self._found.length(f"{where}.placeholder", text_input.get("placeholder"), 0, 100)


_BY_TYPE: Final = {
    BUTTON: TreeCheck._button,
    SECTION: TreeCheck._section,
    TEXT: TreeCheck._text_display,
    THUMBNAIL: TreeCheck._thumbnail,
    GALLERY: TreeCheck._gallery,
    FILE: TreeCheck._file,
    SEPARATOR: TreeCheck._separator,
    CONTAINER: TreeCheck._container,
    LABEL: TreeCheck._label,
    TEXT_INPUT: TreeCheck._text_input,
}
