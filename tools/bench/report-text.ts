/** Clauses from which reports of any length are put together: enough of them that few sentences come twice. */
const SUBJECTS = [
  '镇党委',
  '各村支部',
  '驻村干部',
  '农技站',
  '水利所',
  '民政办',
  '茶叶合作社',
  '妇联',
  '网格员',
  '护林队',
];
const VERBS = ['认真落实', '持续推进', '全面完成', '逐项梳理', '定期检查', '统筹安排', '主动对接', '稳妥推动'];
const OBJECTS = [
  '春耕备耕的各项任务',
  '防汛抗旱的应急准备',
  '水渠和机耕道的维修',
  '茶园改造与销路拓展',
  '困难家庭的走访慰问',
  '山林防火的宣传教育',
  '集市秩序的日常管理',
  '乡村道路的安全隐患',
  '高标准农田的建设进度',
];
const RESULTS = [
  '取得较好成效',
  '受到群众欢迎',
  '为下一步工作打下基础',
  '没有发生责任事故',
  '得到县里肯定',
  '形成了长效机制',
];
const HEADINGS = ['抓学习', '抓产业', '抓治理', '抓服务', '抓作风', '抓生态', '抓安全'];
const NUMERALS = '一二三四五六七';

/** The same numbers in each run (mulberry32, public domain). */
function randomNumbers(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A work report of about `length` UTF-16 code units, the same each time; about one sentence in forty has a fault. */
export function reportText(length: number): string {
  const random = randomNumbers(length);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
  const sentence = () => {
    const words = `${pick(SUBJECTS)}${pick(VERBS)}${pick(OBJECTS)}，共走访${Math.floor(random() * 900) + 2}户，${pick(RESULTS)}`;
    const fault = random();
    return `${fault < 0.01 ? words.replace('各项', '各项各项') : fault < 0.025 ? `${words}，涉及XX个村` : words}。`;
  };
  let text = '2024年度工作总结\n\n';
  for (let chapter = 0; text.length < length; chapter = (chapter + 1) % NUMERALS.length) {
    text += `　　${NUMERALS[chapter]}、${pick(HEADINGS)}工作情况\n`;
    for (let part = 0; part < 3 && text.length < length; part++) {
      text += `　　（${NUMERALS[part]}）${pick(HEADINGS)}。`;
      for (let count = 0; count < 6 && text.length < length; count++) text += sentence();
      text += '\n';
    }
  }
  return `${text}　　以上总结，请批评指正。\n\n云岭镇人民政府\n2024年12月30日\n`;
}
