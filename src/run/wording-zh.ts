// 全部中文措辞集中于一表，便于通读与修改，故较其他文件为长。

/** 按规则、错误代码或短语给出的中文文本；`{name}` 由值填充。 */
export const chinese: Readonly<Record<string, string>> = {
  // 用法
  'usage/settings': '有 {count} 处设置无法使用',
  'usage/config-unreadable': '配置文件无法读取（{reason}）',
  'usage/config-syntax': 'YAML 语法有误：{reason}',
  'usage/config-not-a-map': '应为“context: 20”这样的设置项，实际不是',
  'usage/unknown-setting': '未知设置项“{setting}”',
  'usage/misspelt-setting': '未知设置项“{setting}”；是否想写“{near}”？',
  'usage/not-one-of': '{setting}：应为下列之一：{expected}；实际为“{found}”',
  'usage/misspelt-value': '{setting}：应为下列之一：{expected}；实际为“{found}”；是否想写“{near}”？',
  'usage/empty-value': '{setting}：应有取值，实际为空',
  'usage/too-small': '{setting}：至少应为 {expected}，实际为 {found}',
  'usage/too-large': '{setting}：至多应为 {expected}，实际为 {found}',
  'usage/not-a-number': '{setting}：应为整数，实际为“{found}”',
  'usage/not-a-switch': '{setting}：应为 true 或 false，实际为“{found}”',
  'usage/not-a-list': '{setting}：应为列表，实际为“{found}”',
  'usage/not-a-group': '{setting}：应为一组设置项，实际为“{found}”',
  'usage/not-text': '{setting}：应为文字，实际为“{found}”',
  'usage/bad-value': '{setting}：“{found}”无法使用',
  'usage/unknown-option': '未知选项 {option}',
  'usage/misspelt-option': '未知选项 {option}；是否想写 {near}？',
  'usage/unknown-command': '未知命令“{command}”',
  'usage/misspelt-command': '未知命令“{command}”；是否想写“{near}”？',
  'usage/missing-value': '选项 {option} 缺少取值',
  'usage/missing-argument': '缺少 {argument}',
  'usage/too-many-arguments': '参数过多',
  'usage/no-paths': '至少应给出一个文本文件或文件夹，实际没有',
  'usage/bad-offset': '应为偏移量（从 0 起的整数），实际为“{found}”',

  // 输出
  'output/full': '磁盘已满（{reason}）；未作任何改动',
  'output/not-writable': '无法写入（{reason}）；未作任何改动',
  'output/no-parent': '上级文件夹不存在（{reason}）',
  'output/not-a-folder': '应为文件夹，实际为文件',
  'output/not-ours': '文件夹中有其他内容（“{found}”）且没有以往结果的清单；请另选文件夹或先清空',
  'output/in-use': '另一次运行（{owner}）正在写入；如确无运行，请删除其中的 {folder}',
  'output/failed': '写入失败（{reason}）；未作任何改动',
  'output/exists': '文件已存在，保持原样',

  // 核验与解释
  'input/not-a-result': '应为含 manifest.json 的结果文件夹，实际没有可读的清单（{reason}）',
  'input/no-input-folder': '未找到该结果的原始文本；请用 --input 指明其位置（{found}）',
  'input/no-document': '结果中没有文档“{document}”',
  'input/near-document': '结果中没有文档“{document}”；是否想写“{near}”？',
  'input/no-offset': '该文档的文本共 {characters} 个字符，{offset} 超出范围',

  // 运行
  'run/failed-document': '文档未能处理：{reason}',
  'run/interrupted': '已中断；{out} 保持原样',
  'run/bug': '这是 cewen 的缺陷，请附上以下内容报告',

  // 帮助
  'help/program': '把中文政策文本变成可信的表格：修复断行、规范字形、分词、标注术语、统计词频与共现。',
  'help/version': '显示版本',
  'help/help': '显示帮助',
  'help/help-command': '显示某一命令的帮助',
  'help/default': '（默认：{value}）',
  'help/config': 'YAML 配置文件；未指定时，如当前文件夹有 cewen.yaml 则使用之',
  'help/input': '该结果的原始文本所在文件夹或文件（多个时重复此选项）',
  'help/run-summary': '读取文本，写出各表',
  'help/run':
    '读取文本与 Markdown 文件及文件夹，把各表写入输出文件夹：要么完整写出，要么不作改动。列表以逗号分隔；指文件的选项可重复。',
  'help/run-paths': '文本文件或文件夹',
  'help/verify-summary': '重新运行某一结果，指出变化所在',
  'help/verify':
    '按结果的清单重新运行，逐一比对摘要；如有不同，指出原因：某个输入、某个术语、某项设置、程序本身，或输出被人改动。全部一致时退出码为 0，否则为 1。',
  'help/verify-dir': '结果文件夹',
  'help/explain-summary': '显示每个换行处的判断，或某个词的来处',
  'help/explain':
    'explain 文件：逐行显示原文及每个换行处的修复判断。explain 结果文件夹 文档 偏移量：显示修复后文本中该处（按字符计，与各表相同）的词、所在句子及其来源行。',
  'help/explain-target': '文本文件，或结果文件夹',
  'help/explain-document': '文档名，同 documents.csv',
  'help/explain-offset': '在 text/<文档>.txt 中的偏移量，从 0 起',
  'help/json': '输出 JSON，供程序使用',
  'help/init-summary': '写出带注释的 cewen.yaml',
  'help/init': '写出一份配置文件，列明每项设置、默认值及其作用。',
  'help/init-file': '文件名',
  'help/program-examples': `示例：
  cewen run texts --out output
  cewen explain texts/notice.txt
  cewen run --help`,
  'help/run-examples': `示例：
  cewen run texts
  cewen run texts/2023 texts/2024 --out output --terms my-terms.csv --terms builtin
  cewen run notice.txt --encoding gb18030 --variant none --excel
  cewen run texts --tables documents,terms,ngrams --cooccurrence-units sentence,window --cooccurrence-window 8
  cewen run --config cewen.yaml`,
  'help/verify-examples': `示例：
  cewen verify output
  cewen verify output --input /data/texts`,
  'help/explain-examples': `示例：
  cewen explain texts/notice.txt
  cewen explain texts/notice.txt --json
  cewen explain output notice.txt 128`,
  'help/init-examples': `示例：
  cewen init
  cewen init study.yaml`,

  // 设置
  'option/paths': '文本文件或文件夹',
  'option/out': '结果文件夹；其上级文件夹须已存在',
  'option/metadata':
    '元数据表（CSV 或 TSV），含 document 或 file 列；未指定时用输入文件夹中的 metadata.csv 或 metadata.tsv',
  'option/terms': '术语表（CSV 或 YAML），多个时重复；builtin 为程序自带术语表',
  'option/encoding': 'auto 自动判断，或指定全部文本的编码：utf-8、gb18030、big5、utf-16le、utf-16be',
  'option/variant': '繁体转简体：auto 逐篇判断；none 不转；t、tw、hk 按字；twp 兼按词（台湾用语）',
  'option/widths': '全角字母数字转为半角（--no-widths 保持原样）',
  'option/punctuation': '统一标点形式（--no-punctuation 保持原样）',
  'option/engine': '分词引擎',
  'option/boundary': 'word：术语两端均为词界才计数；any：不论词界',
  'option/count_kinds': '计入统计的文本块类别；还可加 note、reference、contents',
  'option/tables': '要写出的表；另可加 words_by_document、ngrams、mentions、breaks（全部断行判断）',
  'option/cooccurrence.of': '共现对象：terms 术语或 words 词',
  'option/cooccurrence.units': '共现单位：sentence 句、paragraph 段、document 篇、window 词窗',
  'option/cooccurrence.window': '词窗长度（词数）',
  'option/cooccurrence.count': 'presence：每单位计一次；all：按出现次数成对计',
  'option/cooccurrence.min_joint': '一对至少共现的单位数',
  'option/stop_words':
    'n 元组与词对中略去、并在 words.csv 中标出的词：文件，每行一词；builtin 为程序自带停用词；none 全部保留',
  'option/tags': '词表中保留的词性，如 n,v,a（也可用 ns、nr 等）；不指定则全部保留',
  'option/stem_latin': '拉丁文词按 Porter 词干归并',
  'option/ngrams.lengths': 'n 元词组的长度（词数）',
  'option/ngrams.min_frequency': 'n 元词组的最低频次',
  'option/context': '每次出现左右各取的字符数',
  'option/formats': '表格的文件格式',
  'option/excel': 'CSV 文件开头加字节顺序标记，便于 Excel 打开',
  'option/strict': '遇到第一个无法处理的文档即停止',
  'option/workers': '主线程之外的线程数：1 表示分词与其他阶段并行；0 表示不另开线程',
  'option/lang': '消息与帮助的语言：en 或 zh；未指定时由 LC_ALL 或 LANG 决定',

  // 配置文件
  'init/head': 'cewen 的设置。略去的项取此处所示的值；命令行选项优先于本文件。',
  'init/paths': '路径相对于本文件所在的文件夹。',

  // 终端上的错误
  'help/error': 'cewen：',
  'help/colon': '：',
  'help/see': '用法见 cewen --help 或 cewen 命令 --help。',

  // 解释
  'explain/join': '接合',
  'explain/break': '换行',
  'explain/head': '{document}：{encoding}，{lines} 行，{blocks} 个文本块，接合 {joined} 处断行',

  // 摘要
  'summary/counts': '文档 {documents} 篇，词 {tokens} 个，术语出现 {occurrences} 次',
  'summary/counts-failed': '文档 {documents} 篇（其中 {failed} 篇失败），词 {tokens} 个，术语出现 {occurrences} 次',
  'summary/terms': '高频术语',
  'summary/frequency': '频次',
  'summary/documents': '文档数',
  'summary/pairs': '高频共现（{unit}）',
  'summary/joint': '共现',
  'summary/messages': '消息',
  'summary/files': '文件在 {out}：{files} text/',
  'severity/info': '提示',
  'severity/warning': '警告',
  'severity/error': '错误',
  'unit/sentence': '按句',
  'unit/paragraph': '按段',
  'unit/document': '按篇',
  'unit/window': '按词窗',

  'explain/place': '{document}，修复后文本的偏移量 {offset}',
  'explain/token': '词    {text}  词形 {form}，词性 {tag}，{start} 至 {end}',
  'explain/no-token': '词    无：“{text}”不是词',
  'explain/term-outer': '术语  {term}  {category}，{start} 至 {end}',
  'explain/term-nested': '术语  {term}  {category}，{start} 至 {end}，在更长的术语之内',
  'explain/sentence': '句    第 {number} 句：{text}',
  'explain/block': '块    第 {number} 块：{kind}，层级 {level}',
  'explain/source': '原文  解码后文件的 {start} 至 {end}，所在行：',
  'explain/source-page': '原文  解码后文件的 {start} 至 {end}，第 {page} 页，所在行：',
  'init/done': '已写出 {file}。',
  'progress/bar': '{bar} {value}/{total} {document}',

  'option/ignore_case': '术语中的拉丁字母不分大小写',
  'option/min_length': '词表中词的最短长度（字数）',
  'option/cooccurrence.min_frequency': '参与配对的词的最低频次（仅用于词对）',
  'option/cooccurrence.max_words': '参与配对的词的最大数目（仅用于词对）',
  'option/cooccurrence.max_pairs': '每种单位最多写出的词对数（共现最多者）；0 表示全部写出',
  'cooccur/pairs-left-out':
    '单位 {unit} 另有 {count} 对共现少于已写出的 {written} 对；cooccurrence.max_pairs: 0 可全部写出',
  'cooccur/words-left-out': '另有 {count} 个词达到最低频次，但不在最高频的 {paired} 个之内，未参与配对',
  'tag/straddles-word-more': '{term}：另有 {count} 处跨越词界；仅列出前 {shown} 处',

  'package/conventions':
    '偏移量为 Unicode 码点，左闭右开：start、end 指 text/<文档>.txt，raw_start、raw_end 指解码后的原文。词指计入统计的文本块中的词，不含标点、文献标注与空白。共现表中 N 即 units 列，O11 即 joint 列，E11 即 expected 列，等于 count_a × count_b / units。以 = + - @、制表符或回车开头的单元格前加一撇号，数字除外。',

  // 核验
  'verify/same': '清单中的全部 {outputs} 个文件均可重现。',
  'verify/notes': '另请注意：',
  'verify/causes': '变化所在：',
  'verify/different': '{outputs} 个文件中有 {count} 个与重新运行的结果不同：',
  'verify/no-cause': '所记录的各项原因均未变化：清单或程序曾被改动。',
  'verify/more': '……另有 {count} 项',
  'verify/program': '程序：{what} 原为 {before}，现为 {after}',
  'verify/manifest-setting': '清单中的设置 {setting}：运行时为 {before}，清单中为 {after}',
  'verify/config-setting': '配置文件中的设置 {setting}：原为 {before}，现为 {after}',
  'verify/input-changed': '输入 {path}：sha256 原为 {before}，现为 {after}',
  'verify/input-added': '输入 {path} 为新增',
  'verify/input-missing': '输入 {path} 缺失',
  'verify/term-added': '新增术语 {term}',
  'verify/term-removed': '删去术语 {term}',
  'verify/term-changed': '术语 {term} 的类别、变体或 not_in 有变',
  'verify/list-changed': '列表 {list}：sha256 原为 {before}，现为 {after}',
  'verify/list-missing': '未找到列表 {list}；使用了结果中的副本',
  'verify/output-changed': '输出 {path} 曾被人改动：sha256 原为 {before}，现为 {after}',
  'verify/output-missing': '输出 {path} 缺失',

  // 读取
  'input/not-found': '未找到[；共缺 {count} 个路径：{paths}]',
  'input/no-documents': '其中没有文本或 Markdown 文件[（略去 {unused} 个：{why}）]',
  'input/binary-file': '不是文本文件：内容为二进制数据[，像是 {looks}]',
  'input/wrong-encoding': '不能按 {encoding} 读取：{characters} 个字符中有 {broken} 个损坏或罕见[；像是 {likely}]',
  'input/too-large': '文件过大，无法作为一篇文本读取（{bytes} 字节）',
  'input/vanished': '列出文件夹时文件尚在，现已不存在',
  'input/unreadable': '无法读取（{reason}）',
  'input/not-a-file': '应为文件，实际为管道或设备',
  'input/bad-metadata': '元数据表第 {line} 行无法读取（{reason}）',
  'input/metadata-no-document': '元数据表缺少下列任一列：{expected}；实际为：{found}',
  'usage/unknown-encoding': '未知编码“{found}”；应为下列之一：{expected}',
  'resource/not-found': '未找到列表（{reason}）',
  'resource/unreadable': '列表无法读取（{reason}）',
  'resource/not-a-list': '应为文本列表，实际为二进制数据[，像是 {looks}]',
  'resource/engine-missing': '分词引擎 {engine} 未安装（{found}）；请执行 npm install nodejieba（需要 C++ 编译器）',
  'resource/dictionary-missing': '分词引擎缺少词典',
  'resource/temporary-folder': '无法经由此临时文件夹把术语交给分词引擎',
  'ingest/empty-file': '文件没有文字',
  'ingest/uncertain-encoding': '按 {encoding} 读取，但不能确定[；也可能是 {other}]；可用 --encoding 指定',
  'ingest/broken-character': '文件中有 {count} 个字符损坏，以 U+FFFD 代替',
  'ingest/replacement-character': '有 {count} 个字符早已丢失：文件本身即含 U+FFFD',
  'ingest/more-broken-characters': '另有 {count} 个损坏的字符',
  'ingest/second-metadata': '略去，因已有 {used}',
  'ingest/duplicate-name': '有两个文档同名：采用第 {used} 个输入路径下的，略去第 {unused} 个路径下的',
  'ingest/same-file': '与 {other} 是同一文件，重复计数',
  'ingest/not-a-file': '略去：管道或设备',
  'ingest/unreadable': '略去：无法读取（{reason}）',
  'ingest/unsupported-format': '略去：不读取以 {format} 结尾的文件',
  'ingest/dangling-link': '略去：链接所指不存在',
  'ingest/link-loop': '略去：链接指回自身',
  'ingest/earlier-result': '略去：先前结果所在的文件夹',
  'ingest/not-a-document': '略去：文件夹说明，不是文档',
  'ingest/file-without-metadata': '该文档在元数据中没有对应的行',
  'ingest/metadata-without-file': '第 {line} 行：名为“{name}”的文档有 {candidates} 个；该行略去',
  'ingest/metadata-second-row': '第 {line} 行：“{name}”是 {document} 的第二行；采用第一行',
  'ingest/metadata-long-row': '第 {line} 行：应有 {expected} 格，实际 {found} 格；无法确定各格属于哪一列，均不采用',
  'ingest/metadata-short-row': '第 {line} 行：应有 {expected} 格，实际 {found} 格；缺少的为空',
  'ingest/metadata-no-name': '第 {line} 行：未写文档名',
  'ingest/metadata-duplicate-row': '第 {line} 行：“{name}”在第 {first} 行已有，采用前者',
  'ingest/metadata-unnamed-column': '第 {column} 列没有名称，称为 {name}',
  'ingest/metadata-renamed-column': '第 {column} 列 {found} 改称 {name}：程序已有同名列',
  'ingest/metadata-duplicate-column': '第 {column} 列 {found} 改称 {name}：前面已有同名列',

  // 修复
  'repair/radicals': '替换了 {count} 个以部首代字的字符',
  'repair/compatibility-ideographs': '替换了 {count} 个兼容汉字',
  'repair/control-characters': '去除了 {count} 个控制字符',
  'repair/zero-width': '去除了 {count} 个零宽字符',
  'repair/shifted-latin': '还原了 {count} 处被字体错位的拉丁字母',
  'repair/private-use': '有 {count} 个私用区字符（{character}）无法辨认，不计为词',
  'repair/replacement-character': '有 {count} 个字符（{character}）早已丢失，无法辨认',
  'repair/cid': 'PDF 中有 {count} 个字形（{character}）没有对应字符，无法辨认',
  'repair/letter-spacing': '合拢了疏排各行中字符之间的 {count} 个空格',
  'repair/unsure-breaks': '{breaks} 处换行中有 {count} 处判断把握不大；可用 cewen explain 查看',

  // 标注
  'tag/straddles-word': '{term}：未计入……{left}<{match}>{right}……：在 {word} 中不是词界',
  'tag/bad-entry': '{list}:{line}：应为术语或一组术语，实际为 {found}',
  'tag/bad-quotes': '{list}:{line}：引号未闭合：{found}',
  'tag/bad-term': '{list}:{line}：“{found}”不能作为术语',
  'tag/bad-variant': '{list}:{line}：“{found}”不能作为 {term} 的变体',
  'tag/bad-yaml': '{list}:{line}：YAML 语法有误：{found}',
  'tag/idle-not-in': '{list}:{line}：not_in“{found}”不包含 {term}，略去',
  'tag/no-header': '{list}:{line}：没有表头；各列视为 term、category、variants、not_in、note',
  'tag/no-term-column': '{list}:{line}：没有 term 列；实际为：{found}',
  'tag/unknown-column': '{list}:{line}：未知的列或键 {found}',
  'tag/too-many-cells': '{list}:{line}：至多 {expected} 格，多出：{found}',
  'tag/repeated-term': '{list}:{line}：{term} 在 {first_list}:{first_line} 已列出，二者合为一条',
  'tag/shared-form':
    '{list}:{line}：{term} 的变体 {variant} 也属于 {first_term}（{first_list}:{first_line}），两者都计',
  'tag/term-in-two-categories':
    '{list}:{line}：{category} 中的 {term} 也在 {first_category} 中（{first_list}:{first_line}），两类都计',

  'repair/private-use-more': '另有 {count} 个私用区字符',
  'repair/replacement-character-more': '另有 {count} 个早已丢失的字符',
  'repair/cid-more': '另有 {count} 个没有对应字符的字形',

  // 规范
  'normalise/variant': '文中仅用于繁体的字 {traditional} 个，仅用于简体的字 {simplified} 个[：按 {variant} 转换]',
  'normalise/ambiguous-conversion': '{character} 转为 {result}（{count} 次）；也可能是 {alternatives}',
  'normalise/ambiguous-conversion-more': '另有 {characters} 个字的 {count} 次转换有多种可能结果',
};
