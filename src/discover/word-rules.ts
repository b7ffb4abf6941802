/** What a word may be in a term. */
export const role = {
  /** Never part of a term: function words, numbers, pronouns, adverbs. A term ends before it. */
  barrier: 0,
  /** A modifier: may open a term or stand inside one, not end it (新型, 关键). */
  modifier: 1,
  /** A noun, or a verb that is used as one: may stand anywhere (体系, 改革). */
  noun: 2,
  /** A suffix: may stand inside or at the end (化, 性). */
  suffix: 3,
  /** A verb of governing that takes terms for its object: opens a slogan of two words (扩大内需) and nothing else. */
  governing: 4,
  /** May stand inside only, because at an edge it is mostly part of a longer phrase (水平, 全面). */
  inner: 5,
} as const;

export type Role = (typeof role)[keyof typeof role];

/** The verbs that policy texts put before terms. Without this list 完善 + 体系 would be as good a noun phrase as 创新 + 体系. */
const governing = new Set(
  '推进 加强 完善 坚持 加快 促进 提高 实现 推动 健全 建立 深化 扩大 优化 落实 强化 提升 支持 鼓励 开展 实施 做好 抓好 加大 增加 保持 确保 构建 打造 培育 引导 巩固 拓展 稳定 增强 贯彻 贯彻落实 进行 形成 制定 建成 建设好 发挥 保障好 维护 防止 防范 化解 解决 改善 规范 调整 推广 扶持 提供 加以 予以 给予 享有 组织 完成 达到 取得 突破 减少 降低 控制 限制 禁止 处以 责令 改正 违反 承担 履行 具有 属于 成为 作为 认为 指出 要求 表明 出现 存在 发生 面临 增长 下降 上升 超过 争取 力争 使用 采取 利用 运用 注重 强调 重视 压减 清理 取消 下放 启动 设立 创建 营造 激发 释放 满足 符合 适应 应对 遏制 打击 整治 严厉打击 决定 通过 涉及 包括 负责 适用 准予 准许 请求 提出 提请 报送 报告 接受 产生 选举 任命 批准 公布 发布 印发 颁布 施行 实行 推行 执行 办理 受理 获得 收到 遵守 遵循 弘扬 践行 筑牢 夯实 牢记 守住 兜牢 压实 用好 建好 管好 打好 打赢 办好 搞好 搞活 抓住 把握 走 树立 突出 聚焦 围绕 依托 带动 推出 出台 做大 做强 做优 壮大 放宽 放开 盘活 补齐 补足 畅通 打通 理顺 厘清 倡导 引进 吸引 吸收 培养 造就 选拔 任用 安排 部署 新增 改造 改建 修建 兴建 新建 扩建 投入 用于 来自 面向 参与 协助 配合 协调 指导 监督 检查 督促 保证 保护 推 加 建 抓 促 增 使 作 发 令 给 收 取 交 处 办 用'.split(
    ' ',
  ),
);

/** How something is done; tagged as adjectives, nouns or verbs, and the end of any term before them. */
const adverbs = new Set(
  '抓紧 加速 严格 坚决 继续 全力 大力 着力 切实 不断 深入 积极 有效 充分 依法 更好 更加 必须 应当 可以 能够 需要 扎实 广泛 认真 有序 加紧 严厉 牢牢 牢固 逐步 进一步 努力 合理 共同 稳步 全面 持续 平稳 快速 统筹 有关 有利于 有助于 致力于 服务于 立足 按照 根据 依照'.split(
    ' ',
  ),
);

