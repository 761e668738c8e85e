"""Installs mynadesk from the folder that this file came in, without a network.

    install.py [FOLDER]             asks for a folder where none is given; 0 well, 2 where something has to
                                    be mended
    install.py --postgres [FOLDER]  with what a ledger on a PostgreSQL server needs; a newer version keeps it
    install.py --fits               silent; 0 where this Python can be used, 3 where it cannot

install.cmd and install.sh look for a Python and start this. It runs before anything is installed and is one
file of the standard library only; Python 3.7 has to understand it, to be able to say that 3.7 is too old.
"""

from __future__ import annotations

import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import NamedTuple

PYTHONS = ((3, 11), (3, 12), (3, 13))
SYSTEMS = ("win-amd64", "linux-x86_64")
"""What the wheels were gathered for. The systems are spelled as sysconfig does."""

SUMS = "SHA256SUMS"
READY = "ready.txt"
"""The last thing that is written into an environment: without it, it is half of one."""

_CARRIED = Path(__file__).resolve().parent.parent
_WINDOWS = os.name == "nt"
_POSTGRES = "--postgres"
_PLAIN, _WITH_POSTGRES = "mynadesk", "mynadesk[postgres]"
"""What pip is asked for; READY begins with it."""
_START = "mynadesk.cmd" if _WINDOWS else "mynadesk"
_NOT_FIT = 3
_LONGEST = 70
"""Characters of a folder's name. Compiled files have it in their names twice, and Windows allows 260."""
_SHOWN_LINES, _SHOWN_FILES = 5, 3
_A_CASE = b'{"operation": "reset", "pins": ["user_authentication"], "visitor": "holder"}'


