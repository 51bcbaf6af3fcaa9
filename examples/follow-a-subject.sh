#!/usr/bin/env bash
# A researcher asks: where do the documents speak of a subject, what do its abbreviations mean, and how do I cite each place?
# The last lines make the answer repeatable for a reader of the paper. Needs jq.
#
#   examples/follow-a-subject.sh kabelinterceptie
set -euo pipefail
export LC_ALL=C # the same order everywhere
subject=${1:?usage: follow-a-subject.sh WORDS}

echo "== What it is called"
terms=$(mivd glossary "$subject" --quiet --format jsonl) || [ $? -eq 1 ]
jq -r '"\(.nl) / \(.en)"' <<< "$terms" | head -5

echo
echo "== Which documents speak of it, and how often"
mivd search "$subject" --quiet --count --fields count,document | tail -n +2 | sort -k1,1nr -k2,2 | head -5

echo
echo "== The best places, in our words, each with its citation"
mivd search "$subject" --quiet --limit 3 --raw ref |
  while read -r ref; do
    mivd show "$ref" --quiet --format json |
      jq -r '.items[0] | "\(.ref) (\(.coverage), \(.attribution // "official text"))", "  " + .text_en'
    mivd cite "$ref" --quiet --style legal < /dev/null | sed 's/^/  /'
  done

echo
echo "== Anybody can ask the same again"
stamp=$(mivd search "$subject" --quiet --stamp 2>&1 > /dev/null)
mivd replay "$stamp" --quiet --fields status,command | tail -n +2
