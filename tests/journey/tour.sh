#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# sh tests/journey/tour.sh ROOT FOLDER – the main job with the program installed in ROOT, on a screen that
# tests/display.sh has made: a sheet becomes a ledger, a problem is claimed, proved and signed by three people, and
# the window shows each page of it. FOLDER keeps the ledger and one picture a page.
set -eu
root=$1
folder=$2
data=$(cd "$(dirname "$0")/../data" && pwd)
ledger=$folder/台账.zgl
cli() {
  "$root/bin/zhenggai-cli" "$@" >>"$folder/tour.log"
}

cli new "$ledger" --unit 某市某局 --inspection 2026年市委巡察
cli import "$ledger" "$data/sheets/02-整改任务分解表.xlsx"
issue=$("$root/bin/zhenggai-cli" list "$ledger" issues --json \
  | python3 -c 'import json, sys; print(json.load(sys.stdin)[0]["number"])')
cli claim "$ledger" "$issue" --department 办公室 --lead-leader 王建国 --handler 张伟 --reviewer 李敏 \
  --responsible-leader 王建国 --as 张伟
measures=$("$root/bin/zhenggai-cli" list "$ledger" measures --json | ISSUE=$issue python3 -c '
import json, os, sys
for row in json.load(sys.stdin):
    if row["number"].startswith(os.environ["ISSUE"] + "/"):
        print(row["number"])')
for measure in $measures; do
  cli attach "$ledger" --measure "$measure" "$data/pdf/four-pages.pdf" --as 张伟
done
cli sign "$ledger" "$issue" --step handler --as 张伟
cli sign "$ledger" "$issue" --step reviewer --opinion 情况属实，同意。 --as 李敏
cli sign "$ledger" "$issue" --step leader --opinion 同意。 --as 王建国
cli verify "$ledger"

"$root/bin/zhenggai" "$ledger" 2>>"$folder/tour.log" &
program=$!
trap 'kill $program 2>/dev/null || true' EXIT
window=$(timeout 60 xdotool search --sync --onlyvisible --pid $program | tail -n 1)
xdotool windowactivate --sync "$window" windowsize --sync "$window" 1366 720
page=1
while [ $page -le 6 ]; do
  xdotool key --clearmodifiers "ctrl+$page"
  sleep 1.5
  import -window root "$folder/$page.png"
  page=$((page + 1))
done
