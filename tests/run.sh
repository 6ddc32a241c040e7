#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# sh tests/run.sh [--long] [NAME…] – installs what the tests need, builds in build/check with the address and
# undefined-behaviour sanitizers and runs everything (or the tests called NAME) on one screen of its own.
# The last line counts: `N passed, N failed`. Pictures of the window are left in build/check/pictures.
#   --long  also the slow tests (200 killed writers, mutants of every sample file, the long life of an open
#           ledger, every page in every look), the tests without a display under clang (build/clang), and the thread
#           sanitizer where threads meet: the store, the task queue, a document that is opened or read on
#           one thread and used on another (build/tsan, the suite `threads`), and what has a window in the quick
#           build that people have (build/quick)
# Benchmarks, on an ordinary release build:
#   meson setup build/bench --buildtype=release -Dwerror=false && meson test --benchmark -C build/bench
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top"

long=
names=
for argument; do
  case $argument in
    --long) long=long ;;
    -*) sed -n '3,11s/^# //p' "$0" >&2; exit 2 ;;
    *) names="$names $argument" ;;
  esac
done

export LC_ALL=C.UTF-8
export CCACHE_BASEDIR="$top"
sanitizer=halt_on_error=1:abort_on_error=1:print_summary=1
# GLib keeps no frame pointers: only the slow unwinding sees who allocated through it, and ten frames are enough
# to know. Programs with a window look for no leaks and unwind fast (display_env in tests/meson.build).
export ASAN_OPTIONS="$sanitizer:detect_leaks=1:fast_unwind_on_malloc=0:malloc_context_size=10"
export UBSAN_OPTIONS="$sanitizer:print_stacktrace=1"
export LSAN_OPTIONS="suppressions=$top/tests/leaks.supp:print_suppressions=0"
# GLib is not built for the thread sanitizer, so what its own threads do to its own memory is not looked at.
export TSAN_OPTIONS="halt_on_error=1:second_deadlock_stack=1:ignore_noninstrumented_modules=1"
export ZHENGGAI_PICTURES="$top/build/check/pictures"

logs=
status=0

# Prints the closing line from the logs of all runs; $1: failures that no log knows of.
count() {
  # shellcheck disable=SC2086 # one word a log
  python3 - "$1" $logs <<'COUNT'
import json, sys
results = []
for log in sys.argv[2:]:
    with open(log, encoding='utf-8') as lines:
        results += [(r['name'], r['result']) for r in map(json.loads, lines)]
good = sum(r in ('OK', 'EXPECTEDFAIL') for _, r in results)
skipped = [n for n, r in results if r == 'SKIP']
bad = [n for n, r in results if r not in ('OK', 'EXPECTEDFAIL', 'SKIP')]
for name in bad:
    print('failed:', name)
print(f'{good} passed, {len(bad) + int(sys.argv[1])} failed' + (f', {len(skipped)} skipped' if skipped else ''))
COUNT
}

# Prints what to build, as ninja names it: the programs of a suite or everything, among which newer meson does
# not count the tests; $1: folder, $2: suite, if any.
targets() {
  [ -n "$2" ] || { echo all meson-test-prereq; return; }
  meson introspect --tests "$1" | python3 -c '
import json, os, sys
folder, suite = os.path.abspath(sys.argv[1]), sys.argv[2]
for test in json.load(sys.stdin):
    if any(name.endswith(":" + suite) or name == suite for name in test["suite"]):
        print(os.path.relpath(test["cmd"][0], folder))' "$1" "$2" | sort -u
}

# prepare FOLDER SETUP-OPTION… – configures once and builds: everything, or the programs of the suite $only.
only=
prepare() {
  folder=$1
  shift
  mkdir -p "$folder"
  # shellcheck disable=SC2046 # one word a program
  if { [ -e "$folder/build.ninja" ] || meson setup "$folder" "$@"; } >"$folder/build.log" 2>&1 \
    && ninja -C "$folder" $(targets "$folder" "$only") >>"$folder/build.log" 2>&1; then
    return
  fi
  grep -nE 'error:|ERROR|FAILED|undefined reference' "$folder/build.log" | head -n 40
  tail -n 20 "$folder/build.log"
  echo "The build failed; all of it is in $folder/build.log."
  count 1
  exit 1
}

# check FOLDER COMMAND… – one run of meson test; the first failure is the exit status.
check() {
  folder=$1
  shift
  rm -f "$folder/meson-logs/testlog.json"
  code=0
  "$@" </dev/null || code=$?
  [ $status != 0 ] || status=$code
  [ ! -e "$folder/meson-logs/testlog.json" ] || logs="$logs $folder/meson-logs/testlog.json"
}

sh app/packages.sh -y run test $long

mkdir -p "$ZHENGGAI_PICTURES"
# A stack needs lines and no more: with less to write and link the build takes a quarter less time.
prepare build/check -Db_sanitize=address,undefined -Db_lundef=false -Dc_args=-g1
slow='--no-suite long'
[ -z "$long" ] || slow=
# shellcheck disable=SC2086 # one word an argument
check build/check sh tests/display.sh \
  meson test -C build/check --no-rebuild --print-errorlogs --timeout-multiplier 4 $slow $names

if [ -n "$long" ]; then
  # clang does not see that a variable with a cleanup is used by it.
  CC=clang prepare build/clang -Dc_args=-Wno-unused-variable
  check build/clang meson test -C build/clang --no-rebuild --print-errorlogs --timeout-multiplier 4 \
    --no-suite display --no-suite lint --no-suite long
  only=threads
  prepare build/tsan -Db_sanitize=thread -Db_lundef=false
  # The sample is made by the worker, too, whose filter of system calls knows nothing of the thread sanitizer.
  cp build/check/tests/sample.zgl build/tsan/tests/
  # GLib's own allocator would hand what one thread freed to another behind the sanitizer's back; without a fixed
  # layout of memory the sanitizer does not start on newer kernels.
  check build/tsan env G_SLICE=always-malloc setarch -R \
    meson test -C build/tsan --no-rebuild --print-errorlogs --timeout-multiplier 20 --suite threads
  only=
  # What people have is quicker than what is checked: things come in another order there.
  prepare build/quick --buildtype=release -Dwerror=false
  check build/quick sh tests/display.sh \
    meson test -C build/quick --no-rebuild --print-errorlogs --suite display
fi

[ -n "$logs" ] || { count 1; exit 1; }
count 0
exit $status