class Trouble(Exception):
    """Something that a person has to mend, said twice."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__(en)
        self.ja, self.en = ja, en


class Python(NamedTuple):
    """What decides whether the wheels can be used. `kind` is the implementation and the system."""

    version: tuple[int, int]
    is_64_bit: bool
    kind: str
    has_venv: bool


def main(arguments: list[str]) -> int:
    """Install, or say what is wrong. The exit status."""
    trouble = what_is_wrong_with(this_python())
    if arguments == ["--fits"]:
        return _NOT_FIT if trouble else 0
    try:
        if trouble:
            raise trouble
        folder = folder_in([each for each in arguments if each != _POSTGRES])
        install(_CARRIED, folder, _POSTGRES in arguments)
    except Trouble as error:
        say(error.ja, error.en)
        return 2
    except OSError as error:
        where = error.filename or ""
        say(f"ファイルを扱えませんでした({error.strerror}): {where}", f"{error.strerror}: {where}")
        return 2
    except KeyboardInterrupt:
        say("中断しました。もう一度最初から実行できます。", "Stopped. It can be run again from the start.")
        return 130
    return 0


def say(ja: str, en: str) -> None:
    """Japanese, and English below it."""
    print(f"{ja}\n  {en}", flush=True)


def this_python() -> Python:
    """The Python that runs this."""
    threads = ", free-threaded" if sysconfig.get_config_var("Py_GIL_DISABLED") else ""
    kind = f"{sys.implementation.name}, {sysconfig.get_platform()}{threads}"
    try:
        import ensurepip
        import venv

        has_venv = bool(ensurepip and venv)
    except ImportError:
        has_venv = False
    return Python(sys.version_info[:2], sys.maxsize > 2**32, kind, has_venv)


def what_is_wrong_with(python: Python) -> Trouble | None:
    """Why the wheels cannot be used with this Python; None where they can."""
    here, *wanted = (f"{major}.{minor}" for major, minor in (python.version, *PYTHONS))
    if python.version not in PYTHONS:
        return Trouble(
            f"このPCのPythonは{here}です。{'・'.join(wanted)}のどれか(64ビット版)を入れてから、"
            "もう一度実行してください。",
            f"The Python here is {here}. Install a 64-bit {', '.join(wanted[:-1])} or {wanted[-1]}, then run "
            "this again.",
        )
    if not python.is_64_bit:
        return Trouble(
            f"このPCのPython {here}は32ビット版です。64ビット版を入れてから、もう一度実行してください。",
            f"The Python {here} here is a 32-bit one. Install a 64-bit one, then run this again.",
        )
    if python.kind not in [f"cpython, {system}" for system in SYSTEMS]:
        return Trouble(
            f"このPython {here} ({python.kind}) では使えません。"
            f"{'か'.join(SYSTEMS)}の標準のPythonを入れてください。",
            f"This Python {here} ({python.kind}) cannot be used. Install the standard one for "
            f"{' or '.join(SYSTEMS)}.",
        )
    if not python.has_venv:
        return Trouble(
            f"Python {here}にvenvがありません。Debian・Ubuntuではpython{here}-venvを、"
            "Windowsではpython.orgのインストーラーのPythonを入れてください。",
            f"Python {here} has no venv. On Debian and Ubuntu install python{here}-venv; on Windows install "
            "Python with python.org's installer.",
        )
    return None


def folder_in(arguments: list[str]) -> Path | None:
    """The folder that was named. Raises Trouble where a name with blanks came in parts."""
    if len(arguments) > 1:
        whole = " ".join(arguments)
        raise Trouble(
            f'空白のあるフォルダー名は引用符で囲んでください: "{whole}"',
            f'Put a folder name that has blanks in quotes: "{whole}"',
        )
    # On Windows a name that ends in a backslash takes the closing quote along.
    return Path(arguments[0].rstrip('"')) if arguments else None


def install(carried: Path, asked: Path | None, postgres: bool = False) -> None:
    """Install what was carried into a folder, in place of what an earlier run left there. Raises Trouble."""
    check_copy(carried)
    (wheel,) = (carried / "wheels").glob("mynadesk-*.whl")
    version = wheel.name.split("-")[1]
    folder = Path(os.path.abspath(asked or ask_for_folder(version)))
    claim(folder, start_script(carried, folder / "env"))
    say(
        f"mynadesk {version} を {folder} に入れています。1、2分かかることがあります。",
        f"Installing mynadesk {version} in {folder}. This may take a minute or two.",
    )
    replace_environment(carried, folder, version, postgres)
    say(f"入りました。受付画面は次のファイルで開きます: {folder / _START}", "Done. That file opens the desk.")


def check_copy(carried: Path) -> None:
    """Every file is here as it was packed. Raises Trouble."""
    sums = carried / SUMS
    lines = sums.read_text(encoding="utf-8", errors="replace").splitlines() if sums.is_file() else []
    files = [line.partition("  ") for line in lines]
    wrong = [name or SUMS for digest, _, name in files if digest != _sum(carried / name)]
    if wrong or not lines:
        names = ", ".join(wrong[:_SHOWN_FILES] or [SUMS]) + (" ..." if len(wrong) > _SHOWN_FILES else "")
        raise Trouble(
            f"ファイルが足りないか、壊れています({names})。フォルダーを丸ごとコピーし直してください。",
            f"Files are missing or damaged ({names}). Copy the whole folder again.",
        )


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def ask_for_folder(version: str) -> Path:
    """What is typed, seen from the home folder; where nothing is, a folder that needs no administrator."""
    usual = Path.home() / "mynadesk"
    say(
        f"mynadesk {version} を入れるフォルダーを入力してください。Enterだけなら {usual} に入れます。",
        f"Type a folder for mynadesk {version}, or press Enter for {usual}.",
    )
    try:
        typed = input("> ").strip().strip("\"'")
    except EOFError:
        typed = ""
    return usual.parent / Path(typed).expanduser() if typed else usual


def start_script(carried: Path, environment: Path) -> bytes:
    """What opens the desk, wherever it is copied to."""
    name, place = "mynadesk.sh", shlex.quote(str(environment))
    if _WINDOWS:
        name, place = "mynadesk.cmd", place_in_cmd(str(environment), str(Path.home()))
    template = (carried / "setup" / name).read_bytes()
    return template.replace(b"{environment}", place.encode("utf-8", "surrogateescape"))


def place_in_cmd(folder: str, home: str) -> str:
    """How cmd.exe is told a folder: where it can be by a variable, as users' names are often not ASCII."""
    if folder.lower().startswith(f"{home}\\".lower()):
        return "%USERPROFILE%" + folder[len(home) :].replace("%", "%%")
    return folder.replace("%", "%%")


def claim(folder: Path, script: bytes) -> None:
    """Make the folder and its start script, unless something else lives there. Raises Trouble."""
    if os.pathsep in str(folder):
        raise Trouble(
            f"フォルダーの名前に「{os.pathsep}」は使えません: {folder}",
            f'The name of the folder cannot have a "{os.pathsep}".',
        )
    if _WINDOWS and len(str(folder)) > _LONGEST:
        raise Trouble(
            f"フォルダーの名前が長すぎます({_LONGEST}文字まで): {folder}",
            f"The name of the folder is too long: it can have {_LONGEST} characters.",
        )
    start = folder / _START
    try:
        folder.mkdir(parents=True, exist_ok=True)
        ours = start.is_file() and READY in start.read_text(encoding="utf-8", errors="replace")
        others = any(folder.iterdir()) and not ours
        if not others:
            start.write_bytes(script)
            start.chmod(0o755)
    except OSError as error:
        raise Trouble(
            f"{folder} に書き込めません({error.strerror})。書き込めるフォルダーを指定してください。",
            f"{folder} cannot be written to ({error.strerror}). Name a folder of your own.",
        ) from error
    if others:
        raise Trouble(
            f"{folder} にはほかのファイルがあります。空のフォルダーか、新しい名前を指定してください。",
            f"There is something else in {folder}. Name an empty or a new folder.",
        )


