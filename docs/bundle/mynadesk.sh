#!/bin/sh
# Opens mynadesk, wherever this is copied to.
env={environment}
if [ ! -f "$env/ready.txt" ]; then
    echo 'mynadeskの準備が終わっていません。install.shをもう一度実行してください。' >&2
    echo '  mynadesk is not ready. Run install.sh again.' >&2
    exit 2
fi
exec "$env/bin/python" -I -X "pycache_prefix=$env/compiled" -m mynadesk "$@"
