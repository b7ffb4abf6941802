/** Words of two characters that stand letter-spaced alone in a line: 目　录. A name such as 张　三 stands there too. */
export const spacedPairs: ReadonlySet<string> = new Set(
  (
    '目录 目次 目錄 前言 序言 序论 引言 引论 绪论 緒論 绪言 导论 导言 概述 概要 摘要 提要 总则 總則 分则 罚则 罰則 附则 附則 通则 ' +
    '附录 附錄 附件 附表 附图 附注 通知 通告 公告 公报 公報 公示 布告 决定 決定 决议 決議 命令 意见 意見 报告 報告 ' +
    '批复 议案 议程 提案 请示 复函 纪要 结语 結語 结论 結論 结束 后记 後記 跋语 致谢 說明 说明 简介 编者 声明 聲明 宣言 ' +
    '条例 規定 规定 规程 规则 规范 办法 辦法 细则 細則 章程 制度 协议 協議 合同 契约 申请 证明 授权 委托 讲话 致辞 贺信 ' +
    '唁电 倡议 倡議 文件 简报 通报 动态 要闻 索引 凡例 释义 译者 正文 续表 名单 讨论 綱要 纲要 要点 方案 规划 计划 总结'
  ).split(' '),
);

/** The same of three characters: 申 请 书. */
export const spacedTriples: ReadonlySet<string> = new Set(
  (
    '申请书 通知书 说明书 意见书 建议书 倡议书 责任书 承诺书 任务书 决定书 判决书 裁定书 协议书 委托书 授权书 保证书 志愿书 ' +
    '聘任书 检查书 证明书 白皮书 蓝皮书 关键词 關鍵詞 关键字 主题词 主題詞 申请表 登记表 审批表 汇总表 统计表 一览表 情况表 ' +
    '推荐表 明细表 评审表 报名表 备案表 公告栏 参考书 编者按 备忘录 修正案 实施令 主席令 国务院 委员会 办公厅 办公室'
  ).split(' '),
);

/** Characters that fill the cells of tables and forms: answers, ranks, numbers, dates, levels, units. */
export const cellCharacters: ReadonlySet<string> = new Set(
  '是否有无有無优良中差可好男女正反大小上下左右前后前後内外高低早晚一二三四五六七八九十百千万零〇两壹贰叁肆伍陆柒捌玖拾' +
    '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥东东南西北東春夏秋冬年月日时分秒时周星期号號省市县縣区區乡鄉镇鎮村街组组户' +
    '元角亿億吨噸个個件台套辆輛人次项項亩畝米斤升度对错對錯同异異新旧舊金木水火土、，。；：（）',
);

/** The commonest surnames of the census of 2020; one of them begins most of the names in a list. */
export const commonSurnames: ReadonlySet<string> = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方' +
    '白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蔣葉蘇魏呂盧鍾譚陸賈韋鄒龍顧龔萬錢嚴湯',
);
