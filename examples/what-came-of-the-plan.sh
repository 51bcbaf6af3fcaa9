#!/usr/bin/env bash
# A journalist asks: what did the plan of a year promise, what is publicly known to have come of it, and what can nobody tell?
# Every answer stands beside the place where it can be checked. Needs jq.
#
#   examples/what-came-of-the-plan.sh 2024
set -euo pipefail
export LC_ALL=C # the same order everywhere
year=${1:?usage: what-came-of-the-plan.sh YEAR}

echo "== How much of the documents of $year is known"
mivd documents --fields id,year,coverage,reference --format jsonl |
  jq -r --argjson year "$year" 'select(.year == $year) | "\(.id): \(.coverage)\t\(.reference // "no official reference")"'

echo
echo "== What came of the commitments, by kind of finding"
mivd diff "$year" --quiet --commitments --format json |
  jq -r '.commitments | group_by(.status)[] | "\(length)\t\(.[0].status)"'

echo
echo "== What public sources tell of the outcome"
mivd diff "$year" --quiet --commitments --format json |
  jq -r '.commitments[] | select(.method == "curated") | select(any(.evidence[]; .bears_on == "outcome"))
         | [.ref, .status, .text_en, (.evidence | map(select(.bears_on == "outcome"))[0] | .date // "undated", .ref)] | @tsv' |
  while IFS=$'\t' read -r promised status text date evidence; do
    printf '%s\n  promised: %s\n  %s, %s: %s\n' "$text" "$promised" "$status" "$date" "$evidence"
  done

echo
echo "== Themes of the plan with most commitments"
mivd themes "plan-$year" --quiet --fields commitments,theme,label_en | tail -n +2 | sort -t $'\t' -k1,1nr -k2,2 | head -3

echo
echo "== Where the report is silent, or not known well enough to tell"
# 1 means that nothing matched, which is an answer here; every other code is a failure.
silent=$(mivd gaps "$year" --quiet --fields status) || [ $? -eq 1 ]
tail -n +2 <<< "$silent" | sort | uniq -c | sed 's/^ *//'

echo
echo "== To be quoted as"
mivd cite "plan-$year" --quiet --style legal
