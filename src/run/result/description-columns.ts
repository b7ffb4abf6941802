import type { DescribedField } from '../../model/description.ts';
import type { Column } from '../../model/table.ts';

/** What documents say of themselves: English and Chinese meaning of each column. */
const meanings: Readonly<Record<DescribedField, readonly [en: string, zh: string]>> = {
  title: [
    'Title as the text has it, joined where lines break it; without a title in the text the one that the file gives of itself.',
    '标题：取自正文，跨行的已接合；正文无标题时取文件自带的标题。',
  ],
  document_number: [
    "The document's own number as the repaired text has it, such as 国发〔2023〕5号; never one that it cites. Several are parted by “; ”.",
    '发文字号：文件自身的字号，照录修复后的文本（如国发〔2023〕5号），不取文中引用的字号；多个以“; ”分隔。',
  ],
  issuers: [
    'Bodies that issued it, in their order, from title, signature or red head; of a law the body that made it; of a speech or work report office and name of the speaker. Several are parted by “; ”.',
    '发文机关：依次取自标题、落款或文件头；法律法规为制定机关；讲话和工作报告为报告人的职务与姓名；多个以“; ”分隔。',
  ],
  date: [
    'Day of signing, yyyy-mm-dd or yyyy-mm: from the signature, from under the title or from the meeting where it was held; of a law the day of its latest version that the text tells.',
    '成文日期（yyyy-mm-dd 或 yyyy-mm）：取自落款、题注或会议日期；法律法规为文中所载最近一个版本的日期。',
  ],
  addressee: ['To whom it goes, as it stands, without the colon.', '主送机关：照录原样，不含冒号。'],
  versions: [
    'Of a law the day, body and act of each version that the lines under the title tell, such as “1994-07-05 第八届全国人民代表大会常务委员会第八次会议 通过”, parted by “; ”.',
    '版本沿革：题注所载各版本的日期、机关（会议）与行为，如“1994-07-05 第八届全国人民代表大会常务委员会第八次会议 通过”，以“; ”分隔。',
  ],
  attachments: [
    'Names of attachments as the list 附件：1. … gives them, parted by “; ”.',
    '附件：正文之后附件说明所列的名称，以“; ”分隔。',
  ],
  keywords: ['Keywords that it names itself (关键词, 主题词), parted by “; ”.', '关键词（主题词）：以“; ”分隔。'],
  abstract: ['Abstract that it names itself (摘要, 内容提要), in one piece.', '摘要（内容提要）：合为一段。'],
};

/** The columns of documents.csv that the text fills where the metadata do not. */
export const descriptionColumns: readonly Column[] = Object.entries(meanings).map(([name, [en, zh]]) => ({
  name,
  type: 'string',
  en: `${en} A metadata column of this name goes before it.`,
  zh: `${zh}元数据中有同名列时以元数据为准。`,
}));

/** The columns of blocks.csv that give the place of a block. */
export const placeColumns: readonly Column[] = [
  {
    name: 'division',
    type: 'string',
    en: 'What the block is in a law: 编, 分编, 章, 节 (headings), 条 (it begins the article and holds its first paragraph), 款, 项 or 目; empty elsewhere. In laws of Taiwan 项, 款 and 目 as they are called there.',
    zh: '文本块在法律法规中的单位：编、分编、章、节（标题），条（条文起始块，含其第一款），款、项、目；其余为空。台湾法规按当地称谓为项、款、目。',
  },
  {
    name: 'path',
    type: 'string',
    en: 'Place of the block from the outside in, such as 第一编/第二章/第三条/第二款/（一）; the first paragraph is named only in articles of several. Of other documents the place of numbered blocks, such as 一/（二）/3. Empty where numbers do not tell.',
    zh: '文本块所在位置，由外到内，如“第一编/第二章/第三条/第二款/（一）”；只有一款的条不写“第一款”。其他文件为有编号的块的位置，如“一/（二）/3”。编号不能说明时为空。',
  },
];
