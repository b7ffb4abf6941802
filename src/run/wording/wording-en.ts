// The whole English wording in one table, so that it can be read and corrected as a text: longer than other files.

/** English texts by rule, error code or phrase; `{name}` is filled from the values. */
export const english: Readonly<Record<string, string>> = {
  // Usage
  'usage/settings': 'settings that cannot be used: {count}',
  'usage/config-unreadable': 'the configuration file cannot be read ({reason})',
  'usage/config-not-found': 'the configuration file was not found',
  'usage/config-not-a-file': 'expected a configuration file, found a folder, socket or device',
  'usage/config-silent-pipe': 'expected a configuration, found a pipe to which nobody writes',
  'usage/config-not-text': 'expected a configuration file in YAML, found binary data[, it looks like {looks}]',
  'usage/config-syntax': 'not valid YAML: {reason}',
  'usage/config-not-a-map': 'expected settings such as "context: 20", found something else',
  'usage/unknown-setting': 'unknown setting "{setting}"',
  'usage/misspelt-setting': 'unknown setting "{setting}"; did you mean "{near}"?',
  'usage/not-one-of': '{setting}: expected one of {expected}; found "{found}"',
  'usage/misspelt-value': '{setting}: expected one of {expected}; found "{found}"; did you mean "{near}"?',
  'usage/empty-value': '{setting}: expected a value, found nothing',
  'usage/too-small': '{setting}: expected at least {expected}, found {found}',
  'usage/too-many-pairs':
    'more than {limit} different pairs of the unit {unit}: the run stops, as no pair may be lost and the memory for more is not allowed. Allow more with --max-pairs (0: no limit), or count fewer: a shorter list of terms, --cooccurrence-max-words, --cooccurrence-min-frequency, or without this unit (--cooccurrence-units)',
  'usage/too-large': '{setting}: expected at most {expected}, found {found}',
  'usage/not-a-number': '{setting}: expected a whole number, found "{found}"',
  'usage/not-a-port': '{setting}: expected a number from 0 to 65535, found "{found}"',
  'usage/port-in-use': 'another program uses this port ({reason}); take another, or none for any that is free',
  'usage/port-refused': 'this port cannot be had ({reason}); take another, or none for any that is free',
  'usage/not-whole': '{setting}: expected a whole number from 1 to 9999, found "{found}"',
  'usage/not-a-length':
    '{setting}: expected a length such as 160mm, 16cm or 600px (100 to 10000 pixels), found "{found}"',
  'usage/not-a-size': '{setting}: expected a size such as 64MB or 2GB, found "{found}"',
  'usage/not-workers': '{setting}: expected auto or a whole number from 0 to 256, found "{found}"',
  'usage/not-a-decimal': '{setting}: expected a number, found "{found}"',
  'usage/not-a-switch': '{setting}: expected true or false, found "{found}"',
  'usage/not-a-list': '{setting}: expected a list, found "{found}"',
  'usage/not-a-group': '{setting}: expected a group of settings, found "{found}"',
  'usage/not-text': '{setting}: expected text (a number in quotes), found "{found}"',
  'usage/bad-value': '{setting}: "{found}" cannot be used',
  'usage/unknown-option': 'unknown option {option}',
  'usage/misspelt-option': 'unknown option {option}; did you mean {near}?',
  'usage/unknown-command': 'unknown command "{command}"',
  'usage/misspelt-command': 'unknown command "{command}"; did you mean "{near}"?',
  'usage/missing-value': 'option {option} needs a value',
  'usage/no-value': 'option {option} takes no value',
  'usage/missing-argument': 'the argument {argument} is missing',
  'usage/too-many-arguments': 'more arguments than the command takes',
  'usage/needs-by': '{setting}: "{found}" is a group; of which column, --by tells (such as --by year)',
  'usage/no-paths': 'expected at least one file or folder of texts, found none',
  'usage/bad-offset': 'expected an offset (a whole number from 0), found "{found}"',
  'usage/not-a-csv-name': 'expected the name of a file that ends in .csv, found "{found}"',

  // Output
  'output/full': 'the disk is full ({reason}); nothing was changed',
  'output/not-writable': 'cannot be written to ({reason}); nothing was changed',
  'output/no-parent': 'expected a folder inside one that exists; make the folder around it first ({reason})',
  'output/removed': 'the folder, or what was written into it, was removed while the run lasted; run the command again',
  'output/not-a-folder': 'expected a folder, found a file',
  'output/not-a-cache': 'expected an empty folder or a cache of cewen, found {found} in it',
  'output/not-ours':
    'the folder holds something else ("{found}") and no manifest of an earlier result; choose another folder or empty it',
  'output/in-use': 'another run ({owner}) is writing to it; if none is, remove {folder} in it',
  'output/failed': 'writing failed ({reason}); nothing was changed',
  'output/standard-output': 'standard output cannot be written to ({reason})',
  'output/exists': 'the file exists already and is left as it is',
  'output/other-page': 'the file exists and is no earlier page of this command ("{found}"); choose another name',
  'output/not-a-file': 'expected a file, found a folder',
  'output/not-a-picture': 'the file exists and is no SVG picture; choose another name',
  'output/not-a-model': 'the file exists and is no model of cewen train; choose another name',
  'output/other-file': 'the file exists and is no earlier table of this kind ("{found}"); choose another name',

  // Verify and explain
  'input/no-table': 'the result has no table {table}; {option} would have written it (cewen run … {option})',
  'input/nothing-to-plot': 'nothing to draw in {figure}: no row of the table fits what was asked',
  'input/not-a-result': 'expected the folder of a result with a manifest.json, found none that can be read ({reason})',
  'input/no-input-folder': 'the texts of this result were not found; say where they are with --input ({found})',
  'input/no-document': 'the result has no document "{document}"',
  'input/near-document': 'the result has no document "{document}"; did you mean "{near}"?',
  'input/no-offset': 'the text of the document has {characters} {characters|character|characters}; {offset} is outside',

  // Run
  'run/failed-document': 'the document could not be processed: {reason}',
  'run/damaged-list':
    '{list}:{line}: {count} {count|character is|characters are} broken or lost in the file; no term is made of {count|it|them}',
  'run/uncertain-list': '{list}: read as {encoding}, but that is not certain[; {other} is as likely]',
  'run/shortened-name': 'no file can have this name beside the others, or it is too long; its text is {path}',
  'run/interrupted': 'interrupted[; {out} is as it was]',
  'run/begins-anew':
    'interrupted; {out} is as it was. The same command begins anew; with --cache FOLDER a run that was stopped goes on where it was',
  'run/goes-on': 'interrupted; {out} is as it was. The same command goes on where it was: what is done is in {cache}',
  'run/bug': 'this is a bug of cewen; please report it with the lines below',

  // Help
  'help/program':
    'Chinese policy texts to tables: repairs line breaks, normalises, segments, tags terms, counts and relates them.',
  'help/version': 'print the version',
  'help/help': 'show help',
  'help/help-command': 'show the help of a command',
  'help/default': ' (default: {value})',
  'help/config': 'settings in YAML; without it cewen.yaml in this folder is used where there is one',
  'help/input': 'folder or file that the texts of the result came from (repeat for several)',
  'help/run-summary': 'read texts and write the tables',
  'help/run':
    'Reads texts, PDF, Word and other documents, single or in folders, and writes every table to the output folder, whole or not at all. A file to which several paths lead is read once. Lists take commas; options that name files are repeated.',
  'help/run-paths': 'files and folders of texts',
  'usage/not-shards': 'expected a number of shards from 1 to {most}[, found "{found}"]',
  'usage/no-plan-folder': 'expected the name of a new folder for the plan',
  'usage/not-a-shard': 'expected the number of a shard and of all, such as 3/8[; found "{found}"]',
  'usage/not-with-plan': 'with --plan the documents and settings are those of the plan; leave out {found}',
  'usage/other-number-of-shards': 'the plan has {expected} {expected|shard|shards}, not {found}',
  'output/plan-exists': 'expected a new or empty folder for the plan, found {found} in it',
  'input/not-a-plan': 'expected the folder of a plan that cewen plan has made, found none that can be read ({reason})',
  'input/plan-of-other-program':
    'the plan was made by another cewen, Node or set of libraries (cewen {found}; this is {expected}): parts of different programs do not belong together. Use the same everywhere, or plan anew',
  'input/other-files-than-plan':
    'the folders hold other documents than when the plan was made ({count}: {found}); plan anew',
  'input/changed-since-plan': 'the file has changed since the plan was made; put it back, or plan anew',
  'input/changed-while-read': 'the file was changed while the run was reading it; run again',
  'resource/changed-since-plan': 'the list has changed since the plan was made; put it back, or plan anew',
  'input/missing-shards': '{count} of {expected} shards {count|is|are} missing: {found}; run {count|it|them} first',
  'input/damaged-part':
    'the part of this shard is damaged ({found}), or of another plan; delete it and run the shard again',
  'plan/shard': 'shard',
  'plan/documents': 'documents',
  'plan/megabytes': 'MB',
  'plan/done':
    '{documents} {documents|document|documents} in {shards} {shards|shard|shards}. Next, for each of them: cewen run --plan {out} --shard 1/{shards}; then: cewen merge {out} --out output',
  'plan/shard-done': 'shard {shard}/{of}: {documents} {documents|document|documents}, {failed} failed; in {out}',
  'plan/shard-there': 'shard {shard}/{of} is there already ({out}); nothing was done',
  'help/run-plan': 'do one shard of a plan that cewen plan has made, with its documents and settings',
  'help/run-shard': 'which shard of how many, such as 3/8',
  'help/plan-summary': 'divide a run among several machines or jobs',
  'help/plan':
    'Writes a plan into a new folder (--out): the settings, every document with its digest, and which documents each shard has. Each shard is then done by itself, anywhere where the plan, the texts and the same cewen are, and cewen merge makes of all of them the result that one run would have given.',
  'help/plan-shards': 'number of shards',
  'help/plan-folder': 'folder of a plan',
  'help/plan-examples': `Examples:
  cewen plan texts --shards 8 --out plan --by year
  cewen run --plan plan --shard 1/8
  cewen merge plan --out output`,
  'help/merge-summary': 'make the result of a plan whose shards are done',
  'help/merge':
    'Writes the result of all shards of a plan: the same files, byte for byte, that one run would have written, but for the log. Nothing is written where a shard is missing or damaged, or where texts or lists have changed since the plan was made.',
  'help/merge-examples': `Examples:
  cewen merge plan --out output`,
  'help/cache-summary': 'tidy the folder of --cache',
  'help/cache':
    'Removes from a cache what this version of the program cannot use and what no run has used for long. A cache may also be deleted as a whole at any time: runs are slower after it, and their results the same.',
  'help/cache-action': 'prune',
  'help/cache-folder': 'folder that was given as --cache',
  'help/cache-days': 'days since the last use after which a document is removed (default: 30)',
  'cache/pruned':
    'removed {removed} {removed|file|files} ({removedMegabytes} MB); {kept} ({keptMegabytes} MB) {kept|is|are} left',
  'help/cache-examples': `Examples:
  cewen cache prune cache
  cewen cache prune cache --days 7`,
  'help/verify-summary': 'run a result again and name what changed',
  'help/verify':
    'Runs the manifest of a result again, compares every digest, and names the cause where one differs: an input, a term, a setting, the program, or an output changed by hand. Ends with 0 where all agree, 1 where not.',
  'help/verify-dir': 'folder of a result',
  'help/explain-summary': 'show what was decided at each line break, or where a token came from',
  'help/explain':
    'explain FILE prints the lines of a text with what repair decided at each break. explain DIR DOCUMENT OFFSET shows the token at an offset of the repaired text (in characters, as in the tables), its sentence, and the line it came from.',
  'help/explain-target': 'a text, also a row of a table or a member of an archive, or the folder of a result',
  'help/explain-document': 'name of a document, as in documents.csv',
  'help/explain-offset': 'offset in text/<document>.txt, from 0',
  'help/json': 'print JSON for programs',
  'help/audit-summary': 'check term lists against texts',
  'help/audit':
    'Takes texts and term lists through the stages of a run and tells of terms that are never seen, seen only inside longer terms, cut or merged by the segmenter, or refused because they straddle words, each with an example; and of entries that may be the same thing, variants that are another term or a part of one, and forms that opencc would change.',
  'help/audit-out': 'file for all findings (.csv), or a folder for audit.csv',
  'help/discover-summary': 'find new terms in texts',
  'help/discover':
    'Takes texts through the stages of a run and looks for terms that no list has: noun phrases and short slogans by their parts of speech, strings of characters that stick together, names in quotation marks. Writes them, best first, with counts and examples, as a term list: open it in Excel, delete what is no term, and give it back with --terms.',
  'help/discover-out': 'file for the candidates (.csv); default candidates.csv',
  'help/discover-against': 'texts to compare with, in place of general language',
  'help/discover-min-frequency': 'least occurrences (default: by the size of the corpus, 3 or more)',
  'help/discover-min-documents': 'least documents (default: 2 from five documents on, else 1)',
  'help/discover-max-length': 'longest candidate in characters (default {value})',
  'help/discover-max-candidates': 'stop where there are more candidates to look up (default {value})',
  'help/discover-top': 'rows of the list, 0 for all (default {value})',
  'help/discover-known': 'list terms that are in the lists already, too, marked as known',
  'help/discover-fragments': 'list fragments of longer candidates, too',
  'help/discover-words': 'list words of the dictionary of two or three characters, too',
  'help/discover-examples':
    'Examples:\n  cewen discover texts --out candidates.csv\n  cewen run texts --terms builtin --terms candidates.csv\n  cewen discover texts --by year --target 2026 --out new-in-2026.csv',
  'discover/found':
    '{shown} of {count} {count|candidate|candidates} in {file}; {documents} {documents|document|documents}, {words} {words|word|words}; at least {min_frequency} {min_frequency|occurrence|occurrences} in {min_documents} {min_documents|document|documents}; {fragments} {fragments|fragment|fragments} of longer candidates left out',
  'input/no-such-group': 'expected one of the groups {expected}; found "{found}"',
  'input/too-many-candidates':
    '{found} candidates are more than the {expected} of --max-candidates; give a greater --min-frequency or a greater --max-candidates',
  'help/score-summary': 'score segmenters against texts cut by hand',
  'help/score':
    'Cuts the text of each gold file anew and compares: precision, recall and F1 by words; recall of words that the vocabulary lacks; conflicts, where both cut and differently, per 1,000 gold words; and crossed words, of two or more Han characters, that a word of the segmenter overlaps with neither containing the other. Then the commonest confusions.',
  'help/score-gold':
    'texts cut by hand: words parted by spaces, a sentence a line, with or without tags (改革/v), or CoNLL-U',
  'help/score-engine':
    'segmenters to compare: {expected}; with {withPolicy} after the name numbers and names are policy tokens as in a run, with {withoutPolicy} they are not; without either, jieba and nodejieba are as they are elsewhere, the others as in a run',
  'help/score-vocabulary':
    'words that are known, a list or a gold text; without it the words of the built-in dictionary',
  'help/score-out': 'file for all measures (.csv); all confusions go beside it, to NAME-confusions.csv',
  'help/view-summary': 'look at a result in the browser, with a search over its tables',
  'help/view':
    'Serves a result on this machine only (127.0.0.1), read-only, until Ctrl-C: the report, the files, and a search over the tables, which needs DuckDB (npm install --global @duckdb/node-api).',
  'help/view-port': 'port to listen on; 0 is any that is free',
  'view/ready': 'The result is at {address} until you press Ctrl-C.',
  'view/report': 'Report',
  'view/search-tables': 'Search the tables',
  'view/table': 'Table',
  'view/column': 'in',
  'view/any': 'any column',
  'view/words': 'contains',
  'view/search': 'Search',
  'view/none': 'Nothing found.',
  'view/found': 'Rows found: {count}',
  'view/more': 'Rows shown: {count}; there are more.',
  'view/files': 'Files',
  'view/not-found': 'There is no such thing in the result.',
  'view/no-duckdb':
    'The search needs DuckDB: npm install --global @duckdb/node-api (in the project: npm install @duckdb/node-api), then start cewen view again.',
  'help/plot-summary': 'draw a figure of a result for a paper',
  'help/plot': 'Draws a figure from the tables of a result as an SVG file. The same result gives the same bytes.',
  'help/plot-dir': 'folder of a result of cewen run',
  'help/plot-figure': 'one of',
  'help/plot-out': 'SVG file for the picture; only an earlier picture is replaced',
  'help/plot-terms': 'terms, words or documents to show, parted by commas; the most frequent without it',
  'help/plot-top': 'how many things are shown',
  'help/plot-unit':
    'of trend and keyness term or word, of matrix a unit such as sentence, of similarity a measure, of dendrogram documents',
  'help/plot-target': 'of keyness: the group that is compared with the others; the first without it',
  'help/plot-width': 'width in mm, cm, in or px',
  'help/plot-height': 'height in mm, cm, in or px; without it 110mm, or more for many names',
  'plot/written': 'Wrote {file}.',
  'help/plot-examples': `Examples:
  cewen plot results terms --out terms.svg
  cewen plot results trend --terms 创新,改革 --out trend.svg --width 120mm --height 80mm
  cewen plot results keyness --target 2020 --out keyness.svg`,
  'help/train-summary': 'adapt the segmenter hybrid to texts cut by hand',
  'help/train':
    'Learns from each gold file what the model of the segmenter hybrid does not know, and writes a model of its own, to be used with --engine hybrid --model FILE. Before that it holds every fifth of the sentences out in turn, learns from the others and tells how well it cuts those held out, before and after. The same files give the same bytes.',
  'help/train-out': 'file for the model; only an earlier model is replaced',
  'help/train-base': 'model to start from; none begins anew (default: the one that comes with the program)',
  'help/diff-summary': 'compare two versions of a document',
  'help/diff':
    'Takes two versions of a document, of any format, through the stages of a run, matches their articles (or headings and paragraphs) by content and order, and tells which are unchanged, changed, added, deleted, split, merged, moved or only renumbered, with the words that were changed. What differs only in line breaks, widths or forms of marks is no change. Ends with 0 whether they differ or not; see --exit-code.',
  'help/diff-old': 'the older version: a text, also a row of a table or a member of an archive',
  'help/diff-new': 'the newer version',
  'help/diff-out': 'file for the table of all articles (.csv), or a folder for diff.csv',
  'help/diff-html': 'page with both versions side by side, changes marked',
  'help/diff-full': 'print unchanged text, too',
  'help/diff-exit-code': 'end with 1 where the versions differ',
  // Queries
  'help/kwic-summary': 'show a word, term or token query in its context',
  'help/kwic':
    'Takes texts through the stages of a run and prints each match of PATTERN with what stands around it, and where it stands: document, page, line and offset. With the folder of a result the texts that it was made from are read again with its settings and lists. PATTERN is a string of characters that begins and ends where words do (--boundary any: anywhere), a regular expression between slashes, or a token query as CQP has them. All matches begin and end in the blocks that are counted.',
  'help/kwic-pattern': 'string, /regular expression/, or token query such as [word="深化"] []{0,3} [tag="n.*"]',
  'help/kwic-paths': 'files and folders of texts, or the folder of a result',
  'help/kwic-sort': 'sort the lines by {expected}; the left context is read away from the match',
  'help/kwic-count': 'count the matches by {expected}, in place of showing them',
  'help/kwic-sample': 'draw so many matches at random',
  'help/kwic-seed': 'number that decides which are drawn (default: 1)',
  'help/kwic-words': 'count --context in words',
  'help/kwic-strategy': 'which of overlapping matches of a token query are shown: {expected}',
  'help/kwic-plain': 'take PATTERN as a string of characters whatever signs it has',
  'help/kwic-out': 'file for the lines (.csv), with all columns',
  'help/kwic-examples': `Examples:
  cewen kwic 举国体制 texts --sort right
  cewen kwic '[word="深化"] []{0,3} [tag="n.*"]' texts --context 30
  cewen kwic '[term="科技.*"] [tag="v"] within s' output --by year --count group
  cewen kwic '/建设.{1,8}强国/' texts --out strong.csv --excel
  cewen kwic 必须 texts --sample 50 --seed 7`,
  'kwic/found':
    '{matches} {matches|match|matches} in {documents} of {searched} {searched|document|documents}, {per_million} per million of {tokens} {tokens|word|words}[; {shown} of them drawn][; written to {out}]',
  'kwic/refused':
    '{count} more {count|place has|places have} the same characters but no word boundary at both ends; --boundary any takes {count|it|them}',
  'kwic/changed-inputs': '{count} {count|file is|files are} not what the result was made from: the numbers may differ',
  'usage/input-without-result': '{option} is for the folder of a result only',
  'usage/setting-of-result':
    '{setting}: the texts of the result {folder} are read as they were; this cannot be changed here',
  'query/empty': 'expected a token query such as [word="深化"], found nothing',
  'query/expected-token':
    'query, character {position}: expected a token such as [word="深化"] or "深化", or a group in ( )[; found: {found}]',
  'query/expected-end': 'query, character {position}: expected another token, | or the end; found: {found}',
  'query/expected-attribute': 'query, character {position}: expected one of {expected}[; found: {found}]',
  'query/expected-comparison': 'query, character {position}: expected = or != after {attribute}[; found: {found}]',
  'query/expected-value':
    'query, character {position}: expected a value in quotes, as in {attribute}="深化"[; found: {found}]',
  'query/unclosed':
    'query, character {position}: {opened} of character {from} is open; expected {expected}[; found: {found}]',
  'query/unclosed-quote': 'query, character {position}: this quote is not closed; expected {expected}',
  'query/bad-regex': 'character {position}: no regular expression: {found} ({reason})',
  'query/bad-regex-flag': 'character {position}: expected none but the flags i, m and s after the slash; found {found}',
  'query/bad-flag': 'query, character {position}: expected %c (either case) or %l (as it stands); found {found}',
  'query/bad-repetition':
    'query, character {position}: expected ?, *, +, or a number of times as in {0,3}, at most {expected}; found: {found}',
  'query/nothing-to-repeat': 'query, character {position}: the edge of a sentence or paragraph cannot be repeated',
  'query/bad-anchor': 'query, character {position}: expected <s>, </s>, <p>, </p>, <text> or </text>; found: {found}',
  'query/bad-within': 'query, character {position}: expected after within: {expected}[; found: {found}]',
  'query/bad-strategy': 'query, character {position}: expected one of {expected}; found: {found}',
  'query/unsupported':
    'query, character {position}: labels, targets, global constraints and MU queries of CQP are not known here; found: {found}',
  'query/no-token': 'the query asks for no token: it would match nothing but an edge',
  'query/too-large': 'the query repeats so much that it becomes too large; use smaller numbers',
  'query/no-word': 'expected a string with at least one letter, character or digit; found: {found}',

  // Coding rules and graded lexicons
  'option/rules': 'file of coding rules (YAML), repeated for several; see docs/coding-rules.md',
  'option/grades':
    'graded lexicon (CSV or YAML), repeated for several; builtin is the one of obligation and effort that comes with the program',
  'option/scores.modifiers': 'negations and degree words change the score of a graded word after them',
  'option/no-scores.modifiers': 'leave negations and degree words before a graded word out of its score',
  'option/scores.scope': 'how many words before a graded word a negation or degree word may stand',
  'resource/no-report':
    'this part of the program is missing: install it again, or build it (npm run build), or use --no-report',
  'resource/rules-bad-yaml': 'expected valid YAML, found a fault: {found}',
  'resource/rules-not-rules': 'expected coding rules: names of codes or categories, each with what is under it',
  'resource/rules-bad-name': 'a code or category needs a name without /; found: {found}',
  'resource/rules-too-deep': 'categories and rules inside each other go too deep',
  'resource/rules-empty': 'nothing is said here[: {found}]',
  'resource/rules-not-a-rule': 'expected a pattern, a list of patterns or a rule; found: {found}',
  'resource/rules-unknown-key': 'unknown key {found} in a rule; expected one of {expected}',
  'resource/rules-repeated-key': 'the key {found} stands twice in one rule',
  'resource/rules-no-base': 'the rule says nothing that could be found; expected one of {expected}',
  'resource/rules-several-bases': 'one rule can have one of these only, found {found}; put them into all or any',
  'resource/rules-idle-option': '{found} has no meaning here; it is for {expected}',
  'resource/rules-bad-switch': 'ordered: expected true or false, found {found}',
  'resource/rules-bad-number': '{key}: expected a whole number of words from 0 to {most}, found {found}',
  'resource/rules-bad-unit': 'in: expected sentence, paragraph or document; found {found}',
  'resource/rules-not-several': '{key}: expected a list of at least 2 rules and at most {most}, found {count}',
  'resource/rules-pattern': '"{found}" cannot be used: {reason}',
  'resource/rules-no-such-code': 'no code or category is called {found}[ {expected}]',
  'resource/rules-ambiguous-code': 'several codes are called {found}: {expected}; write the one you mean in full',
  'resource/rules-repeated-code': 'the code {code} is at {first} already',
  'resource/rules-circle': 'codes refer to each other in a circle: {found}',
  'resource/grades-empty': 'expected a list of graded words, found none',
  'resource/grades-bad-csv': 'expected comma separated values, found a fault: {found}',
  'resource/grades-bad-yaml': 'expected valid YAML, found a fault: {found}',
  'resource/grades-not-grades': 'expected dimensions, under each grades, and under each grade words',
  'resource/grades-not-a-word': 'expected a word, found: {found}',
  'resource/grades-no-column': 'expected a column called {expected}; found: {found}',
  'resource/grades-bad-role': 'role: expected word, negation or degree, found {found}',
  'resource/grades-no-word': 'expected a word, found "{found}"',
  'resource/grades-no-dimension': '{word}: expected a dimension, found none',
  'resource/grades-bad-grade': '{word}: expected a number as its grade, found "{found}"',
  'resource/grades-repeated': '{word} is at line {first} already, in the same dimension and role',

  'help/init-summary': 'write a commented cewen.yaml',
  'help/init': 'Writes a configuration file with every setting, its default and what it does.',
  'help/init-file': 'name of the file',
  'help/program-examples': `Examples:
  cewen run texts --out output
  cewen explain texts/notice.txt
  cewen run --help`,
  'help/run-examples': `Examples:
  cewen run texts
  cewen run texts/2023 texts/2024 --out output --terms my-terms.csv --terms builtin
  cewen run notice.txt --encoding gb18030 --variant none --excel
  cewen run texts --tables documents,terms,ngrams --cooccurrence-units sentence,window --cooccurrence-window 8
  cewen run --config cewen.yaml`,
  'help/verify-examples': `Examples:
  cewen verify output
  cewen verify output --input /data/texts`,
  'help/explain-examples': `Examples:
  cewen explain texts/notice.txt
  cewen explain texts/notice.txt --json
  cewen explain texts/notices.csv#12
  cewen explain texts/archive.zip/notice.docx
  cewen explain output notice.txt 128`,
  'help/audit-examples': `Examples:
  cewen audit texts
  cewen audit texts --terms my-terms.csv --out audit.csv
  cewen audit texts --terms builtin --engine jieba --boundary any`,
  'help/train-examples': `Examples:
  cewen train corrected.txt --out model.bin
  cewen score other.txt --engine lattice,hybrid --model model.bin
  cewen run texts --engine hybrid --model model.bin`,
  'help/score-examples': `Examples:
  cewen score gold.txt
  cewen score gold.conllu --engine lattice,jieba --out scores.csv
  cewen score test.txt --vocabulary train.txt --json`,
  'help/diff-examples': `Examples:
  cewen diff law-2009.pdf law-2024.docx
  cewen diff law-2009.pdf law-2024.docx --html changes.html --out changes.csv
  cewen diff versions.zip/2009.txt versions.zip/2024.txt --json
  cewen diff laws.csv#1 laws.csv#2 --exit-code`,
  'help/init-examples': `Examples:
  cewen init
  cewen init study.yaml`,

  // Settings
  'option/paths': 'files and folders of texts',
  'option/out': 'folder of the result; its parent must exist',
  'option/metadata':
    'table of metadata (CSV or TSV) with a column document or file; without it metadata.csv or metadata.tsv in the input folder',
  'option/text_column':
    'column that holds the texts of tables (CSV, TSV, JSONL, XLSX), a row a document; without it one of a usual name such as text, content, 正文, 全文',
  'option/terms': 'term list (CSV or YAML), repeated for several; builtin is the list that comes with the program',
  'option/encoding': 'auto, or the encoding of every text: utf-8, gb18030, big5, utf-16le, utf-16be',
  'option/variant':
    'Traditional to Simplified: auto decides per document; none; t, tw, hk by character; twp also by word (Taiwan)',
  'option/widths': 'full-width letters and digits become half-width; false keeps them',
  'option/punctuation': 'one form for each punctuation mark; false keeps them as they are',
  'option/no-widths': 'keep full-width letters and digits, which else become half-width',
  'option/no-punctuation': 'keep punctuation marks as they are, which else get one form each',
  'option/engine': 'word segmenter',
  'option/granularity':
    'how finely the segmenter hybrid cuts: fine (as in treebanks of Universal Dependencies), standard, or coarse',
  'option/model': 'model of the segmenter hybrid, made by cewen train, instead of the one that comes with the program',
  'option/user_words': 'dictionaries of words for the segmenter: word [frequency] [tag] on each line',
  'option/policy_tokens':
    'numbers, dates and document numbers come out alike whatever the segmenter; false leaves them as it cuts them',
  'option/no-policy_tokens': 'leave numbers, dates and document numbers as the segmenter cuts them',
  'option/number_units': 'a number and its unit: apart (2035|年) or glued (2035年)',
  'option/tagger':
    'part of speech of a word: dictionary (one for each word) or context (by its neighbours: 发展 as verb or noun)',
  'option/boundary': 'word: a term counts only where both its ends are word boundaries; any: everywhere',
  'option/count_kinds': 'kinds of blocks that are counted; also possible: note, reference, contents',
  'option/tables':
    'tables to write; on request: words_by_document, tokens, dispersion, ngrams, mentions, names (persons, places, organisations), breaks (every decision of repair)',
  'option/by':
    'divide the documents by a column of documents.csv (metadata or found in the text), by year or by decade, and write comparison.csv, by_group.csv, trends.csv and turnover.csv',
  'option/by_separators':
    'marks that part several groups in a cell, such as issuers; none for no parting (titles are never parted)',
  'option/target': 'compare these groups only, taken together; 1978..1992 for a range of a series',
  'option/reference': 'compare with these groups, taken together; without it with all other groups',
  'option/reference_list':
    'compare with a list of frequencies (columns word or term, and frequency), such as the words.csv of another run',
  'option/reference_size': 'words of the corpus of that list; 0 to take its row * or the sum of its frequencies',
  'option/dispersion.parts': 'parts for dispersion.csv: documents, chunks, or a column as for --by',
  'option/dispersion.chunks': 'number of equal chunks of the corpus',
  'option/dispersion.min_frequency': 'least frequency of a term or word in dispersion.csv',
  'option/comparison.min_frequency': 'leave out terms and words of fewer occurrences in both sides together',
  'option/comparison.max_rows': 'rows of each group in comparison.csv, the strongest differences first; 0 for all',
  'option/network.unit':
    'unit of the co-word network: sentence, paragraph, document, window (one of --cooccurrence-units)',
  'option/network.nodes': 'nodes of the network, the most frequent',
  'option/network.min_joint': 'units in which a pair must meet to be an edge',
  'option/network.similarity': 'similarity that edges weigh: ochiai, jaccard, association_strength, equivalence',
  'option/network.linkage': 'how clusters are joined: average, complete, single, ward',
  'option/network.clusters': 'clusters into which the tree is cut',
  'option/network.resolution': 'of Louvain communities: above 1 more and smaller ones',
  'option/network.seed': 'of the Louvain method',
  'option/network.matrices':
    'also write the square matrices matrix_joint, matrix_similarity, matrix_dissimilarity (for SPSS, UCINET, Excel, R)',
  'option/similarity.of': 'what documents are compared by: words or terms',
  'option/similarity.measure':
    'measure of clusters, coordinates and neighbours: cosine, jensen_shannon, delta, jaccard',
  'option/similarity.min_documents': 'documents in which a word must stand to be compared',
  'option/similarity.features': 'most frequent words that are compared',
  'option/similarity.shingle': 'characters of the strings of jaccard',
  'option/similarity.nearest': 'neighbours of each document in nearest.csv',
  'option/similarity.linkage': 'how clusters of documents are joined: average, complete, single, ward',
  'option/similarity.clusters': 'clusters of documents',
  'option/similarity.max_rows': 'rows of similarity.csv, the nearest pairs; 0 for all',
  'option/similarity.max_documents': 'documents or groups that are compared at most',
  'option/similarity.matrix': 'also write the square matrix of distances matrix_distance',
  'option/cooccurrence.of': 'pairs of terms or of words',
  'option/cooccurrence.units':
    'units in which pairs are looked for: sentence, paragraph, document, window; span: ordered, what stands around each',
  'option/cooccurrence.window': 'length of the window in words',
  'option/cooccurrence.left': 'words before the first of a pair that its span takes in',
  'option/cooccurrence.right': 'words after it that its span takes in',
  'option/cooccurrence.within': 'what windows and spans do not leave: paragraph, sentence',
  'option/cooccurrence.measures':
    'columns of cooccurrence.csv after the counts, in this order: default, all, or names (docs/cooccurrence.md)',
  'option/cooccurrence.count': 'presence: a unit counts once; all: pairs of occurrences',
  'option/cooccurrence.min_joint': 'least number of units that a pair shares',
  'option/stop_words':
    'words left out of n-grams and of pairs of words, and marked in words.csv: files, one a line; builtin is the list that comes with the program; none keeps all',
  'option/tags': 'parts of speech kept in word tables, such as n,v,a (also ns, nr …); all where none is given',
  'option/stem_latin': 'group Latin words by their Porter stem',
  'option/ngrams.lengths': 'lengths of n-grams in words',
  'option/ngrams.min_frequency': 'least frequency of an n-gram',
  'option/context': 'characters to the left and right of an occurrence',
  'option/formats':
    'forms of the result beside CSV: parquet and xlsx for the tables; gexf, graphml, vosviewer and gephi for the network; jsonl, conllu, vrt, tei, annotation, brat, quanteda, txm, words and tables (the tables in them) for the documents; or all',
  'option/report': 'write report.html, which shows the result in a browser, without a network; false leaves it out',
  'option/no-report': 'write no report.html, which else shows the result in a browser, without a network',
  'option/excel': 'byte order mark at the head of CSV files, for Excel',
  'option/strict': 'stop at the first document that cannot be processed',
  'option/document_seconds':
    'seconds for a document, as many again for every further 10 MB; one that takes longer is ended and reported, and the others go on (not with --workers 0)',
  'option/document_memory':
    'megabytes by which the memory may grow at one document, which is else ended and reported (not with --workers 0)',
  'option/reuse.min_length': 'characters of the shortest passage that documents share and that reuse.csv tells',
  'option/reuse.min_identity': 'least share of characters that are the same in both places of a passage, 0.5 to 1',
  'option/reuse.shingle':
    'characters of the pieces by which passages are found; more are faster and miss more changed ones',
  'option/reuse.max_gap': 'most characters that may be put in, left out or changed between two parts of one passage',
  'option/reuse.boilerplate': 'a passage in more than so many documents is told as a formula, a row a document',
  'option/memory':
    'memory for what is kept of each document until the end of the run, as 64MB or 2GB; more goes to a file in the output folder while the run lasts',
  'option/cache':
    'folder that keeps annotated documents: a later run does only what is new, and one that was stopped goes on where it was',
  'option/no-cache': 'use no cache, whatever the configuration file says',
  'option/workers':
    'threads that read, repair, segment and tag documents, while the main one counts and writes; auto is one for each processor, up to 8; 0 for none',
  'option/lang': 'language of messages and help: en or zh; without it LC_ALL or LANG decides',

  // Configuration file
  'init/head': 'Settings of cewen. What is left out has the value shown here; the command line outvotes this file.',
  'init/paths': 'Paths are relative to the folder of this file.',

  // Errors on the terminal
  'help/error': 'cewen: ',
  'help/colon': ': ',
  'help/see': 'See cewen --help, or cewen COMMAND --help.',

  // Explain
  'explain/join': 'join',
  'explain/break': 'break',
  'explain/head':
    '{document}: {encoding}, {lines} {lines|line|lines}, {blocks} {blocks|block|blocks}, {joined} {joined|line break|line breaks} taken out',
  'explain/removed': 'In the source and not in the text:',
  'explain/removed-count':
    '{characters} {characters|character|characters}, {places} {places|place|places}, {places|line|lines} {lines}: {meaning}',
  'explain/removed-furniture': 'page numbers, running heads and what stands around a web page; kept in blocks.csv',
  'explain/removed-line-break': 'white space at a break inside a block',
  'explain/removed-block-break': 'white space between blocks',
  'explain/removed-page-break': 'the mark of a new page',
  'explain/removed-indent': 'white space before the first block',
  'explain/removed-space': 'white space between Han characters or beside full-width marks',
  'explain/removed-hyphen': 'the hyphen of a Latin word broken over two lines',
  'explain/removed-letter-spacing': 'spaces of letter-spaced text',
  'explain/removed-line-number': 'numbers of lines in the margin',
  'explain/removed-markdown': 'marks of Markdown',
  'explain/removed-zero-width': 'characters without width',
  'explain/removed-control': 'control characters',

  // Summary
  'summary/counts':
    '{documents} {documents|document|documents}, {tokens} {tokens|word|words}, {occurrences} term {occurrences|occurrence|occurrences}',
  'summary/counts-failed':
    '{documents} {documents|document|documents} ({failed} failed), {tokens} {tokens|word|words}, {occurrences} term {occurrences|occurrence|occurrences}',
  'summary/terms': 'Top terms',
  'summary/frequency': 'frequency',
  'summary/documents': 'documents',
  'summary/pairs': 'Top pairs ({unit})',
  'summary/joint': 'joint',
  'summary/messages': 'Messages[ (in {file})]',
  'summary/more-errors': '… and {count} more {count|error|errors}[, in {file}]',
  'summary/more-warnings': '… and {count} more {count|warning|warnings}[, in {file}]',
  'summary/files': 'Files in {out}: {files} text/',
  'severity/info': 'info',
  'severity/warning': 'warning',
  'severity/error': 'error',
  'unit/sentence': 'by sentence',
  'unit/paragraph': 'by paragraph',
  'unit/document': 'by document',
  'unit/window': 'by window',
  'unit/span': 'by span',

  'explain/place': '{document}, offset {offset} of the repaired text',
  'explain/token': 'token     {text}  form {form}, tag {tag}, {start} to {end}',
  'explain/no-token': 'token     none: "{text}" is no word',
  'explain/term-outer': 'term      {term}[  {category}], {start} to {end}',
  'explain/term-nested': 'term      {term}[  {category}], {start} to {end}, inside a longer term',
  'explain/sentence': 'sentence  {number}: {text}',
  'explain/block': 'block     {number}: {kind}, level {level}',
  'explain/box': 'place     p. {page}, line {line}, at x {x} y {y}, {width} × {height} pt',
  'explain/line-box': 'p. {page} x {x} y {y} {width} × {height}',
  'explain/source': 'source    {start} to {end} of the decoded file, in the lines',
  'explain/source-page': 'source    {start} to {end} of the decoded file, page {page}, in the lines',
  'init/done': 'Wrote {file}.',
  'progress/bar': '{bar} {value}/{total} {document}',

  // Score
  'score/file': 'gold text',
  'score/engine': 'engine',
  'score/sentences': 'sentences',
  'score/gold': 'gold words',
  'score/words': 'words',
  'score/precision': 'precision',
  'score/recall': 'recall',
  'score/f1': 'F1',
  'score/oov': 'OOV recall',
  'score/conflicts': 'conflicts/1000',
  'score/crossed': 'crossed %',
  'score/all': 'all',
  'score/meaning': 'Percent, but for conflicts per 1,000 gold words. OOV: words that are not in {vocabulary}.',
  'score/dictionary': 'the built-in dictionary',
  'score/confusions': '{engine}: gold',
  'score/predicted': 'segmenter',
  'score/count': 'count',
  'score/first': 'first at ',
  'score/more': '… and {count} more {count|kind|kinds}[, in {file}]',
  'score/files': 'Files: {files}',

  'train/read':
    'Learnt from {count} {count|sentence|sentences} ({words} {words|word|words}). Every fifth held out in turn:',
  'train/granularity': 'granularity',
  'train/model': 'model',
  'train/before': 'before',
  'train/after': 'after',
  'train/written':
    '{file}: {bytes} {bytes|byte|bytes}, learnt from all sentences. Use it with --engine hybrid --model {file}',

  // Audit
  'diff/article': 'article',
  'diff/heading': 'heading',
  'diff/paragraph': 'paragraph',
  'diff/articles': 'Articles: ',
  'diff/headings': 'Headings: ',
  'diff/paragraphs': 'only where paragraphs begin',
  'diff/paragraphs-title': 'Other paragraphs: ',
  'diff/references': 'only numbers of other articles, as these shifted',
  'diff/marks': 'only punctuation',
  'diff/status-unchanged': 'unchanged',
  'diff/status-changed': 'changed',
  'diff/status-split': 'split',
  'diff/status-merged': 'merged',
  'diff/status-added': 'added',
  'diff/status-deleted': 'deleted',
  'diff/moved': 'moved',
  'diff/renumbered': 'renumbered',
  'diff/count-unchanged': '{count} unchanged',
  'diff/count-changed': '{count} changed',
  'diff/count-split': '{count} split',
  'diff/count-merged': '{count} merged',
  'diff/count-added': '{count} added',
  'diff/count-deleted': '{count} deleted',
  'diff/count-moved': '{count} of them moved',
  'diff/count-renumbered': '{count} of them renumbered',
  'diff/words': 'Words: {a} before, {b} after; {deleted} deleted, {added} added, {share} % the same',
  'diff/hidden':
    'Not shown, because repair and normalisation see to them: {spacing} {spacing|difference|differences} in line breaks and spaces, {characters} in widths, forms of characters and marks, or what stands around a page',
  'diff/identical-files': 'The files are the same byte for byte.',
  'diff/no-difference': 'The texts do not differ.',
  'diff/elided': '({count} unchanged[: {first}][ – {last}][; {renumbered} renumbered])',
  'diff/place': '[p. {page}, ]line {line}',
  'diff/files': 'Files: {files}',
  'diff/page-title': '– two versions compared',
  'diff/page-all': 'show what is unchanged',
  'diff/page-older': 'Older version',
  'diff/page-newer': 'Newer version',
  'diff/page-added': '(added)',
  'diff/page-deleted': '(deleted)',
  'diff/no-text': 'the version has no text to compare',
  'diff/unrelated': 'hardly anything in common with {other}: are they versions of one document?',
  'audit/counts':
    '{documents} {documents|document|documents}, {tokens} {tokens|word|words}; {terms} {terms|term|terms}, {seen} seen, {occurrences} {occurrences|occurrence|occurrences}',
  'audit/never_seen': 'Never seen, or only in blocks that are not counted',
  'audit/only_nested': 'Seen only inside longer terms',
  'audit/cut': 'Cut or merged by the segmenter, outside longer terms',
  'audit/straddles_word': 'Refused because words straddle their ends',
  'audit/near_duplicate': 'May be the same thing',
  'audit/variant_overlap': 'Variants that are another term (=) or a part of one (⊂)',
  'audit/opencc_change': 'Forms that opencc would change; after ≠ what a run looks for',
  'audit/more': '… and {count} more[, in {file}]',
  'audit/nothing': 'Nothing to tell.',
  'audit/file': 'All findings: {file}',
  'audit/no-file': 'All findings: --out FILE.csv',

  'option/ignore_case': 'Latin letters of terms match in either case',
  'option/min_length': 'shortest word of word tables in characters',
  'option/cooccurrence.min_frequency': 'least frequency of a word that is paired (pairs of words only)',
  'option/cooccurrence.max_words': 'most words that are paired (pairs of words only)',
  'option/cooccurrence.max_rows': 'most pairs written for each kind of unit, those that meet most often; 0 writes all',
  'option/cooccurrence.max_pairs':
    'most pairs of each kind of unit that are held in memory; with more the run stops; 0 has no limit',
  'compare/no-groups':
    'found {count} {count|value|values} of {by} in all documents; expected two or more, so that there is something to compare',
  'compare/without-group':
    '{count} {count|document has|documents have} no value of {by} and {count|is|are} in no group',
  'compare/several-groups':
    '{count} {count|document has|documents have} several values of {by} and {count|counts|count} in each of these groups',
  'compare/group-left-out': '{setting}: expected groups such as {expected}, found {found}; the others were compared',
  'compare/few-periods':
    'trends over {count} {count|group|groups} of {by} cannot be significant at 0.05, however clear: expected {expected} or more',
  'compare/missing-periods':
    'no document is of {found}: trends leave {count|this group|these groups} of {by} out and do not take {count|it|them} for 0',
  'compare/not-in-list':
    '{list}: {count} of {all} {unit}s ({share} % of the occurrences) are not in the list and count as 0 there; where it is segmented otherwise they are no keywords: {found}',
  'compare/unit-not-compared':
    '{list}: this is a list of {unit}s; {other}s are counted otherwise (a term also inside longer ones) and were not compared with it',
  'compare/bad-frequency': '{list}:{line}: expected a word and a whole number, found: {found}',
  'compare/frequencies-added-up':
    '{list}: {count} {count|row has|rows have} a word that another row has too; they were added up',
  'compare/size-from-sum':
    '{list}: the size of its corpus is not given, its frequencies add up to {count}, which was taken; give --reference-size if the list is not complete',
  'compare/size-too-small':
    '{list}: expected a size of {count} or more, to which its frequencies add up, found {found}; {count} was taken',
  'count/few-parts': 'dispersion.csv: expected two or more parts with words, found {count} by {by}',
  'count/without-part':
    '{count} {count|document has|documents have} no value of {by} and {count|is|are} left out of dispersion.csv',
  'resource/no-frequency-column': 'expected columns called word (or term) and frequency, found: {found}',
  'resource/no-frequencies': 'expected words with frequencies, found no line that can be used',
  'resource/bad-frequency-list': 'the list cannot be read as a table ({reason})',
  'compare/no-such-group': '{setting}: expected one of the groups {expected}, found {found}; all groups were compared',
  'compare/rows-left-out':
    '{count} {count|row|rows} of {unit}s {count|is|are} not in comparison.csv, which has {written} of each group (--comparison-max-rows)',
  'cooccur/no-network':
    'the unit {unit} of the network is not counted, so the network is empty: add it to --cooccurrence-units, or choose another with --network-unit',
  'write/no-network':
    'there is no network to write as {formats}: it needs the tables network_nodes, network_edges and cooccurrences of terms',
  'write/xlsx-more-sheets':
    '{table} has {rows} {rows|row|rows}, more than a sheet of Excel can have: tables.xlsx has it on {sheets} {sheets|sheet|sheets}',
  'write/xlsx-cut-cells':
    'tables.xlsx has {count} {count|cell|cells} of {table}, column {column}, only up to the 32,767th character, the most that Excel can have; {table}.csv has all',
  'write/xlsx-too-wide':
    'tables.xlsx is without {table}: it has {columns} {columns|column|columns}, and Excel can have {most}; {table}.csv has all',
  'cooccur/nodes-left-out':
    'the network has the {written} most frequent as nodes, {count} more {count|is|are} left out; --network-nodes takes more',
  'compare/too-many-to-compare':
    'there is {count} to compare, more than {expected}, so nothing was compared: group the documents with --by, or raise --similarity-max-documents',
  'compare/nothing-to-compare':
    '{count} {count|document or group has|documents or groups have} no words to compare and {count|is|are} left out: {found}',
  'compare/pairs-left-out':
    '{count} more {count|pair|pairs}, less alike than the {written} that are written; --similarity-max-rows 0 writes all',
  'cooccur/pairs-left-out':
    '{count} {count|pair|pairs} of the unit {unit} {count|meets|meet} more rarely than the {written} that are written; cooccurrence.max_rows: 0 writes all',
  'cooccur/small-expected':
    'unit {unit}: {count} of {pairs} {pairs|pair|pairs} {count|has|have} an expected count below 5, where p_value and q_value are not to be trusted; --measures default,cochran,fisher_two_sided,fisher_two_sided_q marks them and gives exact values',
  'cooccur/words-left-out':
    '{count} {count|word is|words are} frequent enough to be paired but beyond the {paired} most frequent',
  'segment/bad-user-word': '{list}:{line}: "{found}" can be no word',
  'segment/bad-user-columns':
    '{list}:{line}: after {word} expected a frequency and a tag, found {found}; it is left out',
  'segment/user-word-twice':
    '{list}:{line}: “{word}” was given in {first_list}:{first_line} with another frequency or tag; this line holds',
  'segment/word-out-of-reach':
    '{list}:{line}: nodejieba cannot give "{word}", which holds a space, ， or 。; the engines lattice and jieba can',
  'tag/straddles-word-more':
    '{term}: {count} more {count|occurrence that is|occurrences that are} no unit of the language; the first {shown} are listed',

  'package/conventions':
    'Offsets are Unicode code points, half open: start and end in text/<document>.txt, raw_start and raw_end in the decoded source. Words are tokens without punctuation, citation marks and white space, of the counted kinds of blocks. In cooccurrence, N is the column units, O11 the column joint, and E11 = count_a × count_b / N (column expected); a unit in which the one term is only inside the other counts for the other alone. The unit span follows the convention of surface co-occurrence (Evert 2008): R1 = count_a is the number of words in the spans of a, N the number of words without those of a, and so E11 already takes the size of the spans into account. A cell that starts with = + - @, a tab or a carriage return has an apostrophe before it, unless it is a number.',

  // Verify
  'verify/same': 'All {outputs} {outputs|file|files} of the manifest {outputs|comes|come} out the same.',
  'verify/same-as-recorded':
    'With what the manifest records all {outputs} {outputs|file|files} still {outputs|comes|come} out the same.',
  'verify/notes': 'To note:',
  'verify/causes': 'What changed:',
  'verify/different': '{count} of {outputs} {outputs|file|files} {count|comes|come} out differently now:',
  'verify/no-cause': 'None of the recorded causes changed: the manifest was edited, or the program.',
  'verify/more': '… and {count} more',
  'verify/program': 'the program: {what} was {before}, is {after}',
  'verify/manifest-setting': 'the setting {setting} in the manifest: the run had {before}, the manifest has {after}',
  'verify/config-setting': 'the setting {setting} in the configuration file: was {before}, is {after}',
  'verify/config-fault': 'the configuration file: {place}: {reason}',
  'verify/config-missing': 'the configuration file {path} is missing',
  'verify/config-moved': 'the configuration file {path} is not on this machine or was moved; it was not looked at',
  'verify/input-changed': 'the input {path}: sha256 was {before}, is {after}',
  'verify/part-changed': 'in it {path} is not what it was: {columns}',
  'verify/part-added': 'in it {path} is new',
  'verify/part-missing': 'in it {path} is missing',
  'verify/more-parts': 'and {count} more {count|document|documents} in it',
  'verify/input-added': 'the input {path} is new',
  'verify/input-missing': 'the input {path} is missing',
  'verify/term-added': 'the term {term} was added',
  'verify/term-removed': 'the term {term} was removed',
  'verify/term-changed': 'the term {term} has another category, other variants or another not_in',
  'verify/list-changed': 'the list {list}: sha256 was {before}, is {after}',
  'verify/list-added': 'the list {list} is new',
  'verify/list-gone': 'the list {list} is missing',
  'verify/list-missing': 'the list {list} was not found; the copy in the result was used',
  'verify/output-changed': 'the output {path} was changed by hand: sha256 was {before}, is {after}',
  'verify/output-missing': 'the output {path} is missing',

  // Ingest
  'input/not-a-cache': 'expected a folder that was given as --cache',
  'input/not-found': 'not found',
  'input/no-documents': 'expected files that end in {expected}; found none[ ({unused} left out: {why})]',
  'input/binary-file': 'not a text file: binary data[, it looks like {looks}]',
  'input/damaged': 'cannot be read as {format}: the file is damaged ({reason})',
  'input/reader-failed':
    'the program failed at this {format} file ({reason}); this is a bug of cewen: please report it',
  'input/encrypted': 'the {format} file is encrypted: save it without a password',
  'input/archive-too-large': 'would unpack to {bytes} {bytes|byte|bytes} or more; the limit is {limit}',
  'input/too-slow':
    'expected to be done within {seconds} {seconds|second|seconds}, was still in work and was ended; --document-seconds allows more',
  'input/too-much-memory':
    'expected to need at most {megabytes} MB of memory, needed more and was ended; --document-memory allows more',
  'input/too-many-pages': 'expected at most {limit} {limit|page|pages}, found {pages}',
  'input/wrong-encoding':
    'cannot be read as {encoding}: {broken} of {characters} {characters|character|characters} {broken|is|are} broken or rare[; it looks like {likely}]',
  'input/too-large': 'the file is too large to be read as one text ({bytes} {bytes|byte|bytes})',
  'input/vanished': 'the file was there when the folder was listed and is gone now',
  'input/unreadable': 'cannot be read ({reason})',
  'input/changed': 'the file changed while it was in work: its list of documents no longer fits',
  'input/too-many-members': 'expected an archive of at most {limit} {limit|file|files}, found more',
  'input/no-member':
    'there is no document {document} in it[; it has {documents} {documents|document|documents}, the first is {first}]',
  'input/same-document': 'both versions are the same document ({other}); name two',
  'input/several-documents': 'holds {documents} {documents|document|documents}: name one, such as {first}',
  'input/not-a-file': 'expected a file, found a pipe or device',
  'input/bad-metadata': 'the table of metadata cannot be read at line {line} ({reason})',
  'input/metadata-not-found': 'the table of metadata was not found',
  'input/metadata-not-a-file': 'expected a table of metadata, found a folder, pipe, socket or device',
  'input/metadata-silent-pipe': 'expected a table of metadata, found a pipe to which nobody writes',
  'input/metadata-empty': 'expected a table of metadata with one of the columns {expected}, found an empty file',
  'input/metadata-no-header':
    'expected names of columns in the first line, among them one of {expected}; found a row of the table: {found}',
  'input/metadata-not-a-table':
    'expected a table of metadata as text, with one of the columns {expected}; found binary data[, it looks like {looks}]',
  'input/metadata-no-document': 'the table of metadata has none of the columns {expected}; found: {found}',
  'input/gold-empty': 'expected words, found none',
  'input/gold-bad-line': 'expected a word in CoNLL-U (its number, a tab, the word, …), found "{found}"',
  'input/gold-not-cut': 'expected words parted by spaces, or CoNLL-U; found "{found}"',
  'input/gold-not-a-file': 'expected a text cut by hand, found a folder, socket or device',
  'input/gold-silent-pipe': 'expected a text cut by hand, found a pipe to which nobody writes',
  'usage/unknown-encoding': 'unknown encoding "{found}"; expected one of {expected}[; did you mean "{near}"?]',
  'resource/not-found': 'the list was not found ({reason})',
  'resource/unreadable': 'the list cannot be read ({reason})',
  'resource/not-a-file': 'expected a file with a list, found a folder, pipe, socket or device',
  'resource/silent-pipe': 'expected a list, found a pipe to which nobody writes',
  'resource/not-a-list': 'expected a list as text, found binary data[, it looks like {looks}]',
  'resource/not-a-model': 'expected a model made by cewen train of this version',
  'resource/empty-list': 'expected a list of terms, found nothing in it',
  'resource/empty-vocabulary': 'expected a vocabulary of words, found nothing in it',
  'resource/bad-vocabulary': 'expected a word in CoNLL-U (its number, a tab, the word, …), found "{found}"',
  'resource/no-terms': 'expected at least one term, found none, only: {found}',
  'resource/no-term-column': 'expected a column called term, found: {found}',
  'resource/no-usable-term':
    'expected at least one term, found {count} {count|line that cannot|lines that cannot} be used; the first: {found}',
  'resource/bad-yaml': 'expected a list in YAML, found no term in it and a fault: {found}',
  'resource/not-a-term-list': 'expected a list of terms, or categories with lists of terms; found a text: {found}',
  'resource/lexicon': 'the built-in dictionary cannot be read ({found}); install the program again',
  'resource/engine-missing':
    'the segmenter {engine} is not installed ({found}); install it with npm install nodejieba (it needs a C++ compiler)',
  'resource/dictionary-missing': 'a dictionary of the segmenter is missing',
  'resource/temporary-folder': 'the list of terms cannot be handed to the segmenter through this temporary folder',
  'ingest/empty-file': 'the file holds no text',
  'ingest/uncertain-encoding':
    'read as {encoding}, but that is not certain[; {other} is as likely]; force it with --encoding',
  'ingest/broken-character':
    '{count} {count|character is broken in the file and stands|characters are broken in the file and stand} as U+FFFD',
  'ingest/replacement-character':
    '{count} {count|character was|characters were} lost before: the file itself holds U+FFFD',
  'ingest/more-broken-characters': '{count} more broken {count|character|characters}',
  'ingest/false-mark': 'the file begins with the mark of {mark} but is none; read as {encoding} without the mark',
  'ingest/more-replacement-characters': '{count} more {count|character that was|characters that were} lost before',
  'ingest/mixed-encodings':
    'among text in {encoding} {count} {count|character stands|characters stand} in UTF-8, first here; {count|it is|they are} read',
  'ingest/second-metadata': 'left out, because {used} is there too',
  'ingest/metadata-below':
    'left out: metadata is looked for in the folder that is given and not in one below it; name the table with --metadata',
  'ingest/duplicate-name':
    'two documents have this name: the one under input path {used} is used, that under path {unused} left out',
  'ingest/same-name':
    'two files in this folder have this name, in two encodings or two forms of Unicode: one is used, the other left out',
  'ingest/same-file': 'the same file as {other}: it is counted twice',
  'ingest/given-twice': 'left out: another of the given paths leads to this file already, as {other}',
  'ingest/not-a-file': 'left out: a pipe or device',
  'ingest/unreadable': 'left out: cannot be read ({reason})',
  'ingest/other-format': 'by its name {expected}, read as what it is: {found}',
  'ingest/no-text-layer': 'page {page} has no text layer, only pictures: its text is not counted',
  'ingest/unreadable-page': 'page {page} cannot be opened: its text is not counted',
  'ingest/incomplete-page': 'a part of page {page} cannot be read: some of its text may be missing',
  'ingest/annotations-left-out':
    '{count} {count|stamp, watermark or note|stamps, watermarks or notes} with text on the pages {count|is|are} left out',
  'ingest/unmapped-characters':
    'fonts on page {page} do not say which characters they show: its text cannot be relied on',
  'ingest/docx-part-not-read': '{count} {count|part|parts} of the document in another format {count|was|were} not read',
  'ingest/cut-off': 'the end of the file is missing: text after it is lost',
  'ingest/drawings-not-read':
    '{count} {count|chart or diagram|charts or diagrams} in the document {count|was|were} not read',
  'ingest/objects-not-read':
    '{count} {count|object|objects} of other programs in the document {count|was|were} not read',
  'ingest/list-numbers-not-read':
    'the lists of the document are damaged: the numbers of its paragraphs are not in the text',
  'ingest/hidden-text': 'hidden text ({characters} {characters|character|characters}) is left out',
  'ingest/comments-left-out': '{count} {count|comment|comments} beside the text {count|is|are} left out',
  'ingest/readings-left-out': '{count} {count|reading|readings} over characters {count|is|are} left out',
  'ingest/no-text': 'the document has no text[, only pictures ({pictures})]',
  'ingest/html-left-out':
    '{blocks} {blocks|block|blocks} around the main content ({characters} {characters|character|characters}) {blocks|is|are} left out',
  'ingest/html-no-text': 'the page has no text',
  'ingest/text-column-found': 'column {column} is taken for the text: no other has long prose',
  'ingest/no-text-column':
    'left out: no column of the table is known to hold texts; name it with --text-column. Columns: {columns}',
  'ingest/text-column-missing': 'left out: the table has no column {column}. Columns: {columns}',
  'ingest/several-text-columns':
    'left out: more than one column may hold the texts; name the right one with --text-column: {candidates}',
  'ingest/table-without-header': 'left out: expected names of columns in the first row, found a text: {found}',
  'ingest/table-empty': 'left out: the table has no rows under the names of its columns',
  'ingest/table-empty-texts':
    '{count} {count|row has|rows have} no text and {count|was|were} left out; the first is line {line}',
  'ingest/table-long-row':
    'line {line}: expected {expected} cells, found {found}: the row was left out, for no one can say which cell is the text; a cell with a separator in it needs quotes',
  'ingest/table-short-row': 'line {line}: expected {expected} cells, found {found}: the missing ones are empty',
  'ingest/row-no-json': 'line {line}: left out, it is no JSON',
  'ingest/row-no-object': 'line {line}: left out, expected a JSON object: { "text": … }',
  'ingest/table-more-bad-rows':
    '{count} more {count|row|rows} with too many or too few cells, or none that can be read',
  'ingest/unclosed-quote': 'line {line}: a quote that begins a cell is never closed; it was taken for part of the cell',
  'ingest/hidden-sheet': 'left out: the sheet {sheet} is hidden',
  'ingest/archive-empty': 'the archive holds no files',
  'ingest/archive-too-deep': 'left out: an archive in an archive that is in an archive itself',
  'ingest/unsafe-name': 'the archive calls it {found}, which leads out of the archive; it is read under this name',
  'ingest/unsupported-format': 'left out: files ending in {format} are not read',
  'ingest/dangling-link': 'left out: a link to something that is not there',
  'ingest/link-loop': 'left out: a link that leads back to itself',
  'ingest/earlier-result': 'left out: the folder of an earlier result',
  'ingest/not-a-document': 'left out: a file about the folder, no document',
  'ingest/file-without-metadata': 'the document has no row in the metadata',
  'ingest/metadata-without-file':
    'line {line}: expected the name of one document, found "{name}", which {candidates} {candidates|document has|documents have}; the row is left out',
  'ingest/metadata-second-row': 'line {line}: "{name}" is a second row for {document}; the first is used',
  'ingest/metadata-long-row':
    'line {line}: expected {expected} {expected|cell|cells}, found {found}; the cells are not used, for none can be trusted to be in its column',
  'ingest/metadata-short-row':
    'line {line}: expected {expected} {expected|cell|cells}, found {found}; the missing ones are empty',
  'ingest/metadata-no-rows': 'line {line}: the table has names of columns and no row under them',
  'ingest/metadata-unusable-title': 'line {line}: "{found}" can be no title; the one in the text is used',
  'ingest/metadata-no-name': 'line {line}: the row names no document',
  'ingest/metadata-duplicate-row': 'line {line}: "{name}" has a row at line {first} already, which is used',
  'ingest/metadata-unnamed-column': 'column {column} has no name and is called {name}',
  'ingest/metadata-renamed-column': 'column {column}, {found}, is called {name}: the program has a column of that name',
  'ingest/metadata-duplicate-column': 'column {column}, {found}, is called {name}: an earlier column has that name',

  // Repair
  'repair/radicals':
    '{count} {count|radical written for the character that it looks like was|radicals written for the characters that they look like were} replaced',
  'repair/compatibility-ideographs':
    '{count} compatibility {count|ideograph was replaced by the usual one|ideographs were replaced by the usual ones}',
  'repair/control-characters': '{count} control {count|character was|characters were} taken out',
  'repair/zero-width': '{count} {count|character without width was|characters without width were} taken out',
  'repair/shifted-latin':
    '{count} {count|run of Latin letters that a font had shifted was|runs of Latin letters that a font had shifted were} read back',
  'repair/private-use':
    '{count} private-use {count|character|characters} ({character}) cannot be read: no word is made of {count|it|them}',
  'repair/replacement-character':
    '{count} {count|character|characters} ({character}) {count|was|were} lost before and cannot be read',
  'repair/cid':
    '{count} {count|glyph|glyphs} ({character}) {count|was|were} left without a character by the PDF and cannot be read',
  'repair/letter-spacing':
    '{count} {count|space|spaces} between the characters of letter-spaced lines {count|was|were} closed up',
  'repair/furniture':
    '{count} {count|line|lines} of page furniture (page numbers, running heads, residue of a web page) {count|is|are} kept out of the text; cewen explain shows {count|it|them}',
  'repair/hyphen': '{count} Latin {count|word|words} broken by a hyphen {count|was|were} put together',
  'repair/unsure-breaks':
    '{count} of {breaks} line {breaks|break|breaks} {count|was|were} decided with little confidence; cewen explain shows them',

  // Tag
  'tag/straddles-word': '{term}: not counted in …{left}<{match}>{right}…: no word boundary in {word}',
  'tag/bad-entry': '{list}:{line}: expected a term or a group of terms, found {found}',
  'tag/bad-quotes': '{list}:{line}: a quotation mark is not closed: {found}',
  'tag/bad-term': '{list}:{line}: "{found}" can be no term',
  'tag/bad-variant': '{list}:{line}: "{found}" can be no variant of {term}',
  'tag/bad-yaml': '{list}:{line}: expected valid YAML, found a fault: {found}; what comes after it is left out',
  'tag/contradictory-not-in': '{list}:{line}: not_in "{found}" is itself a form of {term}; it counts',
  'tag/empty-category': '{list}:{line}: no terms under {found}; to be a term itself it needs a dash before it',
  'tag/not-a-term-list': '{list}:{line}: expected a list of terms, found a text: {found}',
  'tag/idle-not-in': '{list}:{line}: not_in "{found}" does not contain {term} and is left out',
  'tag/no-header': '{list}:{line}: no header; the columns are taken as term, category, variants, not_in, note',
  'tag/no-term-column': '{list}:{line}: no column term; found: {found}',
  'tag/unknown-column': '{list}:{line}: unknown column or key {found}',
  'tag/too-many-cells':
    '{list}:{line}: expected at most {expected} {expected|cell|cells}, found {found}; the row is left out',
  'tag/repeated-term': '{list}:{line}: {term} is listed at {first_list}:{first_line} already; the two are one entry',
  'tag/shared-form':
    '{list}:{line}: the variant {variant} of {term} also belongs to {first_term} ({first_list}:{first_line}); it counts for both',
  'tag/term-in-two-categories':
    '{list}:{line}: {term} in {category} is also in {first_category} ({first_list}:{first_line}); it counts in both',

  'repair/private-use-more': '{count} more private-use {count|character|characters}',
  'repair/replacement-character-more': '{count} more {count|character that was|characters that were} lost before',
  'repair/cid-more': '{count} more {count|glyph|glyphs} without a character',

  // Normalise
  'normalise/variant':
    'the text has {traditional} {traditional|character that is|characters that are} only Traditional and {simplified} that {simplified|is|are} only Simplified[: converted as {variant}]',
  'normalise/ambiguous-conversion':
    '{character} became {result} ({count} {count|time|times}); it may also stand for {alternatives}',
  'normalise/ambiguous-conversion-more':
    '{count} more {count|conversion|conversions} of {characters} {characters|character|characters} had several possible results',
};