// Tagged as nouns or adjectives by the dictionary, while in these texts they say how, how much or whose.
const innerWords = new Set(
  '全面 全国 我国 各国 本国 他国 各级 各地 各类 各项 各方 各方面 方面 情况 问题 工作 水平 力度 步伐 过程 基础 基础上 重点 重要 重大 主要 一些 不少 许多 很多 大量 大批 更多 广大 相应 相关 其他 其它 以上 以下 以内 以外 之间 之一 同时 期间 时候 时期 时间 目前 当前 今后 今年 去年 明年 年度 全年 上年 近年 近年来 以来 元 万元 亿元 美元 左右 可能 必要 任务 目标 要求 原则 规律 内容 形式 方式 方法 办法 措施 手段 条件 环境下 作用 意义 影响 成果 成效 成绩 成就 效果 效益 优势 特点 特征 因素 原因 结果 标志 部分 整体 总体 总量 数量 规模 结构 程度 范围 领域 过程中 进程 阶段 关系 主体 对象 单位 人员 部门 机关 本法 条例 规定 行为 责任人员 其中 有的 特别 基本 明显 显著 巨大 良好 较大 较快 较好 平稳 健康 持续 快速 稳步 合理 科学 充足 足够 真正 直接 间接 严重 轻微 相当 同样 共同 自身 自己 本身 个人 有权 下列 上述 前款 本条 第一 第二 事情 地方 地区 方向 道路 主义 精神 思想 力 度 年 月 日 人 者 家 次 个 国 省 市 县 区 乡 镇 村 条 款 项 类 点 万 亿'.split(
    ' ',
  ),
);

/** Verbs of one character that make words of the field with what is beside them; the others are barriers. */
const shortModifiers = new Set('新大高低老小双绿软硬多零总副主农');
const marks = /[^\p{Script=Han}A-Za-z0-9]/u;

/** The role of a word by its form and its part of speech (tags of jieba's kind). To be asked once a type. */
export function roleOf(form: string, tag: string): Role {
  if (form.includes('的') || marks.test(form) || /^[\d.]+$/.test(form)) return role.barrier;
  // 大力发展, 充分发挥 are in the dictionary as words of their own.
  if (adverbs.has(form) || (form.length > 3 && [2, 3].some((length) => adverbs.has(form.slice(0, length)))))
    return role.barrier;
  if (innerWords.has(form)) return role.inner;
  if (governing.has(form)) return role.governing;
  const first = tag.charAt(0);
  if (form.length === 1) {
    if (tag === 'k' || '化性型制率权链委局业法'.includes(form)) return role.suffix;
    if (shortModifiers.has(form)) return role.modifier;
    return first === 'n' || tag === 'ng' || tag === 'j' ? role.inner : role.barrier;
  }
  if (tag === 'eng' || /^[A-Za-z]/.test(form)) return role.modifier;
  // The dictionary was counted on novels: 文明, 道德, 智慧, 小康, 卫星 are people there.
  if (tag.startsWith('nr') && form.length === 2) return role.noun;
  // Names of people and times are no terms of a policy.
  if (tag.startsWith('nr') || tag === 't') return role.barrier;
  if (tag === 'ns') return role.modifier;
  // 因地制宜, 坚定不移: set phrases of general language; those of the field are in quotation marks or in the lists.
  if (tag === 'i' || tag === 'ad' || tag === 'z' || (tag === 'v' && form.length > 3)) return role.barrier;
  if (tag === 'l') return form.length > 3 ? role.modifier : role.noun;
  if (first === 'n' || tag === 'vn' || tag === 'v' || tag === 'j' || tag === 'an') return role.noun;
  if (tag === 'a' || tag === 'b' || tag === 's') return role.modifier;
  return role.barrier;
}

/** Whether words of these roles, with their lengths in characters, can be a term of the field. */
export function isTermPattern(roles: readonly Role[], lengths: readonly number[]): boolean {
  const last = roles.length - 1;
  const first = roles[0]!;
  if (first === role.governing) {
    // 扩大内需, 简政放权: two words of two characters; what is longer is a sentence that governs a term.
    return last === 1 && lengths[0] === 2 && lengths[1] === 2 && roles[1] === role.noun;
  }
  for (let i = 1; i <= last; i++) if (roles[i] === role.governing || roles[i] === role.barrier) return false;
  if (first === role.barrier || first === role.suffix || first === role.inner) return false;
  return roles[last] === role.noun || (roles[last] === role.suffix && last > 0);
}

/** Whether a word is so much part of the sentence around a term that no new word has it inside. */
export function isNoPartOfWord(form: string): boolean {
  return form.length > 1 && (governing.has(form) || adverbs.has(form) || innerWords.has(form));
}
