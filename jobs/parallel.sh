#!/bin/sh
# One run among processes of one machine, or of several with --sshlogin, by GNU parallel; what failed is tried three times.
# usage: jobs/parallel.sh PLAN OUT [options of parallel]
set -eu
plan=$1 out=$2
shift 2
shards=$(node -p 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).shards.length' "$plan/plan.json")
# 1: some documents could not be read; the part is whole and tells them.
seq "$shards" | parallel --retries 3 "$@" "cewen run --plan '$plan' --shard {}/$shards --workers 1 || [ \$? -eq 1 ]"
cewen merge "$plan" --out "$out"
