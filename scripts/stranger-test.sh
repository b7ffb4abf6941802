#!/usr/bin/env bash
# What somebody does who has the package and nothing else: installs it in an empty place, without a compiler and without the
# settings of this project, and runs it over a folder of his own.
set -euo pipefail
cd "$(dirname "$0")/.."

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm pack --silent --pack-destination "$place" >/dev/null
ls -l "$place"/cewen-*.tgz | awk '{ printf "package: %.1f MB\n", $5 / 1e6 }'

mkdir -p "$place/我的 文件/各省" "$place/home"
printf '关于健全新型举国\n体制的意见\n\n　　坚持科技自立自强，健全新型举国体制，打好关键核心技术\n攻坚战。\n　　推进科技创新和改革开放。\n' >"$place/我的 文件/意见.txt"
printf '关于科技创新的通知\n\n　　科技创新要自立自强，改革开放要扩大。新型举国体制要健全。\n' | iconv -f utf-8 -t gb18030 >"$place/我的 文件/各省/甲省 通知.txt"
printf 'document,year\n意见.txt,2023\n各省/甲省 通知.txt,2024\n' >"$place/我的 文件/metadata.csv"

cd "$place"
export npm_config_prefix="$place/prefix" npm_config_userconfig=/dev/null npm_config_audit=false npm_config_fund=false HOME="$place/home"
CXX=/bin/false npm install --global --silent ./cewen-*.tgz
export PATH="$place/prefix/bin:$PATH"

cewen --version
cewen run '我的 文件' --by year --out 结果 --lang zh >summary.txt
grep -q 新型举国体制 summary.txt
test -s 结果/report.html
grep -q '^新型举国体制,' 结果/terms.csv
cewen verify 结果 --lang zh
cewen plot 结果 terms --out 图.svg
grep -q '<svg' 图.svg
# Windows cannot have these names.
! find 结果 | grep '[\\:*?"<>|]'
status=0
cewen run 没有的文件夹 --out x 2>error.txt || status=$?
test "$status" -eq 2 && grep -q 没有的文件夹 error.txt
echo "installed, run, verified and drawn without a compiler"
