import { describe, expect, it } from 'vitest';
import { openWordFile } from '../../../lib/docx/word-file.ts';
import { field, paragraph, plain, run, table, textBox, wordFile } from '../../support/word-document.ts';

const read = (...args: Parameters<typeof wordFile>) => openWordFile(wordFile(...args));
const textOf = (content: string) => read(paragraph(content)).text;

/** Locked text with its reason; what is empty is shown by the characters around it. */
const locksIn = (file: ReturnType<typeof openWordFile>) =>
  file.locked.map(({ range: [from, to], reason }) => `${reason}: ${file.text.slice(from, to)}`);

describe('reading', () => {
  it('a paragraph is a line, however its runs are cut', () => {
    const runs = `${run('青石')}<w:proofErr w:type="spellStart"/>${run('镇', '<w:b/>')}<w:bookmarkStart w:id="1" w:name="a"/>${run('人民政府')}`;
    expect(read(paragraph(runs) + plain('二〇二六年'))).toMatchObject({
      text: '青石镇人民政府\n二〇二六年',
      paragraphs: [
        { kind: 'body', range: [0, 7], isBody: true },
        { kind: 'body', range: [8, 13], isBody: true },
      ],
      locked: [],
      revisions: [],
    });
  });

  it.each([
    ['<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>', '甲\t乙\v丙'],
    ['<w:r><w:t> 甲 </w:t><w:t xml:space="preserve"> 乙 </w:t></w:r>', '甲 乙 '],
    ['<w:r><w:t>　甲　</w:t></w:r>', '　甲　'],
    ['<w:r><w:t>\n甲\n乙\t丙\n</w:t></w:r>', '甲 乙\t丙'],
    ['<w:r><w:t>甲&lt;乙&#x4E19;&amp;<!-- 注 --><![CDATA[<丁>]]></w:t></w:r>', '甲<乙丙&<丁>'],
    ['<w:r><w:t>甲</w:t><w:br w:type="page"/></w:r>', '甲\f'],
    ['<w:r><w:t>甲</w:t><w:softHyphen/><w:noBreakHyphen/><w:lastRenderedPageBreak/><w:cr/></w:r>', '甲\u2011\v'],
    [`<w:hyperlink r:id="x">${run('链接')}</w:hyperlink>`, '链接'],
    [`<w:smartTag>${run('三月')}</w:smartTag><w:bdo>${run('五日')}</w:bdo>`, '三月五日'],
    [
      `<w:del w:id="1" w:author="a"><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">${run('新')}</w:ins>`,
      '新',
    ],
    [
      `<w:moveFrom w:id="1" w:author="a">${run('旧')}</w:moveFrom><w:moveTo w:id="2" w:author="a">${run('新')}</w:moveTo>`,
      '新',
    ],
    [run('隐', '<w:vanish/>') + run('现', '<w:vanish w:val="0"/>'), '现'],
    [
      '<w:r><w:ruby><w:rt><w:r><w:t>qīng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>清</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      '清',
    ],
    ['<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>', '\ufffc'],
    ['<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', '\ufffc'],
    ['<w:r><w:drawing><wp:inline/></w:drawing></w:r>', '\ufffc'],
    ['<w:r><w:drawing><wp:anchor/></w:drawing></w:r>', ''],
    [field('PAGE', run('3')), '3'],
    [field('IF ', field('DATE', run('五月')) + run('甲')), '五月甲'],
    [
      `<mc:AlternateContent><mc:Choice Requires="v">${run('新')}</mc:Choice><mc:Fallback>${run('旧')}</mc:Fallback></mc:AlternateContent>`,
      '新',
    ],
    [
      `<mc:AlternateContent><mc:Choice Requires="o">${run('新')}</mc:Choice><mc:Fallback>${run('旧')}</mc:Fallback></mc:AlternateContent>`,
      '旧',
    ],
  ])('%s', (content, text) => expect(textOf(content)).toBe(text));

  it('paragraphs whose mark is deleted are one', () => {
    const deleted = '<w:rPr><w:del w:id="1" w:author="喻文澜"/></w:rPr>';
    expect(read(paragraph(run('前'), deleted) + paragraph(run('后')) + plain('另')).text).toBe('前后\n另');
  });

  it('tables, text boxes, notes, headers and footers are stories of their own', () => {
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const section =
      '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>';
    const file = read(
      paragraph(run('正文') + textBox(plain('框内')) + reference) +
        table([plain('格一'), plain('格二', '格三')]) +
        plain('末段') +
        section,
      {
        header: [plain('页眉'), plain('首页页眉')],
        footer: [paragraph(field('PAGE', run('1')))],
        footnotes: `<w:footnote w:type="separator" w:id="0">${plain('线')}</w:footnote><w:footnote w:id="2">${plain('脚注')}</w:footnote><w:footnote w:id="3">${plain('无人引用')}</w:footnote>`,
      },
    );
    expect(file.text.split('\n').map((line, index) => `${file.paragraphs[index]!.kind} ${line}`)).toEqual([
      'body 正文',
      'textbox 框内',
      'table 格一',
      'table 格二',
      'table 格三',
      'body 末段',
      'footnote 脚注',
      'header 页眉',
      'footer 1',
    ]);
  });

  it('the head and foot of an official document are read with its body, data in tables are not', () => {
    const file = read(
      table([plain('青石镇人民政府文件')], [plain('青政发〔2026〕8号')]) +
        plain('关于修路的请示', '正文。') +
        table([plain('项目'), plain('数量')]) +
        plain('特此请示。') +
        table([plain('抄送：县交通局')], [plain('青石镇党政办公室'), plain('2026年3月5日印发')]),
    );
    const body = file.text.split('\n').filter((_, index) => file.paragraphs[index]!.isBody);
    expect(body).not.toContain('项目');
    expect(body).toHaveLength(8);
  });

  it('text that a style hides is hidden', () => {
    const styles =
      '<w:style w:type="character" w:styleId="note"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="tip"><w:basedOn w:val="note"/></w:style>';
    const content =
      run('写法：', '<w:rStyle w:val="tip"/>') +
      run('正文') +
      run('现', '<w:rStyle w:val="tip"/><w:vanish w:val="0"/>');
    expect(read(paragraph(content), { styles }).text).toBe('正文现');
  });

  it('revisions are told', () => {
    const content = `${run('甲')}<w:del w:id="1" w:author="喻文澜"><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins w:id="2" w:author="程砚秋">${run('新')}${run('增')}</w:ins>`;
    expect(read(paragraph(content)).revisions).toEqual([
      { kind: 'deleted', range: [1, 1], text: '旧', author: '喻文澜' },
      { kind: 'inserted', range: [1, 3], text: '新增', author: '程砚秋' },
    ]);
  });

  it('what cannot be edited is told with its reason', () => {
    const control = (properties: string, content: string) =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const file = read(
      paragraph(
        run('甲') +
          field('REF a', run('引用')) +
          field('HYPERLINK "x"', run('链接')) +
          control('<w:lock w:val="sdtContentLocked"/>', run('锁定')) +
          control('<w:alias w:val="x"/>', run('自由')) +
          run('隐', '<w:vanish/>') +
          '<w:r><w:sym w:char="F0FE"/></w:r>',
      ) + control('<w:dataBinding w:xpath="x"/>', plain('绑定')),
    );
    expect(locksIn(file)).toEqual(['field: 引用', 'control: 锁定', 'hidden: ', 'object: \ufffc', 'control: 绑定']);
  });

  it('notices', () => {
    const settings =
      '<w:writeProtection w:recommended="1"/><w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>';
    const comments = '<w:comment w:id="0" w:author="a"><w:p/></w:comment>';
    expect(read(`${plain('甲')}<w:altChunk r:id="x"/>`, { settings, comments }).notices).toEqual({
      isSigned: false,
      protection: 'trackedChanges',
      isReadOnlyRecommended: true,
      hasMacros: false,
      comments: 1,
      unreadParts: 1,
      pictures: 0,
    });
  });
});