def replace_environment(carried: Path, folder: Path, version: str, postgres: bool = False) -> None:
    """Make the environment anew; where that fails, what was there before is put back. Raises Trouble.

    The parts for PostgreSQL come with it where they are asked for, or were there: a ledger may need them.
    """
    environment, before = folder / "env", folder / "env-before"
    set_aside(environment, before)
    what = _WITH_POSTGRES if postgres or has_postgres(before) else _PLAIN
    try:
        fill(environment, carried, what, version)
        (environment / READY).write_text(f"{what} {version}\n", encoding="utf-8")
    except BaseException:
        shutil.rmtree(environment, ignore_errors=True)
        if before.exists():
            before.rename(environment)
        raise
    shutil.rmtree(before, ignore_errors=True)


def has_postgres(environment: Path) -> bool:
    """Whether an environment that an earlier run made has the parts for PostgreSQL."""
    ready = environment / READY
    return ready.is_file() and ready.read_text(encoding="utf-8", errors="replace").startswith(_WITH_POSTGRES)


def set_aside(environment: Path, before: Path) -> None:
    """Move a whole environment out of the way and drop half a one. Raises Trouble."""
    try:
        if (environment / READY).exists():
            if before.exists():
                shutil.rmtree(before)
            environment.rename(before)
        elif environment.exists():
            shutil.rmtree(environment)
    except OSError as error:
        raise Trouble(
            "前の版を片付けられません。mynadeskの画面をすべて閉じてから、もう一度実行してください。",
            f"What is installed cannot be moved ({error.strerror}). Close every mynadesk and run this again.",
        ) from error


def fill(environment: Path, carried: Path, what: str, version: str) -> None:
    """Make an environment, install, compile, and see that the desk loads and a case is decided."""
    python = environment / ("Scripts/python.exe" if _WINDOWS else "bin/python")
    compiled = f"pycache_prefix={environment / 'compiled'}"
    run(sys.executable, "-I", "-m", "venv", environment)
    run(
        *(python, "-I", "-X", "utf8", "-m", "pip", "install", "--no-compile", "--no-cache-dir", "--no-input"),
        *("--disable-pip-version-check", "--no-warn-script-location", "--only-binary", ":all:"),
        *("--no-index", "--find-links", carried / "wheels"),
        *("--constraint", carried / "setup" / "constraints.txt", f"{what}=={version}"),
    )
    # An all-users Python on Windows is often not compiled itself and lies where a clerk cannot write, which
    # alone doubles the time to the first screen. So there is a folder for everything that is compiled, and
    # the last lines, besides trying what was installed, put there what they load of the standard library.
    packages = sysconfig.get_path("purelib", "venv", {"base": str(environment)})
    compile_all = (python, "-I", "-X", compiled, "-m", "compileall", "-q", packages)
    subprocess.run([str(word) for word in compile_all], stdout=subprocess.DEVNULL)
    run(python, "-I", "-X", compiled, "-c", "import screens.app")
    run(python, "-I", "-X", compiled, "-m", "mynadesk", "check", "-", given=_A_CASE)
    if what == _WITH_POSTGRES:
        run(python, "-I", "-X", compiled, "-c", "import psycopg")


def run(*command: str | Path, given: bytes = b"") -> None:
    """Run to the end, apart from all settings of the machine. Raises Trouble with the last sentences."""
    settings = ("PIP_", "PYTHON")
    environment = {name: value for name, value in os.environ.items() if not name.upper().startswith(settings)}
    done = subprocess.run(
        [str(word) for word in command],
        env={**environment, "PIP_CONFIG_FILE": os.devnull},
        input=given,
        capture_output=True,
    )
    if done.returncode != 0:
        lines = (done.stdout + done.stderr).decode("utf-8", "replace").splitlines()
        sentences = [line for line in lines if line[:1].strip() and not line.startswith("Traceback")]
        last = "\n".join(sentences[-_SHOWN_LINES:])
        raise Trouble(
            f"{last}\n途中で失敗しました。この画面を担当者に見せてください。前から入っていたものは元のままです。",
            "It failed on the way, as the lines above say. What was installed before is as it was.",
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
