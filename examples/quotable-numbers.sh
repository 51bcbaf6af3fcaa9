#!/usr/bin/env bash
# A reader of the news asks: may I write that this number rose? What exactly does it count, which years are missing, where
# does counting change, and what stands beside it? Plain tools only: cut, sort, while read.
#
#   examples/quotable-numbers.sh taps.placed
set -euo pipefail
export LC_ALL=C # the same order everywhere
series=${1:?usage: quotable-numbers.sh SERIES}

echo "== What it counts"
mivd show "$series" --quiet --fields label_en,body,counts_en | tail -n +2 | tr '\t' '\n'

echo
echo "== Its numbers, newest last, with the place of each"
# A tab is white space to the shell, so read would skip an empty field; another separator keeps every column in its place.
mivd trend "$series" --quiet --fields period,status,value,change,change_note_en,ref | tail -n +2 | tail -n 5 | tr '\t' '\037' |
  while IFS=$'\037' read -r period status value change why ref; do
    printf '%s  %s  (change: %s)  %s\n' "$period" "${value:-$status}" "${change:-${why:-none}}" "${ref:-no place}"
  done

echo
echo "== Years that nobody told us"
missing=$(mivd trend "$series" --quiet --fields status,period | { grep '^missing' || true; } | cut -f2)
echo "${missing:-none between the first and the last}" | paste -s -d ' ' -

echo
echo "== Documents that give a number of the same topic"
mivd figures "${series%%.*}" --quiet --fields document | tail -n +2 | sort | uniq -c | sed 's/^ *//'

echo
echo "== How far it is checked"
echo "problems in the data: $(mivd check --quiet --raw code | wc -l | tr -d ' ')"
texts=$(mivd source list --quiet --raw document) || [ $? -eq 1 ] # 1: none is here
statuses=$(mivd verify --quiet --raw status) || [ $? -eq 4 ]     # 4: nothing could be checked
echo "documents of my own beside the bundled ones: $(mivd config show --quiet --fields key,value | grep "^data" | cut -f2 | grep . || echo none)"
echo "official texts on this machine: $(grep -c . <<< "$texts" || true)"
echo "passages and figures found in them as described: $(grep -c '^verified$' <<< "$statuses" || true)"
echo "schema of the answers above: $(mivd schema --raw schema | grep '^mivd/trend/')"
