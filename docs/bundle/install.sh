#!/bin/sh
# Installs mynadesk from this folder without a network: sh install.sh [--postgres] [FOLDER]
# Looks for a Python only; setup/install.py does the rest. PYTHON=... takes a certain one.

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P) || exit 2
install=$here/setup/install.py
if [ ! -f "$install" ]; then
    echo 'setupフォルダーがありません。フォルダーを丸ごとコピーし直してください。' >&2
    echo '  The folder setup is missing. Copy the whole folder again.' >&2
    exit 2
fi

found=
other=
try() {
    "$1" -I "$install" --fits >/dev/null 2>&1 </dev/null
    case $? in
        0) found=$1 ;;
        3) other=${other:-$1} ;; # it will say itself what is wrong with it
    esac
}
if [ -n "${PYTHON:-}" ]; then
    try "$PYTHON"
else
    for each in python3.13 python3.12 python3.11 python3 python; do
        [ -n "$found" ] || try "$each"
    done
fi

python=${found:-$other}
if [ -z "$python" ]; then
    echo 'Python 3.11・3.12・3.13のどれか(64ビット版)が必要ですが、見つかりません。' >&2
    echo '  別の場所にあるとき: PYTHON=/path/to/python3 sh install.sh' >&2
    echo '  No 64-bit Python 3.11, 3.12 or 3.13 was found.' >&2
    echo '  If it is somewhere else: PYTHON=/path/to/python3 sh install.sh' >&2
    exit 2
fi
exec "$python" -I -X utf8 "$install" "$@"
