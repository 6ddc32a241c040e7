#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# sh app/run.sh [-y] [--tour] – builds in build/run, installs into build/run/root and starts the program
# there on a throw-away copy of the sample ledger.
#   -y      install missing packages without asking
#   --tour  walk the main job under Xvfb instead; pictures and the ledger it makes are left in build/tour
#           (also where there is no display)
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top"
build=$top/build/run
root=$build/root

yes=
tour=
for argument; do
  case $argument in
    -y) yes=-y ;;
    --tour) tour=tour ;;
    *) sed -n '3,7s/^# //p' "$0" >&2; exit 2 ;;
  esac
done
if [ -z "$tour" ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  echo "There is no display here: the main job is walked under Xvfb instead, see build/tour."
  tour=tour
fi

sh app/packages.sh $yes run $tour

# The program knows installed paths only, so a tree that was moved is set up afresh.
mkdir -p "$build"
log=$build/build.log
fail() {
  tail -n 40 "$log" >&2
  echo "The build failed; all of it is in $log." >&2
  exit 1
}
if [ ! -e "$build/build.ninja" ] || [ "$(cat "$build/prefix" 2>/dev/null)" != "$root" ]; then
  echo "Setting up build/run …"
  rm -rf "$build/meson-private" "$build/meson-info" "$build/build.ninja"
  meson setup "$build" --prefix="$root" --buildtype=debugoptimized -Dwerror=false >"$log" 2>&1 || fail
  echo "$root" >"$build/prefix"
fi
ninja -C "$build" -n | grep -q 'no work to do' || echo "Building …"
ninja -C "$build" >"$log" 2>&1 || fail
meson install -C "$build" --no-rebuild --only-changed --quiet >"$log" 2>&1 || fail

export PATH="$root/bin:$PATH"
export XDG_DATA_DIRS="$root/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"

for program in zhenggai zhenggai-cli; do
  command -v "$program" >/dev/null || { echo "The build made no $program." >&2; exit 1; }
done

if [ -n "$tour" ]; then
  rm -rf build/tour
  mkdir -p build/tour
  # The distribution's own Python: the bindings of AT-SPI are there and nowhere else.
  sh tests/display.sh /usr/bin/python3 tests/journey/tour.py "$root" "$top/build/tour"
  echo "Pictures and the ledger are in build/tour:"
  ls build/tour
  exit
fi

# The sample lies around today, so it is made once a day (and for each new program) and copied for each start.
sample=$build/sample-$(date +%F).zgl
if [ -z "$(find "$sample" -newer "$root/bin/zhenggai-cli" 2>/dev/null)" ]; then
  rm -f "$build"/sample-*.zgl*
  zhenggai-cli sample "$sample" >/dev/null
  touch "$sample"
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$sample" "$folder/示例台账.zgl"
zhenggai "$folder/示例台账.zgl"
