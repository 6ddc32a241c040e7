#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# sh app/packages.sh [-y] PART… – sees to it that what PART needs is installed: lists what is missing, asks
# once and calls apt-get. The one list of packages, for Debian 12 and 13 and Ubuntu 24.04.
#   -y    do not ask (nor does it ask where there is no terminal)
# Parts: run (build and use), tour (walk the program without a display), test, long.
# A name that ends in ? is wanted where the distribution has it, and done without elsewhere.
set -eu

packages() {
  cat <<'LIST'
gcc                     run
libc6-dev               run
meson                   run
ninja-build             run
pkgconf                 run
gettext                 run
appstream               run
libxml2-utils           run
libglib2.0-dev          run
libjson-glib-dev        run
libsqlite3-dev          run
libzip-dev              run
libexpat1-dev           run
libpoppler-glib-dev     run
poppler-data            run
libseccomp-dev          run
libgtk-4-dev            run
libadwaita-1-dev        run
adwaita-icon-theme      run
librsvg2-common         run
fonts-noto-cjk          run
language-pack-gnome-zh-hans-base? run
shared-mime-info        run
xvfb                    tour test
xauth                   tour test
dbus                    tour test
openbox                 tour test
xdotool                 tour test
x11-utils               tour test
imagemagick             tour test
at-spi2-core            tour test
python3                 tour test
python3-gi              tour
gir1.2-atspi-2.0        tour
libglib2.0-bin          test
desktop-file-utils      test
librsvg2-bin            test
poppler-utils           test
flatpak-builder         test
clang-format-14?        test
ccache?                 test
clang                   long
libclang-rt-dev?        long
python3-openpyxl        long
hyperfine?              long
gnome-text-editor?      long
libx11-dev              long
libxdamage-dev          long
LIST
}

yes=
[ -t 0 ] || yes=-y
parts=
for argument; do
  case $argument in
    -y) yes=-y ;;
    run | tour | test | long) parts="$parts $argument" ;;
    *) echo "usage: sh app/packages.sh [-y] run|tour|test|long…" >&2; exit 2 ;;
  esac
done

# The names that any of the parts needs.
wanted() {
  packages | while read -r name needed_by; do
    for part in $parts; do
      case " $needed_by " in *" $part "*) echo "$name"; break ;; esac
    done
  done
}

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "This is not Debian or Ubuntu. What these packages hold is needed here too:" >&2
  wanted | tr '\n' ' ' >&2
  echo >&2
  exit 0
fi

installed=$(dpkg-query -W -f='${db:Status-Abbrev} ${Package}\n' 2>/dev/null | sed -n 's/^[ih]i *//p')

# Those of the names that are not installed; one that is only welcome counts if apt has it to give.
missing() {
  wanted | while read -r name; do
    package=${name%\?}
    case "
$installed
" in *"
$package
"*) continue ;; esac
    case $name in
      *\?) [ -n "$(apt-cache madison "$package" 2>/dev/null)" ] || continue ;;
    esac
    echo "$package"
  done
}

lacking=$(missing | tr '\n' ' ')
[ -n "$lacking" ] || exit 0

echo "Missing packages: $lacking"
as_root=
if [ "$(id -u)" != 0 ]; then
  as_root=sudo
  if ! command -v sudo >/dev/null; then
    echo "They need an administrator: apt-get install $lacking" >&2
    exit 1
  fi
fi
if [ -z "$yes" ]; then
  printf 'Install them with %sapt-get now? [Y/n] ' "${as_root:+$as_root }"
  read -r answer || answer=n
  case $answer in
    '' | y | Y | yes) ;;
    *) echo "Nothing was installed. By hand: ${as_root:+$as_root }apt-get install $lacking"; exit 1 ;;
  esac
fi

apt() {
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y "$@" </dev/null
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086 # one word a package
install() {
  apt install --no-install-recommends $lacking >"$log" 2>&1
}

# The lists are fetched only where they are absent or too old to install from; what is only welcome is
# known for certain after that.
if ! ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1 || ! install; then
  if ! apt update >"$log" 2>&1 || { lacking=$(missing | tr '\n' ' '); ! install; }; then
    tail -n 5 "$log" >&2
    echo "The packages could not be installed; is there a network? Needed: $lacking" >&2
    exit 1
  fi
fi
echo "Installed."
