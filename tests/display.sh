#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# sh tests/display.sh COMMAND… – runs COMMAND on a screen of its own (1366×768, the smallest that people
# have; ZHENGGAI_SCREEN=1920x1080 for another) with a window manager, a session bus and private folders. Its exit
# status is that of COMMAND.
set -eu
if [ "${1:-}" != --inside ]; then
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  mkdir -m 700 "$folder/runtime" "$folder/home"
  unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
  export CCACHE_DIR="${CCACHE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/ccache}"
  status=0
  XDG_RUNTIME_DIR=$folder/runtime HOME=$folder/home \
    XDG_CONFIG_HOME=$folder/home/config XDG_DATA_HOME=$folder/home/data \
    XDG_CACHE_HOME=$folder/home/cache XDG_STATE_HOME=$folder/home/state \
    GSETTINGS_BACKEND=memory GSK_RENDERER=cairo GDK_BACKEND=x11 \
    xvfb-run -a -s "-screen 0 ${ZHENGGAI_SCREEN:-1366x768}x24 -nolisten tcp" \
    dbus-run-session -- sh "$0" --inside "$@" 4>&1 5>&2 >"$folder/bus.log" 2>&1 || status=$?
  # What the bus and its services chat about is worth reading only where something went wrong. (Not on 3:
  # newer xvfb-run closes it, older joins the two streams of what it runs.)
  [ $status = 0 ] || cat "$folder/bus.log" >&2
  exit $status
fi
shift
exec >&4 2>&5 4>&- 5>&-
openbox >/dev/null 2>&1 &
manager=$!
export ZHENGGAI_WINDOW_MANAGER=$manager
trap 'kill $manager 2>/dev/null || true' EXIT
# A window that opens before the manager is there would never be given a frame or the focus.
tries=0
while [ $tries -lt 50 ] && ! xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id'; do
  sleep 0.1
  tries=$((tries + 1))
done
"$@"
