"""`mynadesk rules schema`: JSON Schemas of the rules' files, so that editors complete and check them."""

import argparse
import json
import os
from typing import Any

from mynadesk.command.output import write_out
from mynadesk.command.surroundings import say
from mynadesk.fault import Fault, UnusableText
from mynadesk.inspection.json_schema import json_schemas
from mynadesk.inspection.survey import readable_rulebooks
from mynadesk.words import Words

_NAMELESS = {
    "ja": "規則の名前が読み取れません。mynadesk rules check で誤りを直してから、もう一度出してください。",
    "en": "The names in the rules cannot be read. Mend what mynadesk rules check tells, then try again.",
}
_WRITTEN = {
    "ja": "{count}個のファイルを {folder} に書きました。次の行をエディターの設定に加えてください"
    "(VS CodeならYAML拡張機能の設定 settings.json)。",
    "en": "{count} files were written to {folder}. Add these lines to the editor's settings"
    " (in VS Code: settings.json, for its YAML extension).",
}


def write_schemas(options: argparse.Namespace, rules: str) -> int:
    """Write them. The exit status: 2 where the names of the rules cannot be read.

    Raises:
        DeskError: there is no such folder of rules, or nothing can be written.
    """
    books = readable_rulebooks(rules)
    if not books:
        say(_NAMELESS[options.lang])
        return 2
    schemas = json_schemas(books)
    if options.out is None:
        write_out(_text(schemas))
        return 0
    settings = {}
    for file, schema in schemas.items():
        path = os.path.join(options.out, file.replace("/", "-").replace(".yaml", ".schema.json"))
        _write(options.out, path, _text(schema))
        settings[path.replace(os.sep, "/")] = f"{os.path.basename(os.path.abspath(rules))}/{file}"
    say(_WRITTEN[options.lang].format(count=len(schemas), folder=options.out))
    write_out(_text({"yaml.schemas": settings}))
    return 0


def _text(data: dict[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _write(folder: str, path: str, text: bytes) -> None:
    try:
        os.makedirs(folder, exist_ok=True)
        with open(path, "wb") as file:
            file.write(text)
    except OSError as error:
        what = Words(f"書き出せません({error.strerror})。", f"It cannot be written ({error.strerror}).")
        raise UnusableText(
            Fault(what, Words("書き出し先を確かめてください。", "Check where it goes."), "", path)
        ) from None
