#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# sh po/refresh.sh [TOP] – brings POTFILES.in and zh_CN.po below TOP (this repository) up to the sources.
# New words stand untranslated at their place, gone ones are dropped, nothing is guessed. The po lint runs
# it on a copy and expects no change.
set -eu
cd "${1:-$(dirname "$0")/..}"
LC_ALL=C
export LC_ALL
{
  grep -rlE '\b_ ?\(|\bN_ ?\(|\bN?C_ ?\(|ngettext ?\(|g_dngettext' app --include='*.c' || true
  grep -rlE 'translatable="(yes|true)"' ui --include='*.ui' 2>/dev/null || true
  ls resources/*.desktop.in resources/*.metainfo.xml.in 2>/dev/null || true
} | sort >po/POTFILES.in
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
xgettext --from-code=UTF-8 --add-comments --package-name=zhenggai \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dngettext:2,3 \
  --keyword=g_dpgettext2:2c,3 --keyword=ngettext:1,2 \
  --flag=g_strdup_printf:1:c-format --flag=g_set_error:4:c-format \
  --no-location --no-wrap --sort-output -f po/POTFILES.in -o "$folder/zhenggai.pot"
[ -e "$folder/zhenggai.pot" ] || exit 0
msgmerge -q --no-fuzzy-matching --no-location --no-wrap --sort-output \
  po/zh_CN.po "$folder/zhenggai.pot" -o "$folder/zh_CN.po"
msgattrib --no-obsolete --no-location --no-wrap --sort-output "$folder/zh_CN.po" -o po/zh_CN.po
