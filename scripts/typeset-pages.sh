#!/bin/sh
# Sets the pages of tests/fixtures/pages anew: each .html with Chromium, each .fodt with LibreOffice, to a .pdf beside it. Needs
# both programs, qpdf, which makes the files small, and the fonts Noto Serif CJK (Debian: chromium, libreoffice-writer, qpdf,
# fonts-noto-cjk).
set -eu
cd "$(dirname "$0")/../tests/fixtures/pages"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
for page in *.html; do
  chromium --headless --no-sandbox --disable-gpu --disable-background-networking --user-data-dir="$profile/chromium" \
    --no-pdf-header-footer --disable-pdf-tagging --print-to-pdf="$profile/page.pdf" "$page" 2>/dev/null
  qpdf --object-streams=generate --recompress-flate --compression-level=9 "$profile/page.pdf" "${page%.html}.pdf"
done
for page in *.fodt; do
  soffice "-env:UserInstallation=file://$profile/office" --headless \
    --convert-to 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}' "$page" >/dev/null 2>&1
done
