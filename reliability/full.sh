#!/usr/bin/env bash
# A disk that is full, and one that cannot be written: a small tmpfs, mounted for it, which only root may do.
#   sudo reliability/full.sh path/to/mivd
# Every writer must end with 3 and words (a search answers all the same), leave what was there, and leave nothing else.
set -uo pipefail
[ "$(id -u)" = 0 ] || { echo "skipped: only root may mount a disk"; exit 0; }
MIVD=$(realpath "${1:-.venv/bin/mivd}")
disk=$(mktemp -d) bad=0
mount -t tmpfs -o size=64k tmpfs "$disk" || { echo "skipped: no tmpfs can be mounted here"; rmdir "$disk"; exit 0; }
trap 'umount "$disk"; rmdir "$disk"' EXIT
mkdir "$disk/plans" "$disk/sources"
printf 'Er komt een plan voor de haven.\n\nEr komen twee boten.\n' > "$disk/letter.txt"
{ "$MIVD" draft "$disk/letter.txt" --kind plan --year 2031; echo; echo; } > "$disk/plans/2031.toml"
echo "what was there" > "$disk/answer.json"
dd if=/dev/zero of="$disk/filler" bs=1k 2> /dev/null

try() { # WANTED-CODE NAME COMMAND...
  local wanted=$1 name=$2; shift 2
  local before after said code
  before=$(cd "$disk" && find . | sort && cat answer.json plans/2031.toml)
  said=$("$@" 2>&1 > /dev/null); code=$?
  after=$(cd "$disk" && find . | sort && cat answer.json plans/2031.toml)
  if [ "$code" != "$wanted" ] || [ "$before" != "$after" ] || [[ $said == *Traceback* ]]; then bad=1; echo "WRONG $name: exit $code: $said"
  else echo "right  $name: exit $code: ${said:0:110}"; fi
}

for state in full read-only; do
  [ $state = read-only ] && mount -o remount,ro "$disk"
  echo "== $state"
  try 3 "--output" "$MIVD" themes 2024 --format html -o "$disk/answer.json"
  try 3 "draft -o" "$MIVD" draft "$disk/letter.txt" --kind plan --year 2031 -o "$disk/answer.json"
  try 3 "export" "$MIVD" export "$disk/out"
  try 3 "check --fix" "$MIVD" check "$disk" --fix
  try 3 "source add" env MIVD_SOURCES="$disk/sources" "$MIVD" source add plan-2025 "$disk/letter.txt"
done
exit $bad
